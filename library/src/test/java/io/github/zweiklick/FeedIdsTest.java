package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.url.WebUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ids of entries in feeds for programs, where the posts have no page of their own. */
@Timeout(60)
final class FeedIdsTest {
    private static final String FEEDS = """
            {"sources": {"presse": {"kind": "feed", "address": "BASE/presse.xml", "refresh": "10 minutes"},
                         "amt": {"kind": "feed", "address": "BASE/amt.json"}}}""";
    private static final String WITHOUT_LINKS = item("a", "") + item("b", "");
    private static final String ONE_LINK = "<link>https://www.musterstadt.example/alle</link>";
    private static final String OWN_LINK = "<link>https://www.musterstadt.example/5</link>";

    private PostSite site = new PostSite(FEEDS);

    @AfterEach
    void close() {
        site.close();
    }

    private static String item(String guid, String parts) {
        return "<item><guid isPermaLink='false'>" + guid + "</guid><title>Titel " + guid + "</title>"
                + "<pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate>" + parts + "</item>";
    }

    private void answer(String items) {
        site.answer(
                "/presse.xml",
                200,
                "<rss version='2.0'><channel><title>T</title><link>https://www.musterstadt.example/</link>" + items
                        + "</channel></rss>");
        // The same number, and the same home page.
        site.answer("/amt.json", 200, """
                {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://www.musterstadt.example/",
                 "items": [{"id": "a", "content_text": "Amtlich", "date_published": "2026-05-04T10:00:00Z"}]}""");
    }

    private String get(String path) {
        return new String(
                site.site
                        .endpoints()
                        .answer(
                                new Request(
                                        "GET",
                                        path,
                                        WebUrl.parse(PostSite.ORIGIN + "/zweiklick" + path)
                                                .orElseThrow(),
                                        name -> Optional.empty(),
                                        new byte[0]),
                                "/zweiklick")
                        .body(),
                StandardCharsets.UTF_8);
    }

    private List<String> ids(String sources) {
        return Stream.of(JsonMapper.shared().readTree(get("/feeds/" + sources)).path("items"))
                .flatMap(
                        items -> items.valueStream().map(item -> item.path("id").asString()))
                .toList();
    }

    private List<String> ids(String sources, int posts) {
        // The feeds may have been asked for before the network knew what to say.
        Eventually.until(posts + " posts", () -> {
            site.clock.advance(Duration.ofSeconds(10));
            return ids(sources).size() == posts;
        });
        return ids(sources);
    }

    @Test
    void eachHasItsOwnAndThatOfItsPageWhereItHasOne() {
        answer(WITHOUT_LINKS + item("c", ONE_LINK) + item("d", ONE_LINK) + item("e", OWN_LINK));
        List<String> ids = ids("presse,amt", 6);
        assertThat(ids).doesNotHaveDuplicates().contains("https://www.musterstadt.example/5");
        assertThat(ids).filteredOn(id -> id.startsWith("urn:uuid:")).hasSize(5);
        assertThat(ids).allMatch(id -> URI.create(id).isAbsolute());
        assertThat(Jsoup.parse(get("/feeds/presse,amt.atom"), "", Parser.xmlParser())
                        .select("entry > id")
                        .eachText())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void staysTheSame() {
        answer(WITHOUT_LINKS);
        List<String> ids = ids("presse", 2);

        answer(item("new", "") + WITHOUT_LINKS.replace("Titel", "Neuer Titel"));
        site.clock.advance(Duration.ofMinutes(10));
        assertThat(ids("presse", 3)).containsAll(ids);
        assertThat(get("/feeds/presse")).contains("Neuer Titel a");
    }

    @Test
    void oneIsTakenOutWithoutTheOthers() {
        answer(WITHOUT_LINKS);
        ids("presse,amt", 3);
        site.administer("POST", "/admin/posts?do=remove&source=presse&post=a");
        JsonNode items = JsonMapper.shared().readTree(get("/feeds/presse,amt")).path("items");
        assertThat(items.valueStream()
                        .map(item -> item.path("content_text").asString()
                                + item.path("title").asString("")))
                .containsExactlyInAnyOrder("Titel b", "Amtlich");
    }
}
