package io.github.zweiklick.catalogue;

import io.github.zweiklick.text.Literals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Knows inline scripts that load services, by the literals of the services' files. The cost depends on the script's
 * length, hardly on how many literals there are.
 */
final class InlineLoaders {
    /** Shorter literals would be found in scripts that load nothing; such a script is the site's own and needed. */
    static final int SHORTEST = 8;

    /** Below this a part of a literal tells too little to be looked for by itself. */
    private static final int SHORTEST_HINT = 6;

    /** Spaces beside a plus sign that joins. */
    private static final int LONGEST_GAP = 40;

    private final List<Service> services;
    private final List<String> hints;
    private final Literals search;
    /** Of each hint the literals it stands for. */
    private final List<List<Literal>> literals;

    /** @param number of the service in the catalogue */
    private record Literal(String text, int number) {}

    /** @param services in the order in which they are found */
    InlineLoaders(List<Service> services) {
        this.services = services;
        SortedMap<String, List<Literal>> byHint = new TreeMap<>();
        for (int number = 0; number < services.size(); number++) {
            for (String literal : services.get(number).companions().inline()) {
                if (Literals.isSearchable(literal)) {
                    byHint.computeIfAbsent(hint(literal), hint -> new ArrayList<>())
                            .add(new Literal(literal, number));
                }
            }
        }
        this.hints = List.copyOf(byHint.keySet());
        this.literals = List.copyOf(byHint.values());
        this.search = Literals.of(hints);
    }

    /**
     * The services a script loads: by literals as they are written, with {@code \/} for a slash, or divided into parts
     * that are joined. A literal's {@linkplain #hints() hint} must stand in the script as it is.
     */
    List<Service> find(String script) {
        // Characters beyond Latin become question marks: a hint that held one might be found where it is not.
        byte[] bytes = script.getBytes(StandardCharsets.ISO_8859_1);
        BitSet hinted = new BitSet();
        search.allIn(bytes, 0, bytes.length, hinted::set);
        if (hinted.isEmpty()) {
            return List.of();
        }
        List<Literal> candidates = hinted.stream()
                .boxed()
                .flatMap(hint -> literals.get(hint).stream())
                .toList();
        BitSet found = new BitSet();
        find(candidates, script, found);
        boolean all = candidates.stream().allMatch(candidate -> found.get(candidate.number()));
        if (!all && (script.indexOf('+') >= 0 || script.contains("\\/"))) {
            find(candidates, joined(script), found);
        }
        return found.stream().mapToObj(services::get).toList();
    }

    private static void find(List<Literal> candidates, String script, BitSet found) {
        for (Literal candidate : candidates) {
            if (!found.get(candidate.number()) && script.contains(candidate.text())) {
                found.set(candidate.number());
            }
        }
    }

    /** Of each literal the string that stands in every script the literal is found in, however it is written. */
    List<String> hints() {
        return hints;
    }

    /** The longest part between slashes; where all are short, the literal, which is then found as it is only. */
    private static String hint(String literal) {
        return Arrays.stream(literal.split("/"))
                .max(Comparator.comparingInt(String::length))
                .filter(part -> part.length() >= SHORTEST_HINT)
                .orElse(literal);
    }

    /**
     * A script without the joints, such as that in {@code '//platform.example.com' + '/widgets.js'}, and with {@code \/} as the slash
     * it stands for.
     */
    static String joined(String script) {
        StringBuilder joined = new StringBuilder(script.length());
        int done = 0;
        int plus = indexOf(script, "+", 0);
        int slash = indexOf(script, "\\/", 0);
        while (plus < script.length() || slash < script.length()) {
            if (slash < plus) {
                joined.append(script, done, slash);
                done = slash + 1;
                slash = indexOf(script, "\\/", done);
            } else {
                int before = afterSpace(script, plus - 1, -1);
                int after = afterSpace(script, plus + 1, 1);
                if (before >= done && isQuote(script, before) && isQuote(script, after)) {
                    joined.append(script, done, before);
                    done = after + 1;
                }
                plus = indexOf(script, "+", Math.max(done, plus + 1));
            }
        }
        return joined.append(script, done, script.length()).toString();
    }

    private static int indexOf(String script, String text, int from) {
        int found = script.indexOf(text, from);
        return found < 0 ? script.length() : found;
    }

    private static boolean isQuote(String script, int at) {
        return at < script.length() && (script.charAt(at) == '"' || script.charAt(at) == '\'');
    }

    /** Where no space stands any more, in a direction. */
    private static int afterSpace(String script, int from, int direction) {
        int at = from;
        while (at >= 0
                && at < script.length()
                && Math.abs(at - from) < LONGEST_GAP
                && script.charAt(at) < 0x80
                && Character.isWhitespace(script.charAt(at))) {
            at += direction;
        }
        return at;
    }
}
