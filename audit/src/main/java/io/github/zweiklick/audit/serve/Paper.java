package io.github.zweiklick.audit.serve;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CompileTimeConstant;
import io.github.zweiklick.audit.report.Words;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;

/** One page that is being written: head and navigation are there, then what a view writes, then the end. */
final class Paper {
    private final HtmlBuilder out = new HtmlBuilder();
    private final Texts texts;
    private final Place place;

    Paper(Texts texts, Place place) {
        this.texts = texts;
        this.place = place;
    }

    /**
     * Where a page stands.
     *
     * @param root path that all addresses begin with
     * @param path of this page behind the language, such as {@code audits/ID}; empty: the form
     */
    record Place(String root, String language, String path) {

        String to(String target) {
            return root + "/" + language + "/" + target;
        }

        String in(String other) {
            return root + "/" + other + "/" + path;
        }
    }

    HtmlBuilder out() {
        return out;
    }

    Words words() {
        return texts.words();
    }

    /** The report's words. */
    Words report() {
        return texts.report();
    }

    String say(String key, String... places) {
        return texts.words().say(key, places);
    }

    String to(String target) {
        return place.to(target);
    }

    /** @param live whether a script tells how an audit goes on */
    @CanIgnoreReturnValue
    Paper begin(String title, boolean live) {
        out.open("html").attribute("lang", texts.words().tag()).open("head");
        out.open("meta").attribute("charset", "utf-8").closeVoid();
        element("title", title + " – " + say("name"));
        out.open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1")
                .closeVoid();
        out.open("link").attribute("rel", "icon").attribute("href", "data:,").closeVoid();
        out.open("link")
                .attribute("rel", "stylesheet")
                .attribute("href", place.root() + "/serve.css")
                .closeVoid();
        if (live) {
            out.open("script")
                    .attribute("type", "module")
                    .attribute("src", place.root() + "/serve.js")
                    .close();
        }
        out.close().open("body");
        out.open("a")
                .attribute("class", "skip")
                .attribute("href", "#main")
                .text(say("skip"))
                .close();
        banner();
        out.open("main").attribute("id", "main");
        return this;
    }

    private void banner() {
        out.open("header").open("div").attribute("class", "bar");
        out.open("p").attribute("class", "name").text(say("name")).close();
        out.open("nav").attribute("aria-label", say("nav")).open("ul");
        for (String target : List.of("", "audits")) {
            out.open("li").open("a").attribute("href", to(target));
            if (place.path().equals(target)) {
                out.attribute("aria-current", "page");
            }
            out.text(say(target.isEmpty() ? "nav.new" : "nav.audits")).close().close();
        }
        out.close().close();
        String other = place.language().equals("de") ? "en" : "de";
        out.open("a")
                .attribute("class", "language")
                .attribute("href", place.in(other))
                .attribute("hreflang", other)
                .attribute("lang", other)
                .text(say("language.other"))
                .close();
        out.close().close();
    }

    /** The document. */
    String end() {
        out.close();
        out.open("footer").open("p").text(say("foot")).close().close();
        return "<!DOCTYPE html>\n" + out.close().close().toHtml() + "\n";
    }

    @CanIgnoreReturnValue
    Paper element(@CompileTimeConstant String element, String text) {
        out.open(element).text(text).close();
        return this;
    }

    @CanIgnoreReturnValue
    Paper element(@CompileTimeConstant String element, String className, String text) {
        out.open(element).attribute("class", className).text(text).close();
        return this;
    }

    /** What this program says, which is English in every language. */
    @CanIgnoreReturnValue
    Paper english(String text) {
        out.open("span").attribute("lang", "en").text(words().cut(text)).close();
        return this;
    }

    @CanIgnoreReturnValue
    Paper link(String target, String text) {
        out.open("a").attribute("href", to(target)).text(text).close();
        return this;
    }

    @CanIgnoreReturnValue
    Paper button(String className, String text) {
        out.open("button")
                .attribute("type", "submit")
                .attribute("class", className)
                .text(text)
                .close();
        return this;
    }

    /** A form with nothing but its button: it does something. */
    @CanIgnoreReturnValue
    Paper action(String target, String className, String text) {
        out.open("form").attribute("method", "post").attribute("action", to(target));
        button(className, text);
        out.close();
        return this;
    }

    /** A term and what is to be said of it; nothing where that is empty. */
    @CanIgnoreReturnValue
    Paper entry(String term, String value) {
        if (!value.isBlank()) {
            out.open("div").open("dt").text(term).close();
            out.open("dd").text(words().cut(value)).close().close();
        }
        return this;
    }
}
