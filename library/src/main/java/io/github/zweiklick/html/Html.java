package io.github.zweiklick.html;

import com.google.errorprone.annotations.CompileTimeConstant;

/**
 * Markup that is safe to send: it is made only of literals of this program and of text that was escaped.
 *
 * <p>The markup is ASCII (all other characters are numeric references), so it means the same in every
 * ASCII-compatible charset, and it is well-formed XML as well as HTML: attributes are quoted, elements closed.
 * There is deliberately no way to turn an arbitrary string into {@code Html}; {@link #literal} takes compile-time
 * constants only, which Error Prone enforces.
 */
public final class Html {
    /** No markup at all. */
    public static final Html EMPTY = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** Markup written in this program's source; must be ASCII. */
    public static Html literal(@CompileTimeConstant String markup) {
        return new Html(requireAscii(markup));
    }

    /** Escaped text, safe between tags and inside quoted attribute values. */
    public static Html text(String text) {
        return new Html(escape(text));
    }

    public Html and(Html next) {
        return new Html(markup + next.markup);
    }

    public boolean isEmpty() {
        return markup.isEmpty();
    }

    /** The markup: ASCII only. */
    @Override
    public String toString() {
        return markup;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Html that && markup.equals(that.markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }

    static Html trusted(CharSequence markup) {
        return new Html(markup.toString());
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    /** Appends a text, escaped; what needs no escaping, nearly all, in one piece. */
    static void escape(String text, StringBuilder out) {
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            if (isPlain(text.charAt(at))) {
                at++;
                continue;
            }
            out.append(text, done, at);
            int c = text.codePointAt(at);
            appendEscaped(out, c);
            at += Character.charCount(c);
            done = at;
        }
        out.append(text, done, at);
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
    }

    private static void appendEscaped(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\t', '\n' -> out.append((char) c);
            default -> {
                if (isXmlCharacter(c)) {
                    out.append("&#").append(c).append(';');
                } else {
                    out.append("&#65533;");
                }
            }
        }
    }

    /** XML 1.0, production 2, less the C1 controls, which HTML reads as windows-1252. */
    private static boolean isXmlCharacter(int c) {
        return c == '\r' || (c >= 0xa0 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }

    static String requireAscii(String markup) {
        for (int i = 0; i < markup.length(); i++) {
            if (markup.charAt(i) >= 0x80) {
                throw new IllegalArgumentException("Markup must be ASCII: " + markup);
            }
        }
        return markup;
    }
}
