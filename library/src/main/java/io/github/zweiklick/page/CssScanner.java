package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds the addresses a style sheet loads.
 *
 * <p>What counts: {@code url()}, strings of {@code @import}, and strings inside {@code image-set()}, {@code src()}
 * and custom properties, from where {@code var()} takes them. {@code @namespace} names, it does not load.
 *
 * @see <a href="https://drafts.csswg.org/css-syntax-3/#tokenization">CSS Syntax, 4</a>
 */
final class CssScanner {
    /** @param start of the address as written, inside quotes or parentheses; {@code value} is what it means */
    record Reference(int start, int end, String value, boolean imported) {}

    private static final Set<String> LOADING =
            Set.of("url", "src", "image-set", "-webkit-image-set", "image", "cross-fade");

    /** Rules whose strings come to use elsewhere, by {@code var()} or as the result of a function. */
    private static final Set<String> STRINGS = Set.of("property", "function", "mixin");

    private static final String NAMESPACE = "namespace";

    private final String css;
    private final List<Reference> found = new ArrayList<>();
    /** What is open, the innermost first: a bracket that does not match is a mere token inside it. */
    private final Deque<Bracket> open = new ArrayDeque<>();

    private record Bracket(char closer, boolean loading) {}

    private int at;
    private int loading;
    private String rule = "";
    private boolean customProperty;
    /** Whether nothing of a statement has been read yet. */
    private boolean fresh = true;
    /** Braces that are open in such a rule, the rule itself counted; 0 outside of one. */
    private int providing;

    private CssScanner(String css) {
        this.css = css;
    }

    static List<Reference> scan(String css) {
        CssScanner scanner = new CssScanner(css);
        while (scanner.at < css.length()) {
            scanner.token();
        }
        return scanner.found;
    }

    private void token() {
        char c = css.charAt(at);
        if (c == '/' && css.startsWith("/*", at)) {
            int end = css.indexOf("*/", at + 2);
            at = end < 0 ? css.length() : end + 2;
        } else if (c == '"' || c == '\'') {
            fresh = false;
            string(c);
        } else if (c == '@') {
            at++;
            rule();
        } else if (startsName()) {
            fresh = false;
            word();
        } else if (Ascii.isDigit(c) || (c == '#' && at + 1 < css.length() && isInName(at + 1))) {
            // With its unit: what follows is no function of that name.
            fresh = false;
            at += c == '#' ? 1 : 0;
            name();
        } else {
            fresh &= Ascii.isSpace(c);
            punctuation(c);
            at++;
        }
    }

    private void rule() {
        String name = startsName() ? Ascii.lower(name()) : "";
        // Amidst another statement it is an error, which ends nothing.
        rule = name.equals(NAMESPACE) && !(fresh && open.isEmpty()) ? rule : name;
        fresh = false;
        if (STRINGS.contains(name)) {
            providing = Math.max(providing, 1);
        }
    }

    private void punctuation(char c) {
        switch (c) {
            case '(' -> push(')', false);
            case '[' -> push(']', false);
            case ')', ']' -> pop(c);
            case ';' -> {
                if (open.isEmpty()) {
                    providing = providing == 1 ? 0 : providing;
                    endStatement();
                }
            }
            case '{', '}' -> brace(c);
            default -> {
                // Nothing else changes what a string or url means.
            }
        }
    }

    private void brace(char c) {
        if (open.isEmpty()) {
            if (providing > 0 && c == '{') {
                providing++;
            } else if (providing > 1) {
                providing = providing == 2 ? 0 : providing - 1;
            }
            endStatement();
        } else if (c == '{') {
            push('}', false);
        } else {
            pop(c);
        }
    }

    private void push(char closer, boolean loads) {
        open.push(new Bracket(closer, loads));
        loading += loads ? 1 : 0;
    }

