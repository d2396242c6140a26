package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;
import java.util.Map;

/**
 * The one frame of an airlock document.
 *
 * @param content what is in it
 * @param sandbox tokens of its sandbox
 * @param allow value of its Permissions Policy attribute
 * @param referrerPolicy value of its attribute
 * @param credentialless whether it is loaded without the visitor's cookies
 * @param sources CSP source expressions of the service, whose messages about height are believed
 */
public record AirlockFrame(
        Content content,
        List<String> sandbox,
        String allow,
        String referrerPolicy,
        boolean credentialless,
        List<String> sources,
        FrameBox box) {

    /** A page of the service, or a script of the service with the element it looks for. */
    public sealed interface Content {
        record Page(String address) implements Content {}

        /** @param attributes values by attribute name, all of them rebuilt from captures */
        record Script(String address, String element, Map<String, String> attributes) implements Content {}
    }

    /** @param ratio such as {@code 16/9}, empty text where the height is fixed */
    public record FrameBox(int width, int height, String ratio) {}

    Html markup(String title, Html heightScript) {
        HtmlBuilder out = new HtmlBuilder()
                .open("iframe")
                .attribute("id", "service")
                .attribute("class", "airlock-frame")
                .attribute("title", title)
                .attribute("sandbox", String.join(" ", sandbox))
                .attribute("allow", allow)
                .attribute("referrerpolicy", referrerPolicy)
                .attribute("loading", "eager")
                .attribute("width", Integer.toString(box.width()))
                .attribute("height", Integer.toString(box.height()))
                .attribute("data-sources", String.join(" ", sources));
        if (!box.ratio().isEmpty()) {
            out.attribute("data-ratio", box.ratio());
        }
        if (credentialless) {
            out.attribute("credentialless");
        }
        if (content instanceof Content.Page page) {
            out.attribute("src", page.address());
        } else if (content instanceof Content.Script script) {
            out.attribute("srcdoc", scriptDocument(script, heightScript).toString());
        }
        return out.close().toHtml();
    }

    /** In a sandbox without same origin: the script learns neither the page's address nor reaches anything of ours. */
    private static Html scriptDocument(Content.Script script, Html heightScript) {
        return new HtmlBuilder()
                .html(Html.literal("<!DOCTYPE html>"))
                .open("html")
                .open("body")
                .html(ServiceElement.of(script.element(), script.attributes()))
                .open("script")
                .attribute("src", script.address())
                .attribute("async")
                .close()
                .html(heightScript)
                .close()
                .close()
                .toHtml();
    }
}
