package io.github.zweiklick.html;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Map;

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

    /**
     * A script or style of this program's own resources, between the tags of the given raw text element.
     *
     * @throws IllegalArgumentException if the content could end the element or is not ASCII
     */
    public static Html rawText(@CompileTimeConstant String element, Map<String, String> attributes, String content) {
        String lower = content.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("</" + element) || lower.contains("<!--")) {
            throw new IllegalArgumentException("Content would end its <" + element + "> element");
        }
        HtmlBuilder tag = new HtmlBuilder().open(element);
        attributes.forEach(tag::attribute);
        return new Html(tag.toHtml() + requireAscii(content) + "</" + element + ">");
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
        text.codePoints().forEach(c -> appendEscaped(out, c));
        return out.toString();
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
                if (c >= 0x20 && c < 0x7f) {
                    out.append((char) c);
                } else if (isXmlCharacter(c)) {
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

    private static String requireAscii(String markup) {
        if (!markup.chars().allMatch(c -> c < 0x80)) {
            throw new IllegalArgumentException("Markup must be ASCII: " + markup);
        }
        return markup;
    }
}