    private void pop(char closer) {
        Bracket top = open.peek();
        if (top != null && top.closer() == closer) {
            open.pop();
            loading -= top.loading() ? 1 : 0;
        }
    }

    private void endStatement() {
        rule = "";
        customProperty = false;
        fresh = true;
    }

    private boolean startsName() {
        char c = css.charAt(Math.min(at, css.length() - 1));
        return at < css.length() && (isNameCharacter(c) || isEscape(at)) && !Ascii.isDigit(c);
    }

    private static boolean isNameCharacter(char c) {
        return Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-' || c == '_' || c >= 0x80 || c == 0;
    }

    private boolean isInName(int position) {
        return isNameCharacter(css.charAt(position)) || isEscape(position);
    }

    private boolean isEscape(int position) {
        return css.charAt(position) == '\\' && position + 1 < css.length() && !isNewline(css.charAt(position + 1));
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (at < css.length() && isInName(at)) {
            next(name);
        }
        return name.toString();
    }

    private void word() {
        String word = name();
        if (at >= css.length() || css.charAt(at) != '(') {
            if (word.startsWith("--") && open.isEmpty()) {
                customProperty = true;
            }
            return;
        }
        at++;
        String function = Ascii.lower(word);
        int content = skipSpace(at);
        boolean quoted = content < css.length() && (css.charAt(content) == '"' || css.charAt(content) == '\'');
        if (function.equals("url") && !quoted) {
            at = content;
            unquotedUrl();
        } else {
            push(')', LOADING.contains(function));
        }
    }

    private void unquotedUrl() {
        int start = at;
        StringBuilder value = new StringBuilder();
        while (at < css.length() && css.charAt(at) != ')') {
            next(value);
        }
        int end = at;
        while (end > start && Ascii.isSpace(css.charAt(end - 1))) {
            end--;
        }
        if (!rule.equals(NAMESPACE)) {
            found.add(new Reference(start, end, value.toString().strip(), rule.equals("import")));
        }
        at = Math.min(at + 1, css.length());
    }

    private void string(char quote) {
        int start = ++at;
        StringBuilder value = new StringBuilder();
        while (at < css.length() && css.charAt(at) != quote && !isNewline(css.charAt(at))) {
            if (css.charAt(at) == '\\' && at + 1 < css.length() && isNewline(css.charAt(at + 1))) {
                at += css.startsWith("\r\n", at + 1) ? 3 : 2;
            } else {
                next(value);
            }
        }
        if (loads()) {
            found.add(new Reference(start, at, value.toString().strip(), rule.equals("import")));
        }
        at = Math.min(at + 1, css.length());
    }

    private boolean loads() {
        if (rule.equals(NAMESPACE)) {
            return false;
        }
        Bracket innermost = open.peek();
        // What selectors compare with; no function takes such brackets.
        boolean compared = innermost != null && innermost.closer() == ']';
        return rule.equals("import") || loading > 0 || ((customProperty || providing > 0) && !compared);
    }

    /** Reads one character, an escape as what it means: CSS Syntax, 4.3.7. */
    private void next(StringBuilder value) {
        if (!isEscape(at)) {
            value.append(css.charAt(at++));
            return;
        }
        at++;
        if (!Ascii.isHex(css.charAt(at))) {
            value.append(css.charAt(at++));
            return;
        }
        int code = 0;
        for (int digits = 0; digits < 6 && at < css.length() && Ascii.isHex(css.charAt(at)); digits++) {
            code = code * 16 + Character.digit(css.charAt(at++), 16);
        }
        if (at < css.length() && Ascii.isSpace(css.charAt(at))) {
            at += css.startsWith("\r\n", at) ? 2 : 1;
        }
        boolean valid = code > 0 && code <= Character.MAX_CODE_POINT && (code < 0xd800 || code > 0xdfff);
        value.appendCodePoint(valid ? code : 0xfffd);
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < css.length() && Ascii.isSpace(css.charAt(i))) {
            i++;
        }
        return i;
    }
}
