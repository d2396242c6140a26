package io.github.zweiklick.html;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements: names are constants of this program, values and texts are escaped.
 *
 * <p>Order of calls: {@link #open}, then {@link #attribute}s, then content, then {@link #close}; {@link #toHtml} may
 * leave elements open, for markup that goes around an author's own bytes.
 */
public final class HtmlBuilder {
    private final StringBuilder out;
    private final Deque<String> openElements = new ArrayDeque<>();
    private boolean inTag;

    public HtmlBuilder() {
        this(256);
    }

    /** @param size characters that will probably be written */
    HtmlBuilder(int size) {
        out = new StringBuilder(size);
    }

    @CanIgnoreReturnValue
    public HtmlBuilder open(@CompileTimeConstant String element) {
        return openTrusted(element);
    }

    @CanIgnoreReturnValue
    HtmlBuilder openTrusted(String element) {
        endTag();
        out.append('<').append(element);
        openElements.push(element);
        inTag = true;
        return this;
    }

    /** An attribute with a value; the name is lower-case ASCII. */
    @CanIgnoreReturnValue
    public HtmlBuilder attribute(String name, String value) {
        if (!inTag) {
            throw new IllegalStateException("Attribute " + name + " after the content of its element");
        }
        if (!isAttributeName(name)) {
            throw new IllegalArgumentException("Not an attribute name: " + name);
        }
        out.append(' ').append(name).append("=\"");
        Html.escape(value, out);
        out.append('"');
        return this;
    }

    private static boolean isAttributeName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || !(c == '-' || c == ':' || (c >= '0' && c <= '9')))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** A boolean attribute, written with an empty value so that it is well-formed XML too. */
    @CanIgnoreReturnValue
    public HtmlBuilder attribute(String name) {
        return attribute(name, "");
    }

    @CanIgnoreReturnValue
    public HtmlBuilder text(String text) {
        endTag();
        Html.escape(text, out);
        return this;
    }

    @CanIgnoreReturnValue
    public HtmlBuilder html(Html html) {
        endTag();
        out.append(html);
        return this;
    }

    /** Closes the element opened last. */
    @CanIgnoreReturnValue
    public HtmlBuilder close() {
        endTag();
        out.append("</").append(openElements.pop()).append('>');
        return this;
    }

    /** An element without content that HTML never closes, such as {@code meta} or {@code link}. */
    @CanIgnoreReturnValue
    public HtmlBuilder closeVoid() {
        out.append("/>");
        openElements.pop();
        inTag = false;
        return this;
    }

    public Html toHtml() {
        endTag();
        return Html.trusted(out);
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }
}
