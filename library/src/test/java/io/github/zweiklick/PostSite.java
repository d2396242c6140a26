package io.github.zweiklick;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.media.Samples;
import io.github.zweiklick.page.LinkRule;
import io.github.zweiklick.page.LinkedPage;
import io.github.zweiklick.page.PageSource;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.Guarding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A site that shows single posts, and the networks it asks, which do as they are told. */
final class PostSite implements AutoCloseable {
    static final String ORIGIN = "https://www.musterstadt.example";
    private static final WebUrl PAGE = WebUrl.parse(ORIGIN + "/").orElseThrow();

    final StubServer stub = StubServer.http();
    final TestClock clock = new TestClock();
    final Site site;
    /** By a part of the request's line. */
    private final Map<String, StubServer.Reply> answers = new ConcurrentHashMap<>();

    /** @param feeds the member of that name, where {@code BASE} is where the networks are */
    PostSite(String feeds) {
        this(feeds, "");
    }

    /** @param outbound members of that object */
    PostSite(String feeds, String outbound) {
        stub.replies((request, socket) -> answers.entrySet().stream()
                .filter(one -> request.line().contains(one.getKey()))
                .max(Comparator.comparing(one -> one.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(StubServer.json("[]"))
                .to(request, socket));
        site = Site.of(
                Configuration.parse(
                        "{\"origin\": \"" + ORIGIN + "\", \"outbound\": {" + outbound + "}, \"feeds\": "
                                + feeds.replace("BASE", stub.origin()) + "}",
                        "zweiklick.json"),
                clock);
    }

    void answer(String request, int status, String body) {
        answers.put(request, StubServer.status(status, "application/json", body));
    }

    void text(String request, String type, String body) {
        answers.put(request, StubServer.status(200, type, body));
    }

    /** A picture of 64 by 36 pixels. */
    void picture(String request) throws IOException {
        answers.put(request, StubServer.answer(200, Map.of("Content-Type", "image/jpeg"), Samples.jpeg(64, 36)));
    }

    static String element(String href) {
        return "<zweiklick-post href=\"" + href + "\"><p class=own>Unsere Worte</p></zweiklick-post>";
    }

    private LinkedPage rewrite(String body) {
        return rewrite(
                "text/html; charset=utf-8",
                "<!doctype html><html lang=de><head><title>a</title></head><body><h2>Neues</h2>" + body);
    }

    private LinkedPage rewrite(String type, String text) {
        byte[] page = text.getBytes(StandardCharsets.UTF_8);
        return site.rewriter()
                .rewrite(
                        new PageSource(
                                page, Optional.of(type), PAGE, site.ownership().of(PAGE), "/zweiklick"),
                        site.view().page("/zweiklick", List.of(), Guarding.NONE),
                        LinkRule.LEFT);
    }

    Document page(String body) {
        return Jsoup.parse(
                rewrite(body).rewrite() instanceof Rewrite.Rewritten done
                        ? new String(done.body(), StandardCharsets.UTF_8)
                        : body,
                ORIGIN + "/");
    }

    /** A page's text as it goes out. */
    String sent(String body) {
        return new String(((Rewrite.Rewritten) rewrite(body).rewrite()).body(), StandardCharsets.UTF_8);
    }

    /** Whether a second pass leaves a page as it is. */
    boolean isSameAgain(String sent) {
        return rewrite("text/html; charset=utf-8", sent).rewrite() instanceof Rewrite.Unchanged;
    }

    /** A page of XHTML as it goes out. */
    String xhtml(String body) {
        String page = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"de\"><head><title>a</title></head><body>"
                + body + "</body></html>";
        return rewrite("application/xhtml+xml; charset=utf-8", page).rewrite() instanceof Rewrite.Rewritten done
                ? new String(done.body(), StandardCharsets.UTF_8)
                : page;
    }

    Optional<Duration> lifetime(String body) {
        return rewrite(body).lifetime();
    }

    Document post(String href) {
        return page(element(href));
    }

    /** The article, once it is shown. */
    Element article(String href) {
        Eventually.until(
                "the post is shown", () -> !post(href).select("article").isEmpty());
        return post(href).select("zweiklick-post[data-state=shown] article").get(0);
    }

    /** Waits until the author's words stand alone. */
    void gone(String href) {
        Eventually.until("the post is gone", () -> isAlone(post(href)));
    }

    static boolean isAlone(Document page) {
        return page.select("article, zweiklick-embed").isEmpty()
                && !page.select("zweiklick-post .own").isEmpty();
    }

    static boolean isTwoClick(Document page) {
        return page.select("article").isEmpty()
                && !page.select("zweiklick-embed[data-state=placeholder] .own").isEmpty();
    }

    /** First lines of what was asked, but of feeds. */
    List<String> asked(String part) {
        return stub.lines().stream().filter(line -> line.contains(part)).toList();
    }

    /** What a script gets for an address. */
    Reply embed(String href) {
        return site.endpoints().answer(request("GET", "/embed?href=" + PercentEncoding.component(href)), "/zweiklick");
    }

    Reply administer(String method, String path) {
        return site.admin().answer(request(method, path), "/zweiklick");
    }

    private static Request request(String method, String path) {
        return new Request(
                method,
                path.replaceFirst("\\?.*", ""),
                WebUrl.parse(ORIGIN + "/zweiklick" + path).orElseThrow(),
                name -> name.equals("Sec-Fetch-Site") ? Optional.of("same-origin") : Optional.empty(),
                new byte[0]);
    }

    @Override
    public void close() {
        site.asked().close();
        stub.close();
    }
}
