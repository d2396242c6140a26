package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Facts;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.view.Notice.Line;
import io.github.zweiklick.view.Remembering.Term;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Makes sentences of a service's facts. Thread-safe.
 *
 * <p>A version names what is said in all languages that the site shows: whoever has decided on a page in one of them is
 * not asked again on a page in another.
 */
final class Notices {
    private final Texts texts;
    private final ViewSettings settings;
    private final NoticeArchive archive;
    private final Map<String, Versioned> versions = new ConcurrentHashMap<>();

    private record Versioned(Service service, String version, Map<String, Notice> byLanguage) {}

    Notices(Texts texts, ViewSettings settings, NoticeArchive archive) {
        this.texts = texts;
        this.settings = settings;
        this.archive = archive;
    }

    /**
     * The notice about a service; empty where not all of what must be told is known.
     *
     * @param host of the visitor's choice, for services that have many. The version is the same for all of them.
     */
    Optional<Notice> of(Service service, Wording wording, Optional<String> host) {
        return service.facts().map(facts -> {
            Versioned present = versioned(service, facts);
            Notice general = present.byLanguage().get(wording.tag());
            return host.isPresent() || general == null
                    ? write(service, facts, wording, host, present.version())
                    : general;
        });
    }

    /** The present version; empty where there is no notice. */
    Optional<String> version(Service service) {
        return service.facts().map(facts -> versioned(service, facts).version());
    }

    private Versioned versioned(Service service, Facts facts) {
        Versioned known = versions.get(service.id());
        if (known == null || !known.service().equals(service)) {
            known = write(service, facts);
            versions.put(service.id(), known);
            archive.keep(service, known.version(), known.byLanguage());
        }
        return known;
    }

    private Versioned write(Service service, Facts facts) {
        StringBuilder text = new StringBuilder();
        for (Wording wording : texts.all()) {
            text.append(fingerprint(write(service, facts, wording, Optional.empty(), ""), wording));
        }
        String version = Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, Notice> byLanguage = new LinkedHashMap<>();
        texts.all()
                .forEach(wording ->
                        byLanguage.put(wording.tag(), write(service, facts, wording, Optional.empty(), version)));
        return new Versioned(service, version, byLanguage);
    }

    private static String fingerprint(Notice notice, Wording wording) {
        StringBuilder text = new StringBuilder(wording.tag()).append('\n');
        Stream.of(notice.essential(), notice.remember().stream().toList(), notice.further())
                .flatMap(List::stream)
                .forEach(line -> text.append(line.label())
                        .append(": ")
                        .append(line.text())
                        .append('\n'));
        return text.append(notice.policy()).append('\n').toString();
    }

    private Notice write(Service service, Facts facts, Wording wording, Optional<String> host, String version) {
        return new Notice(
                version,
                essential(service, facts, wording, host),
                remember(service, wording),
                host.map(name -> facts.policy().replace("{host}", name)).orElse(facts.policy()),
                further(service, facts, wording, host, version));
    }

