package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.AppLinks;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.policy.OutAddress;
import java.util.Locale;

/**
 * Links to other providers, marked as such (§ 19(3) TDDDG).
 *
 * @param ledOut whether they lead by way of our own endpoint
 * @param base absolute path of the endpoints
 */
record Links(boolean ledOut, String base) {

    /**
     * A link that says it leads to another provider, or plain text where the address is neither http(s) nor an app's.
     * What the visitor writes in an app goes to nobody's server yet, so that its link says nothing of the kind.
     *
     * @param text names the provider
     */
    Html external(String address, String text, Wording wording) {
        return external(address, text, Html.EMPTY, wording);
    }

    /** @param after stands behind the text, within the link */
    Html external(String address, String text, Html after, Wording wording) {
        if (AppLinks.is(address)) {
            return own(address, text);
        }
        if (!isOfTheWeb(address)) {
            return Html.text(text + ": " + address);
        }
        return external(
                address,
                after.isEmpty() ? Html.text(text) : Html.text(text + " ").and(after),
                wording);
    }

    /**
     * The same with words of several pieces, which alone are there where the address is not http(s).
     */
    Html external(String address, Html content, Wording wording) {
        if (!isOfTheWeb(address)) {
            return content;
        }
        return open(address, "zweiklick-link")
                .html(content)
                .text(" ")
                .open("span")
                .attribute("class", "zweiklick-note")
                .text(wording.say("original.note"))
                .close()
                .close()
                .toHtml();
    }

    /** The same for those who point: one that stands beside a link with words which leads to the same place. */
    Html beside(String address, String className, Html content) {
        return isOfTheWeb(address)
                ? open(address, className)
                        .attribute("tabindex", "-1")
                        .attribute("aria-hidden", "true")
                        .html(content)
                        .close()
                        .toHtml()
                : content;
    }

    private HtmlBuilder open(String address, String className) {
        HtmlBuilder out = new HtmlBuilder()
                .open("a")
                .attribute("class", className)
                .attribute("href", ledOut ? OutAddress.of(base, address) : address);
        if (ledOut) {
            out.attribute("data-address", address); // On paper the way out leads nowhere.
        }
        return out.attribute("rel", "noopener external nofollow").attribute("referrerpolicy", "no-referrer");
    }

    /** A link within the site. */
    static Html own(String address, String text) {
        return new HtmlBuilder()
                .open("a")
                .attribute("class", "zweiklick-link")
                .attribute("href", address)
                .text(text)
                .close()
                .toHtml();
    }

    private static boolean isOfTheWeb(String address) {
        return startsWith(address, "https://") || startsWith(address, "http://");
    }

    private static boolean startsWith(String address, String scheme) {
        return address.length() >= scheme.length()
                && address.substring(0, scheme.length())
                        .toLowerCase(Locale.ROOT)
                        .equals(scheme);
    }
}
