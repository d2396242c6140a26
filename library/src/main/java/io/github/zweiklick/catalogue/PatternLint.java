package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Keeps patterns out of the catalogue whose matching time grows faster than the text: patterns run over whatever stands
 * in a page, and a page may be anybody's.
 */
final class PatternLint {
    /** A pattern's pieces, as far as repetition goes. */
    private static final Pattern PIECE = Pattern.compile(
            "(?<back>\\\\[1-9k])"
                    + "|(?<atom>\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*+\\])"
                    + "|(?<fixed>\\{[0-9]{1,5}\\})"
                    + "|(?<repeat>[*+]|\\{[0-9]{1,5},[0-9]{0,5}\\})(?<how>[+?]?)"
                    + "|(?<open>\\((?:\\?(?:[:=!]|<[=!]|<[a-zA-Z0-9]++>))?)"
                    + "|(?<close>\\))"
                    + "|(?<other>.)",
            Pattern.DOTALL);

    private PatternLint() {}

    /** The pattern of a file's member, which must be there and harmless. */
    static Pattern read(JsonObject json, String key) {
        String text = json.requiredString(key);
        fault(text).ifPresent(fault -> {
            throw json.wrong(key, fault);
        });
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw json.wrong(key, "this is no regular expression: " + e.getDescription());
        }
    }

    /** What is wrong with a pattern, as a remedy; empty where its form is harmless. */
    static Optional<String> fault(String pattern) {
        Deque<Boolean> repeatsInside = new ArrayDeque<>();
        boolean isAfterRepeatingGroup = false;
        int unbounded = 0;
        Matcher piece = PIECE.matcher(pattern);
        while (piece.find()) {
            if (piece.group("back") != null) {
                return Optional.of("refer to no earlier group");
            }
            if (piece.group("repeat") != null) {
                if (isAfterRepeatingGroup) {
                    return Optional.of("repeat no group that itself repeats something; write the repetition as a "
                            + "character class such as [a-z.]{1,60}");
                }
                unbounded += isUnbounded(piece.group("repeat"), piece.group("how")) ? 1 : 0;
                mark(repeatsInside);
            }
            isAfterRepeatingGroup = false;
            if (piece.group("open") != null) {
                repeatsInside.push(false);
            } else if (piece.group("close") != null && !repeatsInside.isEmpty()) {
                isAfterRepeatingGroup = repeatsInside.pop();
                if (isAfterRepeatingGroup) {
                    mark(repeatsInside);
                }
            }
        }
        return unbounded > 1
                ? Optional.of("use at most one of *, + and {n,}; give bounds such as {1,60}, or make it possessive: *+")
                : Optional.empty();
    }

    /** Possessive ones never give back and so cost nothing twice. */
    private static boolean isUnbounded(String repeat, String how) {
        return !how.equals("+") && (repeat.length() == 1 || repeat.endsWith(",}"));
    }

    private static void mark(Deque<Boolean> groups) {
        if (!groups.isEmpty()) {
            groups.pop();
            groups.push(true);
        }
    }
}
