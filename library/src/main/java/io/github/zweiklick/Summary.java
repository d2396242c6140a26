package io.github.zweiklick;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Facts;
import io.github.zweiklick.catalogue.Facts.Source;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.view.Presentation;
import io.github.zweiklick.view.Texts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operator reads at start. */
final class Summary {
    private Summary() {}

    /** @param now month by which the legal facts are judged to be old */
    static String of(Configuration configuration, Catalogue catalogue, YearMonth now) {
        List<String> lines = new ArrayList<>();
        lines.add(
                configuration.mode() == Mode.OBSERVE
                        ? "Zweiklick observes every response that passes the filter, and changes nothing (mode: observe)"
                        : "Zweiklick protects every response that passes the filter");
        configuration.rules().forEach(rule -> lines.add("  " + rule(rule)));
        lines.add("  own hosts: "
                + configuration.origin().orElse("the requested host and its www twin")
                + configuration.own().stream()
                        .map(own -> ", " + own.host()
                                + own.reason().map(r -> " (" + r + ")").orElse(""))
                        .collect(Collectors.joining()));
        lines.add("  two-click: " + names(catalogue, true));
        String links = names(catalogue, false);
        if (!links.isEmpty()) {
            lines.add("  recognised, shown as a link: " + links);
        }
        lines.add("  endpoints below " + configuration.base()
                + (configuration.exclude().isEmpty()
                        ? ""
                        : "; left alone: " + String.join(", ", configuration.exclude())));
        catalogue.services().stream()
                .filter(service ->
                        service.facts().filter(facts -> isStale(facts, now)).isPresent())
                .forEach(service -> lines.add("  check again: the legal facts of " + service.name() + " are older than "
                        + Facts.STALE_AFTER.toTotalMonths() + " months"));
        addAsked(configuration, lines);
        addMissing(configuration, lines);
        return String.join(System.lineSeparator(), lines);
    }

    private static void addAsked(Configuration configuration, List<String> lines) {
        List<CountSettings.Source> sources = configuration.shares().counts().sources();
        if (!sources.isEmpty()) {
            lines.add("  asked by the server how often pages were shared: "
                    + sources.stream()
                            .map(source -> source.source().id() + " ("
                                    + String.join(
                                            ", ", source.upstream().reach().origins()) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String rule(Rule rule) {
        String places =
                Stream.concat(rule.hosts().stream(), rule.paths().stream()).collect(Collectors.joining(", "));
        return (rule.mode() == Mode.OBSERVE ? "observed only: " : "protected: ") + places;
    }

    private static void addMissing(Configuration configuration, List<String> lines) {
        Presentation presentation = configuration.presentation();
        if (presentation.controller().isEmpty()) {
            lines.add("  missing: who is responsible. Add to zweiklick.json: \"controller\": \"Stadt Musterstadt\"");
        }
        if (presentation.officer().isEmpty()) {
            lines.add("  missing: how the data protection officer is reached. Add to zweiklick.json:"
                    + " \"officer\": \"Erika Mustermann, datenschutz@musterstadt.example\"");
        }
        if (presentation.authority().isEmpty()) {
            lines.add(
                    "  missing: the supervisory authority. Add to zweiklick.json: \"authority\": \"name and address\"");
        }
        if (presentation.archive().isEmpty()) {
            lines.add("  missing: where to keep each notice shown, as a proof of what visitors were told."
                    + " Add to zweiklick.json: \"archive\": \"/var/lib/zweiklick/notices\"");
        }
        if (!(configuration.shares().counts().sources().isEmpty()
                        && configuration.feeds().isNone())
                && configuration.outbound().snapshots().isEmpty()) {
            lines.add(
                    "  missing: where to keep what is fetched from networks, and which posts were taken out, for the time"
                            + " after a restart."
                            + " Add to zweiklick.json: \"outbound\": {\"snapshots\": \"/var/lib/zweiklick/snapshots\"}");
        }
        List<String> unreviewed = presentation.languages().stream()
                .filter(Texts.UNREVIEWED::contains)
                .toList();
        if (!unreviewed.isEmpty()) {
            lines.add("  not reviewed by speakers of the language: the texts in " + String.join(", ", unreviewed)
                    + ". Read them, and write \"texts\" where they are wrong");
        }
        if (configuration.origin().isEmpty()) {
            lines.add("  missing: the public origin. Add to zweiklick.json: \"origin\": \"https://www.example.org\"");
        }
        configuration.own().stream()
                .filter(own -> own.reason().isEmpty())
                .forEach(own -> lines.add("  missing: why " + own.host()
                        + " is the site's own. Add a \"reason\", and the \"contract\" with its operator"));
        if (!configuration.simulate().isEmpty()) {
            lines.add("  SIMULATED NETWORKS are in use: not for a public site");
        }
    }

    private static String names(Catalogue catalogue, boolean loadable) {
        return catalogue.services().stream()
                .filter(service -> isLoadable(service) == loadable)
                .filter(service -> service.embeds().stream().anyMatch(Summary::isShown))
                .map(Service::name)
                .collect(Collectors.joining(", "));
    }

    private static boolean isShown(EmbedKind kind) {
        return kind.treatment() == EmbedKind.Treatment.PLACEHOLDER || kind.treatment() == EmbedKind.Treatment.LINK;
    }

    private static boolean isLoadable(Service service) {
        return service.facts().isPresent() && service.embeds().stream().anyMatch(Summary::hasFrame);
    }

    private static boolean hasFrame(EmbedKind kind) {
        return kind.frame().isPresent() || kind.script().isPresent();
    }

    private static boolean isStale(Facts facts, YearMonth now) {
        Stream<Source> sources = Stream.concat(
                Stream.of(facts.recipient().source(), facts.transfer().source()),
                facts.cookies().stream().map(Facts.Cookie::source));
        return sources.anyMatch(
                source -> source.checked().plus(Facts.STALE_AFTER).isBefore(now));
    }
}
