package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageMarkup.Placeholder;
import io.github.zweiklick.page.PageMarkup.Quote;
import io.github.zweiklick.page.Poster;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.view.Remembering.Term;
import java.util.Optional;

/** The placeholder of an embed; its markup is the contract in {@code docs/contract.md}. */
final class PlaceholderMarkup {
    private final Notices notices;
    private final ViewSettings settings;
    private final WrittenPlaceholders written = new WrittenPlaceholders();

    PlaceholderMarkup(Notices notices, ViewSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    /** What is known about one placeholder while it is written. */
    private record Scene(
            Embed embed, Occurrence where, Wording wording, String base, EmbedNames names, Optional<Notice> notice) {
        String id() {
            return "zweiklick-" + where.number();
        }

        boolean flow() {
            return where.place() == Place.FLOW;
        }
    }

    Placeholder of(Embed embed, Occurrence where, Wording wording, String base) {
        return written.of(embed, where, wording, base, () -> write(embed, where, wording, base));
    }

    /** Without a place among those that are kept, for what a page says of itself. */
    Placeholder write(Embed embed, Occurrence where, Wording wording, String base) {
        Optional<Notice> notice =
                embed.isLoadable() ? notices.of(embed.service(), wording, embed.chosenHost()) : Optional.empty();
        Scene scene = new Scene(embed, where, wording, base, EmbedNames.of(embed, wording, where.title()), notice);
        return new Placeholder(before(scene), after(scene));
    }

    /** Up to the author's own words, which come first: they are the content without the network. */
    private Html before(Scene scene) {
        HtmlBuilder out = new HtmlBuilder().open("zweiklick-embed");
        attributes(scene, out);
        scene.notice()
                .ifPresent(notice -> out.html(ActiveBar.of(
                        scene.names(), scene.embed(), scene.id(), scene.wording(), links(scene), settings(scene))));
        if (scene.flow()) {
            out.open("div");
        } else {
            out.open("span");
        }
        out.attribute("class", "zweiklick-card")
                .html(PlaceholderView.heading(
                        scene.id() + "-title",
                        scene.where().headingLevel(),
                        scene.names().title(),
                        Optional.of(Initials.of(scene.embed().service().name()))));
        scene.where().poster().ifPresent(poster -> out.html(poster(poster)));
        return out.open(scene.flow() ? "div" : "span")
                .attribute("class", "zweiklick-alternative")
                .toHtml();
    }

    /** Heading and alternative say what it is. That of a network has the video's place before it comes, so that nothing moves. */
    private static Html poster(Poster poster) {
        HtmlBuilder out = new HtmlBuilder()
                .open("img")
                .attribute("class", "zweiklick-poster")
                .attribute("src", poster.address())
                .attribute("alt");
        if (poster.ofNetwork()) {
            out.attribute("width", "640").attribute("height", "360");
        }
        return out.attribute("loading", "lazy")
                .attribute("decoding", "async")
                .closeVoid()
                .toHtml();
    }

    private void attributes(Scene scene, HtmlBuilder out) {
        Embed embed = scene.embed();
        out.attribute("id", scene.id())
                .attribute("data-service", embed.service().id())
                .attribute("data-state", scene.notice().isPresent() ? "placeholder" : "unavailable")
                .attribute("role", "group")
                .attribute("aria-labelledby", scene.id() + "-title")
                .attribute("lang", scene.wording().tag())
                .attribute("dir", scene.wording().direction());
        embed.chosenHost().ifPresent(host -> out.attribute("data-host", host));
        scene.notice().ifPresent(notice -> {
            FrameSize size = FrameSize.of(embed.kind().size(), scene.where());
            out.attribute("data-notice", notice.version());
            Term term = settings.term(embed.service().id());
            if (term instanceof Term.Days some) {
                out.attribute("data-days", Integer.toString(some.days()));
            } else if (term instanceof Term.Session) {
                out.attribute("data-session");
            }
            size.ratio().ifPresent(ratio -> out.attribute("data-ratio", ratio));
            size.height().ifPresent(height -> out.attribute("data-height", Integer.toString(height)));
        });
    }

    private Html after(Scene scene) {
        HtmlBuilder out = new HtmlBuilder();
        out.html(scene.flow() ? Html.literal("</div>") : Html.literal("</span>"));
        scene.where().quote().ifPresent(quote -> out.html(quote(quote)));
        scene.notice().ifPresentOrElse(notice -> loadable(scene, notice, out), () -> unloadable(scene, out));
        out.html(scene.flow() ? Html.literal("</div>") : Html.literal("</span>"));
        scene.notice().ifPresent(notice -> out.html(ActiveBar.end(scene.id())));
        return out.html(Html.literal("</zweiklick-embed>")).toHtml();
    }

    private static Html quote(Quote quote) {
        HtmlBuilder out = new HtmlBuilder().open("span").attribute("class", "zweiklick-quote");
        quote.language().ifPresent(language -> out.attribute("lang", language));
        return out.attribute("dir", "auto").text(quote.text()).close().toHtml();
    }

    private void loadable(Scene scene, Notice notice, HtmlBuilder out) {
        Wording wording = scene.wording();
        out.open("span").attribute("class", "zweiklick-notice");
        out.open("span")
                .attribute("class", "zweiklick-text")
                .text(wording.say("intro"))
                .close();
        notice.essential().forEach(line -> out.html(NoticeMarkup.line(line, wording)));
        notice.remember().ifPresent(line -> out.html(NoticeMarkup.rememberLine(line, wording)));
        out.html(links(scene)
                .external(
                        notice.policy(),
                        wording.say("policy", "service", scene.names().service()),
                        wording));
        out.close();
        out.open("span").attribute("class", "zweiklick-actions");
        out.html(button(scene, notice, "once", wording.say("once")));
        notices.rememberLabel(scene.embed().service(), scene.names().service(), wording)
                .ifPresent(label -> out.html(button(scene, notice, "remember", label)));
        out.close();
        out.open("span").attribute("class", "zweiklick-links").html(original(scene));
        if (!scene.flow()) {
            out.html(Links.own(
                    scene.base() + "/notice?service="
                            + PercentEncoding.component(scene.embed().service().id()) + "&lang=" + wording.tag(),
                    wording.say("more.link", "service", scene.names().service())));
        }
        out.html(settings(scene)).close();
        if (scene.flow()) {
            out.html(details(scene, notice));
        }
        out.html(frameWithoutScript(scene));
    }

    private static Html details(Scene scene, Notice notice) {
        return new HtmlBuilder()
                .open("details")
                .attribute("class", "zweiklick-more")
                .open("summary")
                .text(scene.wording().say("more"))
                .close()
                .html(NoticeMarkup.list(notice.further()))
                .close()
                .toHtml();
    }

    private static Html button(Scene scene, Notice notice, String scope, String label) {
        HtmlBuilder out = new HtmlBuilder()
                .open("button")
                .attribute("class", "zweiklick-button")
                .attribute("type", "submit")
                .attribute("name", "scope")
                .attribute("value", scope)
                .attribute("form", "zweiklick-form")
                .attribute("formmethod", "post")
                .attribute(
                        "formaction", AirlockAddress.of(scene.base(), scene.embed(), notice.version(), scene.wording()))
                .attribute("formtarget", scene.id());
        if (scope.equals("remember")) {
            out.attribute("hidden");
        }
        return out.text(label)
                .open("span")
                .attribute("class", "zweiklick-aside")
                .text(scene.wording().say("colon", "text", scene.names().title()))
                .close()
                .close()
                .toHtml();
    }

    private Links links(Scene scene) {
        return new Links(settings.ledOut(), scene.base());
    }

    private Html original(Scene scene) {
        return links(scene)
                .external(
                        scene.embed().original(),
                        scene.wording().say("original", "service", scene.names().service()),
                        scene.wording());
    }

    /** The way to withdraw, which is there whether the embed is loaded or not. */
    private Html settings(Scene scene) {
        return settings.presentation().remembering().isOffered()
                ? PlaceholderView.settingsLink(scene.base(), scene.wording())
                : Html.EMPTY;
    }

    /** The frame the buttons name. Scripts make their own, with a name nobody can foresee. */
    private static Html frameWithoutScript(Scene scene) {
        FrameSize size = FrameSize.of(scene.embed().kind().size(), scene.where());
        Html frame = new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-text")
                .text(scene.wording().say("here"))
                .close()
                .open("iframe")
                .attribute("name", scene.id())
                .attribute("title", scene.names().title())
                .attribute("width", Integer.toString(size.pixelWidth()))
                .attribute("height", Integer.toString(size.pixelHeight()))
                .close()
                .toHtml();
        return scene.where().place() == Place.NOSCRIPT
                ? frame
                : new HtmlBuilder().open("noscript").html(frame).close().toHtml();
    }

    private void unloadable(Scene scene, HtmlBuilder out) {
        Wording wording = scene.wording();
        out.open("span")
                .attribute("class", "zweiklick-text")
                .text(wording.say("unloadable", "service", scene.names().service()))
                .close();
        out.open("span")
                .attribute("class", "zweiklick-links")
                .html(original(scene))
                .close();
    }
}