    private List<Line> essential(Service service, Facts facts, Wording wording, Optional<String> host) {
        String controller = controller(wording);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(wording.say("recipient.label"), recipient(facts, wording, host)));
        lines.add(new Line(wording.say("data.label"), wording.data(facts.data())));
        lines.add(new Line(
                wording.say("device.label"),
                wording.say(facts.cookies().isEmpty() ? "device.unknown" : "device.known")));
        lines.add(new Line(
                wording.say("purposes.label"),
                wording.say(
                        "purposes", Map.of("controller", controller, "purposes", wording.purposes(facts.purposes())))));
        lines.add(new Line(wording.say("transfer.label"), transfer(facts.transfer(), wording)));
        lines.add(new Line(wording.say("controller.label"), controller));
        lines.add(new Line(wording.say("withdrawal.label"), withdrawal(service, wording)));
        lines.add(new Line(wording.say("duration.label"), wording.say("duration.once", "once", wording.say("once"))));
        return List.copyOf(lines);
    }

    String controller(Wording wording) {
        return settings.presentation().controller().orElseGet(() -> wording.say("controller.unnamed"));
    }

    private String withdrawal(Service service, Wording wording) {
        return settings.term(service.id()) instanceof Term.Never
                ? wording.say("withdrawal.once")
                : wording.say("withdrawal", "settings", wording.say("settings.link"));
    }

    private Optional<Line> remember(Service service, Wording wording) {
        String key =
                settings.term(service.id()) instanceof Term.Session ? "duration.remember.session" : "duration.remember";
        return rememberLabel(service, service.name(), wording)
                .map(label -> new Line(
                        wording.say("duration.remember.label"),
                        wording.say(key, Map.of("remember", label, "service", service.name()))));
    }

    /**
     * What the button says that allows a service for some time.
     *
     * @param name of the service, with the host where visitors choose one
     */
    Optional<String> rememberLabel(Service service, String name, Wording wording) {
        Term term = settings.term(service.id());
        if (term instanceof Term.Days some) {
            String duration = wording.duration("P" + some.days() + "D");
            return Optional.of(wording.say("remember", Map.of("service", name, "duration", duration)));
        }
        return term instanceof Term.Session
                ? Optional.of(wording.say("remember.session", "service", name))
                : Optional.empty();
    }

    private static String recipient(Facts facts, Wording wording, Optional<String> host) {
        String name = recipientName(facts, wording, host);
        return facts.recipient()
                .country()
                .map(code -> wording.say("recipient", Map.of("recipient", name, "country", wording.country(code))))
                .orElseGet(() -> wording.say("recipient.unlocated", "recipient", name));
    }

    private static String recipientName(Facts facts, Wording wording, Optional<String> host) {
        return facts.recipient()
                .name()
                .orElseGet(() -> wording.say(
                        "recipient.operator", "host", host.orElseGet(() -> wording.say("recipient.chosen"))));
    }

    /** A risk is named where data go to a country without a decision that it protects them (Art. 45 and 49 GDPR). */
    private static String transfer(Facts.Transfer transfer, Wording wording) {
        List<Facts.Basis> bases = transfer.bases();
        if (transfer.countries().isEmpty()) {
            return wording.say(withoutCountries(bases));
        }
        boolean decided = bases.contains(Facts.Basis.ADEQUACY) || bases.contains(Facts.Basis.DATA_PRIVACY_FRAMEWORK);
        return wording.say(
                decided ? "transfer.protected" : "transfer.risk", "countries", wording.countries(transfer.countries()));
    }

    /** Whoever names a basis for transfers makes them, even where nobody says to which countries. */
    private static String withoutCountries(List<Facts.Basis> bases) {
        if (bases.equals(List.of(Facts.Basis.NONE_NEEDED))) {
            return "transfer.none";
        }
        boolean areMade =
                bases.stream().anyMatch(basis -> basis != Facts.Basis.UNKNOWN && basis != Facts.Basis.NONE_NEEDED);
        return areMade ? "transfer.unlisted" : "transfer.unknown";
    }

    private static List<Line> further(
            Service service, Facts facts, Wording wording, Optional<String> host, String version) {
        String unknown = wording.say("unknown");
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                wording.say("address.label"), facts.recipient().address().orElse(unknown)));
        lines.add(new Line(wording.say("cookies.label"), cookies(facts, wording)));
        lines.add(new Line(wording.say("hosts.label"), hosts(service, wording, host)));
        lines.add(new Line(wording.say("legal.label"), wording.say("legal")));
        lines.add(new Line(
                wording.say("transferbasis.label"),
                facts.transfer().bases().isEmpty()
                        ? wording.say("basis.unknown")
                        : wording.bases(facts.transfer().bases())));
        lines.add(new Line(wording.say("joint.label"), wording.jointControl(facts.jointControl())));
        lines.add(new Line(wording.say("checked.label"), wording.month(oldestCheck(facts))));
        if (!version.isEmpty()) {
            lines.add(new Line(wording.say("version.label"), version));
        }
        return List.copyOf(lines);
    }

    private static String cookies(Facts facts, Wording wording) {
        if (facts.cookies().isEmpty()) {
            return wording.say(facts.cookiesKnown() ? "cookies.none" : "cookies.unknown");
        }
        return wording.list(facts.cookies().stream()
                .map(cookie -> wording.say(
                        "cookie", Map.of("name", cookie.name(), "duration", lifetime(cookie.lifetime(), wording))))
                .toList());
    }

    private static String lifetime(Facts.Lifetime lifetime, Wording wording) {
        if (lifetime instanceof Facts.Lifetime.Lasting lasting) {
            return wording.duration(lasting.iso8601());
        }
        return wording.say(lifetime instanceof Facts.Lifetime.Session ? "duration.session" : "duration.unknown");
    }

    private static String hosts(Service service, Wording wording, Optional<String> host) {
        String chosen = host.orElseGet(() -> wording.say("recipient.chosen"));
        return wording.list(Stream.of(
                        service.frame().hosts(),
                        service.frame().scripts(),
                        service.frame().contacts())
                .flatMap(List::stream)
                .map(pattern -> pattern.replace("{host}", chosen))
                .distinct()
                .toList());
    }

    private static YearMonth oldestCheck(Facts facts) {
        return Stream.concat(
                        Stream.of(facts.recipient().source(), facts.transfer().source()),
                        facts.cookies().stream().map(Facts.Cookie::source))
                .map(Facts.Source::checked)
                .min(Comparator.naturalOrder())
                .map(Objects::requireNonNull)
                .orElseThrow();
    }
}
