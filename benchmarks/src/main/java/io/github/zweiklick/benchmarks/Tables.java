package io.github.zweiklick.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as tables in Markdown. */
final class Tables {
    /** More than this for four times the length grows faster than the length. */
    private static final double LINEAR = 1.5;

    private Tables() {}

    /** All ways beside this rewriter. */
    static List<String> ways(Map<String, Figure> figures) {
        List<String> lines = new ArrayList<>();
        lines.add("| way | MB/s of CPU | of this rewriter's | MB/s | bytes allocated per byte |");
        lines.add("|---|--:|--:|--:|--:|");
        Figure ours = figures.getOrDefault(Way.ZWEIKLICK.method(), new Figure(1, 1, 1));
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
                double growth = second.cpu() / first.cpu();
                lines.add(line(
                        "| %s | %.1f | %.1f | %.2f%s | %s |",
                        input.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        first.cpu(),
                        second.cpu(),
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
