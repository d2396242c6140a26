package io.github.zweiklick.html;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Writes elements: names are constants of this program, values and texts are escaped.
 *
 * <p>Order of calls: {@link #open}, then {@link #attribute}s, then content, then {@link #close}; {@link #toHtml} may
 * leave elements open, for markup that goes around an author's own bytes.
 */
public final class HtmlBuilder {
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final StringBuilder out = new StringBuilder(256);
    private final Deque<String> openElements = new ArrayDeque<>();
    private boolean inTag;

    @CanIgnoreReturnValue
    public HtmlBuilder open(@CompileTimeConstant String element) {
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
        if (!ATTRIBUTE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not an attribute name: " + name);
        }
        out.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
        return this;
    }

    /** A boolean attribute, written with an empty value so that it is well-formed XML too. */
    @CanIgnoreReturnValue
    public HtmlBuilder attribute(String name) {
        return attribute(name, "");
    }

    @CanIgnoreReturnValue
    public HtmlBuilder text(String text) {
        endTag();
        out.append(Html.escape(text));
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
