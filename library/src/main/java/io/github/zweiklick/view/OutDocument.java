package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.url.WebUrl;
import java.util.List;

/** The page in place of a redirect to another site: nobody is sent anywhere without seeing where. */
public final class OutDocument {
    private OutDocument() {}

    /**
     * A page with one link, which leads out of any frame.
     *
     * @param address http or https
     */
    public static Html of(View view, String base, WebUrl address, Wording wording, String back) {
        DocumentShell shell = new DocumentShell(view.assets, base);
        String title = wording.say("out.title");
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, title))
                .open("main")
                .open("p")
                .text(wording.say("out", "host", address.host()))
                .close()
                .open("p")
                .open("a")
                .attribute("href", address.href())
                .attribute("target", "_top")
                .attribute("rel", "noopener external nofollow")
                .attribute("referrerpolicy", "no-referrer")
                .text(address.href())
                .close()
                .close()
                .close()
                .toHtml();
        return shell.page(wording, title, "", List.of(), body);
    }
}
