package io.github.zweiklick.audit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is new, gone or still there since an earlier audit, if that can be said. */
public sealed interface Comparison {

    /**
     * The two cannot be compared.
     *
     * @param because differences that matter, at least one
     */
    record Refused(List<Difference> because) implements Comparison {

        public Refused {
            because = List.copyOf(because);
        }

        /** In English. */
        @Override
        public String toString() {
            return "The two audits cannot be compared, because they were not made alike: "
                    + because.stream().map(Difference::toString).collect(Collectors.joining("; "))
                    + ". Make the new one as the earlier was made.";
        }
    }

    /**
     * The two can be compared, on the pages that both tested.
     *
     * @param differences in how they were made that a reader must know
     * @param pages on which they were compared
     * @param notCompared pages that only one of them tested: nothing is said of these
     * @param unevenly pages among those compared on which one observed less than the other, so that something can be
     *     new or gone for this reason alone
     */
    record Made(
            List<Difference> differences,
            Changes<AuditRecord.Host> hosts,
            Changes<AuditRecord.Observed> observations,
            List<String> pages,
            List<String> notCompared,
            List<String> unevenly)
            implements Comparison {

        public Made {
            differences = List.copyOf(differences);
            pages = List.copyOf(pages);
            notCompared = List.copyOf(notCompared);
            unevenly = List.copyOf(unevenly);
        }

        /** Whether the later audit found what the earlier had not. */
        public boolean tellsNews() {
            return !hosts.added().isEmpty() || !observations.added().isEmpty();
        }

        /**
         * Observations, less those that say no more than a contact among these: that the host was contacted.
         *
         * @param observations {@code added} or {@code gone} of this comparison
         * @param hosts the same of the hosts
         */
        public static List<AuditRecord.Observed> beside(
                List<AuditRecord.Observed> observations, List<AuditRecord.Host> hosts) {
            return observations.stream()
                    .filter(seen -> !seen.kind().startsWith("contact")
                            || hosts.stream()
                                    .noneMatch(host -> host.page().equals(seen.page())
                                            && host.host().equals(seen.subject())))
                    .toList();
        }
    }

    /**
     * Sorted by page.
     *
     * @param added in the later only
     * @param gone in the earlier only
     * @param still in both
     */
    record Changes<T>(List<T> added, List<T> gone, List<T> still) {

        public Changes {
            added = List.copyOf(added);
            gone = List.copyOf(gone);
            still = List.copyOf(still);
        }

        private static <T extends Record> Changes<T> of(Set<T> earlier, Set<T> later) {
            return new Changes<>(
                    sorted(later, found -> !earlier.contains(found)),
                    sorted(earlier, found -> !later.contains(found)),
                    sorted(earlier, later::contains));
        }

        private static <T extends Record> List<T> sorted(Set<T> of, java.util.function.Predicate<T> which) {
            return of.stream()
                    .filter(which)
                    .sorted(Comparator.comparing(Record::toString))
                    .toList();
        }
    }

    static Comparison of(AuditRecord earlier, AuditRecord later) {
        List<Difference> differences = Difference.between(earlier.setup(), later.setup());
        List<Difference> because = differences.stream()
                .filter(difference -> difference.kind() == Difference.Kind.MATTERS)
                .toList();
        if (!because.isEmpty()) {
            return new Refused(because);
        }
        Map<String, List<AuditRecord.Page>> before = tested(earlier);
        Map<String, List<AuditRecord.Page>> after = tested(later);
        Set<String> both = new TreeSet<>(before.keySet());
        both.retainAll(after.keySet());
        Set<String> notCompared = new TreeSet<>();
        earlier.pages().forEach(page -> notCompared.add(page.url()));
        later.pages().forEach(page -> notCompared.add(page.url()));
        notCompared.removeAll(both);
        return new Made(
                differences,
                Changes.of(all(before, both, AuditRecord.Page::hosts), all(after, both, AuditRecord.Page::hosts)),
                Changes.of(
                        all(before, both, AuditRecord.Page::observations),
                        all(after, both, AuditRecord.Page::observations)),
                List.copyOf(both),
                List.copyOf(notCompared),
                both.stream()
                        .filter(page -> !all(before, Set.of(page), AuditRecord.Page::untested)
                                .equals(all(after, Set.of(page), AuditRecord.Page::untested)))
                        .toList());
    }

    /** By address. Pages with the same count as one, and as tested only where all were. */
    private static Map<String, List<AuditRecord.Page>> tested(AuditRecord audit) {
        Map<String, List<AuditRecord.Page>> pages = new TreeMap<>();
        audit.pages()
                .forEach(page -> pages.computeIfAbsent(page.url(), url -> new ArrayList<>())
                        .add(page));
        pages.values().removeIf(same -> !same.stream().allMatch(AuditRecord.Page::tested));
        return pages;
    }

    private static <T> Set<T> all(
            Map<String, List<AuditRecord.Page>> pages,
            Collection<String> which,
            Function<AuditRecord.Page, Set<T>> what) {
        Set<T> all = new HashSet<>();
        which.forEach(url -> pages.getOrDefault(url, List.of()).forEach(page -> all.addAll(what.apply(page))));
        return all;
    }
}
