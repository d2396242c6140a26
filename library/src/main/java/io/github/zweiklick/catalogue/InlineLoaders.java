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
 * length, not on how many literals there are: at each place only those are compared that hold the same
 * characters.
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
            find(candidates, new String(bytes, 0, join(bytes), StandardCharsets.ISO_8859_1), found);
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
     * Writes a script into its own place without the joints, such as that in {@code '//platform.example.com' + '/widgets.js'},
     * and with {@code \/} as the slash it stands for; gives the length that is left.
     */
    private static int join(byte[] script) {
        int to = 0;
        int at = 0;
        while (at < script.length) {
            byte b = script[at];
            if (b == '"' || b == '\'') {
                int after = afterJoint(script, at);
                if (after > at) {
                    at = after;
                    continue;
                }
            }
            if (b != '\\' || at + 1 == script.length || script[at + 1] != '/') {
                script[to++] = b;
            }
            at++;
        }
        return to;
    }

    /** Where text goes on after a joint that begins with the quote at a position; the position where none begins. */
    private static int afterJoint(byte[] script, int quote) {
        int plus = afterSpace(script, quote + 1);
        if (plus == script.length || script[plus] != '+') {
            return quote;
        }
        int other = afterSpace(script, plus + 1);
        return other < script.length && (script[other] == '"' || script[other] == '\'') ? other + 1 : quote;
    }

    private static int afterSpace(byte[] script, int from) {
        int at = from;
        while (at < script.length && at - from < LONGEST_GAP && script[at] >= 0 && Character.isWhitespace(script[at])) {
            at++;
        }
        return at;
    }
}
