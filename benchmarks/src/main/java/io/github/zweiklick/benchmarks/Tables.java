package io.github.zweiklick.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as tables in Markdown. */
final class Tables {
    /** Time per byte that grows by more, at four times the length, is named: a square would grow it by 4. */
    private static final double LINEAR = 2;

    private Tables() {}

    /** All ways beside this rewriter. */
    static List<String> ways(Map<String, Figure> figures) {
        List<String> lines = new ArrayList<>();
        lines.add("| way | MB/s of CPU | of this rewriter's | MB/s | bytes allocated per byte |");
        lines.add("|---|--:|--:|--:|--:|");
        Figure ours = figures.getOrDefault(Way.ZWEIKLICK.method(), new Figure(1, 1, 1, 1));
        for (Way way : Way.values()) {
            Figure figure = figures.get(way.method());
            if (figure != null) {
                lines.add(line(
                        "| %s | %,.1f | %.2f | %,.1f | %.2f |",
                        way.title(),
                        figure.cpuSpeed(),
                        figure.cpuSpeed() / ours.cpuSpeed(),
                        figure.speed(),
                        figure.allocated()));
            }
        }
        return lines;
    }

    /** Hostile inputs at two sizes, the second four times the first. */
    static List<String> hostile(Map<String, Figure> small, Map<String, Figure> large, Map<String, String> outcomes) {
        List<String> lines = new ArrayList<>();
        lines.add("| input | ns of CPU per byte, n | 4n | growth | page |");
        lines.add("|---|--:|--:|--:|---|");
        for (HostileInput input : HostileInput.values()) {
            Figure first = small.get(input.name());
            Figure second = large.get(input.name());
            if (first != null && second != null) {
                double growth = second.best() / first.best();
                lines.add(line(
                        "| %s | %.1f | %.1f | %.2f%s | %s |",
                        input.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        first.best(),
                        second.best(),
                        growth,
                        growth > LINEAR ? " **not linear**" : "",
                        outcomes.getOrDefault(input.name(), "")));
            }
        }
        return lines;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
