package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.Map;

/** The element a service's script looks for; only elements that do nothing by themselves. */
final class ServiceElement {
    private ServiceElement() {}

    /** @throws IllegalArgumentException if the catalogue names another element */
    static Html of(String name, Map<String, String> attributes) {
        HtmlBuilder out = new HtmlBuilder();
        switch (name) {
            case "a" -> out.open("a");
            case "blockquote" -> out.open("blockquote");
            case "div" -> out.open("div");
            case "span" -> out.open("span");
            default ->
                throw new IllegalArgumentException("Script embeds may use a, blockquote, div and span, not " + name);
        }
        attributes.forEach(out::attribute);
        return out.close().toHtml();
    }
}
