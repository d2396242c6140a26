package io.github.zweiklick.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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

    /** Spaces beside a plus sign that joins. */
    private static final int LONGEST_GAP = 40;

    /** Characters that are compared at once; no more than {@link #SHORTEST}. */
    private static final int KEY = 4;

    private static final int TABLE_BITS = 14;

    /** Literals by how they begin; nearly every place of a script is passed with one look. */
    private final Literal[][] byBeginning = new Literal[1 << TABLE_BITS][];

    private final List<Service> services;

    /** @param number of the service in the catalogue */
    private record Literal(byte[] bytes, String text, String hint, int number) {}

    /** @param services in the order in which they are found */
    InlineLoaders(List<Service> services) {
        this.services = services;
        for (int number = 0; number < services.size(); number++) {
            for (String literal : services.get(number).companions().inline()) {
                add(new Literal(bytes(literal), literal, hint(literal), number));
            }
        }
    }

    private void add(Literal literal) {
        int beginning = 0;
        for (int i = 0; i < KEY; i++) {
            beginning = (beginning << 8) | (literal.bytes()[i] & 0xff);
        }
        int place = place(beginning);
        Literal[] same = byBeginning[place] == null ? new Literal[0] : byBeginning[place];
        byBeginning[place] = Arrays.copyOf(same, same.length + 1);
        byBeginning[place][same.length] = literal;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int place(int beginning) {
        return (beginning * 0x9e3779b1) >>> (Integer.SIZE - TABLE_BITS);
    }

    /**
     * The services a script loads: by literals as they are written, with {@code \/} for a slash, or divided into parts
     * that are joined. A literal's {@linkplain #hints() hint} must stand in the script as it is.
     */
    List<Service> find(String script) {
        BitSet found = new BitSet();
        search(script, script, found);
        String joined = joined(script.indexOf('\\') < 0 ? script : script.replace("\\/", "/"));
        if (!joined.equals(script)) {
            search(joined, script, found);
        }
        return found.stream().mapToObj(services::get).toList();
    }

    /** Of each literal the string that stands in every script the literal is found in, however it is written. */
    List<String> hints() {
        return Arrays.stream(byBeginning)
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
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
        byte[] bytes = bytes(text);
        int window = 0;
        for (int at = 0; at < bytes.length; at++) {
            window = (window << 8) | (bytes[at] & 0xff);
            Literal[] candidates = byBeginning[place(window)];
            if (candidates != null) {
                compare(candidates, bytes, at - KEY + 1, text, script, found);
            }
        }
    }

    private static void compare(Literal[] candidates, byte[] bytes, int at, String text, String script, BitSet found) {
        for (Literal candidate : candidates) {
            int end = at + candidate.bytes().length;
            if (!found.get(candidate.number())
                    && at >= 0
                    && end <= bytes.length
                    && Arrays.equals(bytes, at, end, candidate.bytes(), 0, end - at)
                    && text.startsWith(candidate.text(), at)
                    && script.contains(candidate.hint())) {
                found.set(candidate.number());
            }
        }
    }

    /** Without the joints, such as that in {@code '//platform.example.com' + '/widgets.js'}. */
    private static String joined(String text) {
        StringBuilder joined = new StringBuilder();
        int done = 0;
        for (int plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', plus + 1)) {
            int before = plus - 1;
            while (before > done && plus - before <= LONGEST_GAP && Character.isWhitespace(text.charAt(before))) {
                before--;
            }
            int after = plus + 1;
            while (after < text.length() && after - plus <= LONGEST_GAP && Character.isWhitespace(text.charAt(after))) {
                after++;
            }
            if (before >= done
                    && after < text.length()
                    && isQuote(text.charAt(before))
                    && isQuote(text.charAt(after))) {
                joined.append(text, done, before);
                done = after + 1;
            }
        }
        return done == 0 ? text : joined.append(text, done, text.length()).toString();
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
