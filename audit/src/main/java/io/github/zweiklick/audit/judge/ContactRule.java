package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Source;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.TrustedHost;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Foreign contacts: none before a consent and none after it was taken back (§ 25(1) TDDDG), and only what is declared in
 * between. While a consent is being taken back, its service may say its last words.
 */
record ContactRule(Declared declared, List<TrustedHost> trusted) implements Judge.Rule {
    private static final int MOST_SOURCES = 3;

    private record Where(Step step, String host) {}

    @Override
    public List<Observation> apply(PageResult page) {
        Map<Where, Set<Level>> contacts = new LinkedHashMap<>();
        for (Contact contact : page.contacts().contacts()) {
            contacts.computeIfAbsent(new Where(contact.step(), contact.host()), where -> EnumSet.noneOf(Level.class))
                    .add(contact.level());
        }
        List<Observation> found = new ArrayList<>();
        contacts.forEach((where, levels) -> {
            if (trusted.stream().noneMatch(host -> host.covers(where.host()))) {
                kind(page, where)
                        .ifPresent(kind -> found.add(new Observation(
                                kind,
                                page.url(),
                                Optional.of(where.step()),
                                where.host(),
                                details(page, where, levels))));
            }
        });
        return found;
    }

    private Optional<Observation.Kind> kind(PageResult page, Where where) {
        Set<String> allowed = Allowed.during(page, where.step());
        // What a consent tool of another make has declared cannot be read.
        boolean covered = Allowed.anything(allowed) || declared.covers(page, allowed, where.host());
        return switch (where.step().phase()) {
            case LOAD, SCROLL, HOVER, IDLE -> Optional.of(Observation.Kind.CONTACT);
            case CONSENT -> covered ? Optional.empty() : Optional.of(Observation.Kind.UNDECLARED_HOST);
            case WITHDRAW -> covered ? Optional.empty() : Optional.of(Observation.Kind.CONTACT_AFTER_WITHDRAWAL);
            case RELOAD -> Optional.of(Observation.Kind.CONTACT_AFTER_WITHDRAWAL);
            case LEAVE -> covered ? Optional.empty() : Optional.of(Observation.Kind.CONTACT);
        };
    }

    private static List<String> details(PageResult page, Where where, Set<Level> levels) {
        Set<String> details = new LinkedHashSet<>();
        levels.forEach(level -> details.add(level.name().toLowerCase(Locale.ROOT)));
        page.contacts().sources().stream()
                .filter(source -> source.host().equals(where.host()))
                .map(Source::text)
                .distinct()
                .limit(MOST_SOURCES)
                .forEach(details::add);
        return List.copyOf(details);
    }
}
