package io.github.zweiklick.catalogue;

import java.util.regex.Pattern;

/** Finds plain text that every match of a pattern holds: looking for that first spares most values the pattern. */
public final class RequiredText {
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
        // Flags and classes within classes are too rare to be worth understanding.
        boolean plain = (pattern.flags() & ~Pattern.DOTALL & ~Pattern.UNICODE_CHARACTER_CLASS) == 0
                && !text.contains("(?i")
                && !text.contains("[[");
        return plain ? new RequiredText(text).find() : "";
    }

    private String find() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            switch (c) {
                case '|' -> {
                    return "";
                }
                case '(' -> skipGroup();
                case '[' -> {
                    end();
                    at = pattern.indexOf(']', at + 2) + 1;
                    if (at == 0) {
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

    private void skipGroup() {
        end();
        int depth = 0;
        boolean inClass = false;
        for (; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                at++;
                return;
            }
        }
    }

    private void end() {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
    }
}
