package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.Observation.Kind;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was found on all pages, put together by kind and subject: what is on fifty pages is one thing to assess.
 *
 * @param groups in the order of weight
 */
record Findings(List<Group> groups) {

    /** @param number from 1, for reference */
    record Group(int number, Kind kind, List<Item> items) {}

    /**
     * @param told the subject as it can be told
     * @param pages numbers, from 1
     * @param steps in which it was seen; empty where it is about pages as such
     * @param first numbers of pages on which the first browser saw it
     * @param others browsers beside the first that saw it
     */
    record Item(
            String subject,
            String told,
            SortedSet<Integer> pages,
            Set<Step> steps,
            Set<String> details,
            Set<Integer> first,
            Set<SecondBrowser> others) {}

    static Findings of(AuditResult result) {
        Map<Kind, Map<String, Item>> kinds = new EnumMap<>(Kind.class);
        for (int i = 0; i < result.pages().size(); i++) {
            Subjects subjects = Subjects.of(result.pages().get(i));
            for (Observation seen : result.pages().get(i).observations()) {
                Item item = kinds.computeIfAbsent(seen.kind(), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                seen.subject(),
                                subject -> new Item(
                                        subject,
                                        subjects.masked(subject),
                                        new TreeSet<>(),
                                        new LinkedHashSet<>(),
                                        new LinkedHashSet<>(),
                                        new TreeSet<>(),
                                        new TreeSet<>()));
                item.pages().add(i + 1);
                seen.step().ifPresent(item.steps()::add);
                item.details().addAll(seen.details());
                item.others().addAll(seen.others());
                if (seen.in().isEmpty()) {
                    item.first().add(i + 1);
                }
            }
        }
        List<Group> groups = new ArrayList<>();
        kinds.entrySet().stream()
                .sorted(Comparator.comparing(kind -> kind.getKey().weight()))
                .forEach(kind -> groups.add(new Group(
                        groups.size() + 1,
                        kind.getKey(),
                        List.copyOf(kind.getValue().values()))));
        return new Findings(List.copyOf(groups));
    }

    /** Things found of a kind. */
    int count(Kind kind) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .mapToInt(group -> group.items().size())
                .sum();
    }

    /** Things found that are no contact without consent. */
    int others() {
        return groups.stream()
                .filter(group -> group.kind() != Kind.CONTACT && group.kind() != Kind.CONTACT_AFTER_WITHDRAWAL)
                .mapToInt(group -> group.items().size())
                .sum();
    }

    Stream<Item> items(Kind kind) {
        return groups.stream().filter(group -> group.kind() == kind).flatMap(group -> group.items().stream());
    }

    /** Whether a page at least was in a state in which a kind could have been found. */
    static boolean wasSought(AuditResult result, Kind kind) {
        return result.pages().stream().anyMatch(page -> switch (kind) {
            case CONTACT, STORAGE, PAGE_ADDRESS_SENT -> Outcome.isTested(page);
            case UNDECLARED_HOST, UNDECLARED_COOKIE -> had(page, Phase.CONSENT);
            case CONTACT_AFTER_WITHDRAWAL, STORAGE_AFTER_WITHDRAWAL -> had(page, Phase.RELOAD);
            case HARD_TO_WITHDRAW ->
                had(page, Phase.CONSENT) && result.setup().phases().contains(AuditPhase.WITHDRAW);
            case NO_SETTINGS, UNEQUAL_BUTTONS, STALE_FACTS ->
                !page.facts().placeholders().isEmpty();
            case PRESELECTED, UNMARKED_LINK -> !page.facts().equals(PageFacts.NONE);
            case WEAK_POLICY, REFERRER_POLICY -> page.status().isPresent();
        });
    }

    private static boolean had(PageResult page, Phase phase) {
        return page.steps().stream().anyMatch(step -> step.step().phase() == phase);
    }
}
