package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Beginnings of values, such as ids, that are a reason to look closer. */
final class Prefixes {
    /** What a pattern demands at the beginning, up to its first special character. */
    private static final Pattern LITERAL = Pattern.compile("(?:\\^|\\\\A|\\\\b)((?:[A-Za-z0-9_/ ]|-)+)(?!\\?|\\*|\\{)");

    private final byte[][] prefixes;
    private final boolean[] first = new boolean[256];

    Prefixes(List<String> texts) {
        prefixes = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
        for (byte[] prefix : prefixes) {
            first[prefix[0] & 0xff] = true;
        }
    }

    /** What each value begins with that a pattern matches; empty where that is not plain to see. */
    static Optional<String> of(Pattern pattern) {
        Matcher literal = LITERAL.matcher(pattern.pattern());
        boolean alternatives = pattern.pattern().replaceAll("\\([^()]*\\)", "").contains("|");
        return pattern.flags() == 0 && !alternatives && literal.lookingAt()
                ? Optional.of(literal.group(1))
                : Optional.empty();
    }

    boolean isAt(byte[] bytes, int from, int end) {
        if (from >= end || !first[bytes[from] & 0xff]) {
            return false;
        }
        for (byte[] prefix : prefixes) {
            if (startsWith(bytes, from, end, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int from, int end, byte[] prefix) {
        if (end - from < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
