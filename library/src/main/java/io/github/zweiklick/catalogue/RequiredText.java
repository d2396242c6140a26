package io.github.zweiklick.catalogue;

import java.util.regex.Pattern;

/** Finds plain text that every match of a pattern holds: looking for that first spares most values the pattern. */
public final class RequiredText {
    /** Too rare to be worth understanding: flags inside, escapes of more than a letter, characters that are pairs. */
    private static final Pattern RARE = Pattern.compile("\\(\\?[a-zA-Z-]|\\\\[0-9cgkNpPuxX]|[\\ud800-\\udfff]");

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RequiredText(String pattern) {
        this.pattern = pattern;
    }

    /** The longest such text that is plain to see; empty where none is. */
    public static String of(Pattern pattern) {
        String text = pattern.pattern();
        boolean plain = (pattern.flags() & ~Pattern.DOTALL & ~Pattern.UNICODE_CHARACTER_CLASS) == 0
                && !RARE.matcher(text).find();
        return plain ? new RequiredText(text).find() : "";
    }

    private String find() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            switch (c) {
                case '|' -> {
                    return "";
                }
                case '(' -> {
                    end();
                    if (!skipGroup()) {
                        return "";
                    }
                }
                case '[' -> {
                    end();
                    if (!skipClass()) {
                        return "";
                    }
                }
                case '?', '*', '{' -> {
                    // What stands before need not be there.
                    run.setLength(Math.max(0, run.length() - 1));
                    end();
                    at = c == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
                    if (at == 0) {
                        return "";
                    }
                }
                case '+', '^', '$', '.' -> {
                    end();
                    at++;
                }
                case '\\' -> escape();
                default -> {
                    run.append(c);
                    at++;
                }
            }
        }
        end();
        return longest;
    }

    private void escape() {
        char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
        if (c == 'Q') {
            int close = pattern.indexOf("\\E", at);
            int stop = close < 0 ? pattern.length() : close;
            run.append(pattern, at + 2, stop);
            at = stop;
        } else if (Character.isLetterOrDigit(c)) {
            end();
        } else {
            run.append(c);
        }
        at += 2;
    }

    /** False where it is not plain to see where the group ends. */
    private boolean skipGroup() {
        int depth = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '[') {
                if (!skipClass()) {
                    return false;
                }
                continue;
            }
            at++;
            if (c == '\\') {
                if (pattern.startsWith("Q", at)) {
                    int close = pattern.indexOf("\\E", at);
                    at = close < 0 ? pattern.length() : close;
                }
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    /** False where the class holds others, or begins with a bracket. */
    private boolean skipClass() {
        at++;
        at += pattern.startsWith("^", at) ? 1 : 0;
        if (pattern.startsWith("]", at)) {
            return false;
        }
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c == ']') {
                return true;
            }
            if (c == '[' || (c == '&' && pattern.startsWith("&", at)) || (c == '\\' && pattern.startsWith("Q", at))) {
                return false;
            }
            at += c == '\\' ? 1 : 0;
        }
        return false;
    }

    private void end() {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
    }
}
