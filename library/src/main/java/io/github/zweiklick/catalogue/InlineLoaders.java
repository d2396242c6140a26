package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Knows inline scripts that load services, by the literals of the services' files. The cost depends on the script's
 * length, not on how many literals there are: at each place only those are compared that begin with the same
 * characters.
 */
final class InlineLoaders {
    /** Shorter literals would be found in scripts that load nothing; such a script is the site's own and needed. */
    static final int SHORTEST = 8;

    /** Below this a part of a literal tells too little to be looked for by itself. */
    private static final int SHORTEST_HINT = 6;

    /** Between the halves of {@code '//platform.example.com' + '/widgets.js'}. */
    private static final Pattern JOINT = Pattern.compile("['\"]\\s{0,40}\\+\\s{0,40}['\"]");

    /** Characters that are compared at once; no more than {@link #SHORTEST}. */
    private static final int KEY = 4;

    /** Whether any literal's key ends in these bits: nearly every place of a script is passed without a look-up. */
    private final boolean[] begins = new boolean[1 << 12];

    private final Map<Integer, List<Literal>> byKey = new HashMap<>();
    private final List<Service> services;

    /** @param number of the service in the catalogue */
    private record Literal(String text, String hint, int number) {}

    /** @param services in the order in which they are found */
    InlineLoaders(List<Service> services) {
        this.services = services;
        for (int number = 0; number < services.size(); number++) {
            for (String literal : services.get(number).companions().inline()) {
                int begin = key(literal, 0);
                begins[begin & begins.length - 1] = true;
                byKey.computeIfAbsent(begin, key -> new ArrayList<>()).add(new Literal(literal, hint(literal), number));
            }
        }
    }

    /**
     * The services a script loads: by literals as they are written, with {@code \/} for a slash, or divided into parts
     * that are joined. A literal's {@linkplain #hints() hint} must stand in the script as it is.
     */
    List<Service> find(String script) {
        BitSet found = new BitSet();
        search(script, script, found);
        String written = script.indexOf('\\') < 0 ? script : script.replace("\\/", "/");
        String joined =
                written.indexOf('+') < 0 ? written : JOINT.matcher(written).replaceAll("");
        if (!joined.equals(script)) {
            search(joined, script, found);
        }
        return found.stream().mapToObj(services::get).toList();
    }

    /** Of each literal the string that stands in every script the literal is found in, however it is written. */
    List<String> hints() {
        return byKey.values().stream()
                .flatMap(List::stream)
                .map(Literal::hint)
                .distinct()
                .sorted()
                .toList();
    }

    /** The longest part between slashes; where all are short, the literal, which is then found as it is only. */
    private static String hint(String literal) {
        return Arrays.stream(literal.split("/"))
                .max(Comparator.comparingInt(String::length))
                .filter(part -> part.length() >= SHORTEST_HINT)
                .orElse(literal);
    }

    private void search(String text, String script, BitSet found) {
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            int begin = key(text, at);
            if (!begins[begin & begins.length - 1]) {
                continue;
            }
            for (Literal candidate : byKey.getOrDefault(begin, List.of())) {
                if (!found.get(candidate.number())
                        && text.startsWith(candidate.text(), at)
                        && script.contains(candidate.hint())) {
                    found.set(candidate.number());
                }
            }
        }
    }

    private static int key(String text, int at) {
        int key = 0;
        for (int i = at; i < at + KEY; i++) {
            key = 31 * key + text.charAt(i);
        }
        return key;
    }
}
