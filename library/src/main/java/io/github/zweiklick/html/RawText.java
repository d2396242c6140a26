package io.github.zweiklick.html;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Locale;
import java.util.Map;

/** A script or style of this program's own resources, looked through once and put into many pages. */
public final class RawText {
    private final String element;
    private final String content;

    private RawText(String element, String content) {
        this.element = element;
        this.content = content;
    }

    /**
     * Content for a raw text element.
     *
     * @throws IllegalArgumentException if it could end the element or is not ASCII
     */
    public static RawText of(@CompileTimeConstant String element, String content) {
        String lower = content.toLowerCase(Locale.ROOT);
        if (lower.contains("</" + element) || lower.contains("<!--")) {
            throw new IllegalArgumentException("Content would end its <" + element + "> element");
        }
        return new RawText(element, Html.requireAscii(content));
    }

    /** The element with these attributes. */
    public Html with(Map<String, String> attributes) {
        HtmlBuilder tag = new HtmlBuilder(content.length() + 256).openTrusted(element);
        attributes.forEach(tag::attribute);
        return tag.html(Html.trusted(content)).close().toHtml();
    }
}
