package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Facts;
import io.github.zweiklick.catalogue.Service;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How consent is asked for and taken back, as far as it can be seen (EDPB Guidelines 05/2020 and 03/2022). */
record PatternRule(Catalogue catalogue, Clock clock) implements Judge.Rule {
    /** Rendering rounds. */
    private static final double SAME_SIZE = 0.1;

    /** WCAG 2.2, 1.4.3: text of normal size. */
    private static final double ENOUGH_CONTRAST = 4.5;

    @Override
    public List<Observation> apply(PageResult page) {
        List<Observation> found = new ArrayList<>();
        PageFacts facts = page.facts();
        if (!facts.placeholders().isEmpty() && !facts.settings()) {
            found.add(about(page, Observation.Kind.NO_SETTINGS, "", List.of()));
        }
        facts.preselected().forEach(tag -> found.add(about(page, Observation.Kind.PRESELECTED, tag, List.of())));
        Set<String> services = new HashSet<>();
        for (PageFacts.Placeholder placeholder : facts.placeholders()) {
            if (services.add(placeholder.service())) {
                unequal(placeholder)
                        .ifPresent(how -> found.add(
                                about(page, Observation.Kind.UNEQUAL_BUTTONS, placeholder.service(), List.of(how))));
                stale(placeholder.service())
                        .ifPresent(checked -> found.add(about(
                                page,
                                Observation.Kind.STALE_FACTS,
                                placeholder.service(),
                                List.of(checked.toString()))));
            }
        }
        facts.banner().ifPresent(banner -> asked(page, banner, found));
        page.contacts().untested().stream()
                .filter(gap -> gap.kind() == Untested.Kind.WITHDRAWAL)
                .forEach(gap -> found.add(about(
                        page, Observation.Kind.HARD_TO_WITHDRAW, gap.detail().orElse(""), List.of())));
        found.addAll(links(page));
        return found;
    }

    private static Observation about(PageResult page, Observation.Kind kind, String subject, List<String> details) {
        return new Observation(kind, page.url(), Optional.empty(), subject, details);
    }

    /** Declining takes as many clicks as accepting, and taking back no more. */
    private static void asked(PageResult page, PageFacts.Banner banner, List<Observation> found) {
        if (!banner.accept().isEmpty()) {
            Optional<String> how = banner.decline().isEmpty()
                    ? Optional.of("no button that declines beside the one that accepts")
                    : unequal(banner.accept(), banner.decline());
            how.ifPresent(unequal -> found.add(
                    about(page, Observation.Kind.UNEQUAL_BUTTONS, Step.TOOL + banner.tool(), List.of(unequal))));
        }
        if (banner.clicks().orElse(1) > 1) {
            found.add(about(
                    page,
                    Observation.Kind.HARD_TO_WITHDRAW,
                    Step.TOOL + banner.tool(),
                    List.of(banner.clicks().getAsInt() + " clicks, and one to consent")));
        }
    }

    private static Optional<String> unequal(PageFacts.Placeholder placeholder) {
        return unequal(placeholder.once(), placeholder.remember());
    }

    private static Optional<String> unequal(List<PageFacts.Button> one, List<PageFacts.Button> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        PageFacts.Button once = one.get(0);
        PageFacts.Button remember = other.get(0);
        boolean same = Math.abs(once.font() - remember.font()) <= SAME_SIZE * once.font()
                && once.background().equals(remember.background())
                && once.contrast() >= ENOUGH_CONTRAST
                && remember.contrast() >= ENOUGH_CONTRAST;
        return same ? Optional.empty() : Optional.of(once + " / " + remember);
    }

    /** When the oldest of the facts that lie too far back was checked. */
    private Optional<YearMonth> stale(String id) {
        YearMonth limit = YearMonth.now(clock.withZone(ZoneOffset.UTC)).minus(Facts.STALE_AFTER);
        return catalogue.service(id).flatMap(Service::facts).stream()
                .flatMap(facts -> Stream.concat(
                        Stream.of(facts.recipient().source(), facts.transfer().source()),
                        facts.cookies().stream().map(Facts.Cookie::source)))
                .map(Facts.Source::checked)
                .filter(checked -> checked.isBefore(limit))
                .min(YearMonth::compareTo);
    }

    /** § 19(3) TDDDG: a link to another provider says so. Its name, or its host, is enough. */
    private List<Observation> links(PageResult page) {
        List<Observation> found = new ArrayList<>();
        for (PageFacts.Link link : page.facts().links()) {
            String text = link.text().toLowerCase(Locale.ROOT);
            catalogue
                    .serviceOfHost(link.host())
                    .filter(service -> service.role() == Service.Role.NETWORK)
                    .filter(service -> !text.contains(service.name().toLowerCase(Locale.ROOT))
                            && !text.contains(link.host())
                            && !text.contains(service.id()))
                    .ifPresent(service -> found.add(about(
                            page, Observation.Kind.UNMARKED_LINK, link.host(), List.of(service.name(), link.tag()))));
        }
        return found;
    }
}
