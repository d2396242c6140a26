package io.github.zweiklick.audit.selftest;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A result as lines for a reader. */
final class ResultTable {

    private ResultTable() {}

    static void write(SelfTestResult result, PrintWriter out) {
        out.println(result.version() + " (" + result.browser().path() + "), "
                + result.extent().name().toLowerCase(Locale.ROOT) + ", "
                + (result.mode() == Mode.NAMESPACE
                        ? "in a network namespace"
                        : "on ports of this machine: names and datagrams were not tested")
                + ": " + (result.passed() ? "passed" : "NOT PASSED"));
        out.println(result.vectors().size() + " vectors: "
                + result.of(Outcome.REPORTED).size() + " seen by the servers and reported, "
                + result.of(Outcome.MISSED).size() + " missed, "
                + result.of(Outcome.NOBODY).size() + " contacted nobody, "
                + result.of(Outcome.NOT_TESTED).size() + " not tested");
        for (LeakPage page : result.extent().pages()) {
            out.println();
            out.println(page.name() + (page.navigation() ? " (leads away, which is no contact of a page)" : ""));
            for (LeakVector vector : page.vectors()) {
                result.of(vector).ifPresent(what -> out.println(line(vector, what)));
            }
        }
    }

    private static String line(LeakVector vector, VectorResult result) {
        String told = switch (result.outcome()) {
            case REPORTED -> steps(result.seenInOrder());
            case MISSED -> steps(result.missedInOrder()) + " (the servers saw: " + steps(result.seenInOrder()) + ")";
            case NOBODY -> vector.why().orElse("why is not known");
            case NOT_TESTED -> "needs a network namespace";
        };
        return String.format(
                Locale.ROOT, "  %-10s %-24s %s: %s", word(result.outcome()), vector.name(), vector.english(), told);
    }

    private static String steps(Set<Reach> steps) {
        return steps.stream()
                .collect(Collectors.groupingBy(
                        Reach::phase,
                        TreeMap::new,
                        Collectors.mapping(step -> step.level().name().toLowerCase(Locale.ROOT), Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + words(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String words(List<String> levels) {
        return String.join(" ", levels);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case REPORTED -> "reported";
            case MISSED -> "MISSED";
            case NOBODY -> "nobody";
            case NOT_TESTED -> "not tested";
        };
    }
}
