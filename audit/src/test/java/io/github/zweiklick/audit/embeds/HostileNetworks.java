package io.github.zweiklick.audit.embeds;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Interfaces of networks on this machine whose every text and address is written by somebody who wants to get out of its place,
 * in the vendors' shapes.
 */
final class HostileNetworks implements AutoCloseable {
    /** Nobody may be asked for it; the site's own server does not ask either, since it is at no usual port. */
    private static final String EVIL = "https://boese.test:8443/";

    /** What ends most places that a text can stand in, and what then contacts somebody or runs. */
    static final String WORDS = "\"'></a></p></article></li></ul></zweiklick-feed></textarea></title><script src="
            + EVIL
            + "s.js></script><script>document.title='gehackt'</script><img src=" + EVIL
            + "i.png srcset=\"" + EVIL + "j.png 2x\" onerror=\"document.title='gehackt'\"><style>@import '" + EVIL
            + "c.css';body{display:none}</style><link rel=preconnect href=" + EVIL
            + "><meta http-equiv=refresh content=\"0;url="
            + EVIL + "\"><base href=" + EVIL + "><iframe src=" + EVIL
            + "></iframe><svg onload=\"document.title='gehackt'\"><image href=" + EVIL
            + "v.svg /></svg><video poster=" + EVIL + "p.png autoplay src=" + EVIL + "v.mp4></video><object data="
            + EVIL
            + "></object><a href=\"javascript:document.title='gehackt'\" ping=" + EVIL
            + ">Klick</a><div style=\"background:url(" + EVIL + "b.png);position:fixed;inset:0\">\u202egnp.exe\u202c "
            + "W".repeat(3_000) + " a" + "\u0301".repeat(200) + " {{demo}} \u0000<!-- ]]>";

    private static final List<String> ADDRESSES = List.of(
            "javascript:document.title='gehackt'",
            "data:text/html,<script>document.title='gehackt'</script>",
            EVIL + "\"onerror=document.title='gehackt' x=\"",
            "//boese.test:8443/x",
            EVIL + "a?b=<script>");

    private static final String TIME = "2026-11-24T08:00:00.000Z";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final HttpServer server;

    private HostileNetworks(HttpServer server) {
        this.server = server;
    }

    static HostileNetworks start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HostileNetworks networks = new HostileNetworks(server);
        networks.answer("/mastodon/api/v1/accounts/7/statuses", MAPPER.writeValueAsString(statuses()));
        networks.answer("/bluesky/xrpc/app.bsky.feed.getAuthorFeed", MAPPER.writeValueAsString(authorFeed()));
        networks.answer("/graph/", MAPPER.writeValueAsString(pagePosts()));
        networks.answer("/feed.xml", feed());
        server.start();
        return networks;
    }

    /** Members of a configuration that shows all of it, also what is others'. */
    String configuration(String tokenFile) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        String all = "\"others\": \"show\", \"rights\": \"for the test\"";
        return """
                , "origin": "https://www.musterstadt.test", "feeds": {"timeZone": "Europe/Berlin", "sources": {
                  "m": {"kind": "mastodon", "base": "%1$s/mastodon", "accountId": "7", %2$s},
                  "b": {"kind": "bluesky", "base": "%1$s/bluesky", "actor": "boese.test", %2$s},
                  "f": {"kind": "facebook", "base": "%1$s/graph", "page": "1000", "token": {"file": "%3$s"}, %2$s},
                  "r": {"kind": "feed", "address": "%1$s/feed.xml", %2$s}}}""".formatted(base, all, tokenFile);
    }

    private static String address(int number) {
        return ADDRESSES.get(number % ADDRESSES.size());
    }

    private static List<Object> statuses() {
        return List.of(status(1), status(2), status(3), status(4), status(5));
    }

    private static Map<String, Object> status(int n) {
        Map<String, Object> emoji =
                Map.of("shortcode", "x\"><img src=" + EVIL + ">", "url", address(n), "static_url", EVIL + "e.png");
        return Map.ofEntries(
                Map.entry("id", n + WORDS.substring(0, 40)),
                Map.entry("created_at", TIME),
                Map.entry("url", "https://boese.test/@x/" + n + "\"><script>"),
                Map.entry("visibility", "public"),
                Map.entry("language", "de\" onmouseover=\"document.title='gehackt'"),
                Map.entry("content", "<p>" + WORDS + "</p><p onclick=x style='position:fixed'>" + WORDS),
                Map.entry("spoiler_text", n == 2 ? WORDS : ""),
                Map.entry("sensitive", n == 3),
                Map.entry(
                        "account",
                        Map.of(
                                "id",
                                "7",
                                "acct",
                                "\u202eelpmaxe@x\"><b>",
                                "display_name",
                                "\u202e\u05e9\u05dc\u05d5\u05dd " + WORDS,
                                "url",
                                address(n),
                                "avatar_static",
                                EVIL + "avatar.png?\"onerror=x",
                                "emojis",
                                List.of(emoji))),
                Map.entry("emojis", List.of(emoji)),
                Map.entry(
                        "media_attachments",
                        List.of(
                                Map.of("type", "image", "url", EVIL + n + ".jpg", "description", WORDS),
                                Map.of(
                                        "type",
                                        "video",
                                        "url",
                                        address(n),
                                        "preview_url",
                                        address(n + 1),
                                        "description",
                                        WORDS),
                                Map.of("type", "audio", "url", EVIL + "a.mp3", "description", WORDS))),
                Map.entry(
                        "card",
                        Map.of(
                                "url",
                                address(n + 2),
                                "title",
                                WORDS,
                                "description",
                                WORDS,
                                "image",
                                EVIL + "card.png",
                                "html",
                                WORDS)),
                Map.entry(
                        "poll",
                        Map.of(
                                "options",
                                List.of(
                                        Map.of("title", WORDS, "votes_count", 9_007_199_254_740_993L),
                                        Map.of("title", "\u202eB", "votes_count", -1)),
                                "expires_at",
                                WORDS)),
                Map.entry("edited_at", TIME));
    }

    private static Map<String, Object> authorFeed() {
        Map<String, Object> author =
                Map.of("did", "did:plc:boese", "handle", "boese.test", "displayName", WORDS, "avatar", EVIL + "a.png");
        Map<String, Object> record = Map.of(
                "$type",
                "app.bsky.feed.post",
                "createdAt",
                TIME,
                "text",
                WORDS,
                "langs",
                List.of("de\"><script>"),
                "facets",
                List.of(
                        Map.of(
                                "index",
                                Map.of("byteStart", 0, "byteEnd", 40),
                                "features",
                                List.of(Map.of("$type", "app.bsky.richtext.facet#link", "uri", address(0)))),
                        Map.of(
                                "index",
                                Map.of("byteStart", 41, "byteEnd", 400),
                                "features",
                                List.of(Map.of("$type", "app.bsky.richtext.facet#tag", "tag", WORDS)))));
        Map<String, Object> embed = Map.of(
                "$type",
                "app.bsky.embed.images#view",
                "images",
                List.of(Map.of(
                        "thumb",
                        EVIL + "t.png",
                        "fullsize",
                        address(2),
                        "alt",
                        WORDS,
                        "aspectRatio",
                        Map.of("width", 1, "height", 99_999))));
        Map<String, Object> external = Map.of(
                "$type",
                "app.bsky.embed.external#view",
                "external",
                Map.of("uri", address(3), "title", WORDS, "description", WORDS, "thumb", EVIL + "k.png"));
        return Map.of(
                "feed",
                List.of(
                        Map.of(
                                "post",
                                Map.of(
                                        "uri",
                                        "at://did:plc:boese/app.bsky.feed.post/1",
                                        "author",
                                        author,
                                        "record",
                                        record,
                                        "embed",
                                        embed,
                                        "indexedAt",
                                        TIME)),
                        Map.of(
                                "post",
                                Map.of(
                                        "uri",
                                        "at://did:plc:boese/app.bsky.feed.post/2",
                                        "author",
                                        author,
                                        "record",
                                        record,
                                        "embed",
                                        external,
                                        "indexedAt",
                                        TIME)),
                        Map.of(
                                "post",
                                Map.of(
                                        "uri",
                                        "at://did:plc:boese/app.bsky.feed.post/3",
                                        "author",
                                        author,
                                        "record",
                                        record,
                                        "indexedAt",
                                        TIME,
                                        "embed",
                                        Map.of(
                                                "$type",
                                                "app.bsky.embed.record#view",
                                                "record",
                                                Map.of(
                                                        "$type",
                                                        "app.bsky.embed.record#viewRecord",
                                                        "uri",
                                                        "at://did:plc:boese/app.bsky.feed.post/4",
                                                        "author",
                                                        author,
                                                        "value",
                                                        record,
                                                        "embeds",
                                                        List.of(embed)))))));
    }

    private static Map<String, Object> pagePosts() {
        return Map.of(
                "data",
                List.of(Map.of(
                        "id",
                        "1000_1",
                        "created_time",
                        "2026-11-24T08:00:00+0000",
                        "message",
                        WORDS,
                        "permalink_url",
                        address(1),
                        "from",
                        Map.of("id", "1000", "name", WORDS, "picture", Map.of("data", Map.of("url", EVIL + "f.png"))),
                        "attachments",
                        Map.of(
                                "data",
                                List.of(
                                        Map.of(
                                                "media_type",
                                                "video",
                                                "title",
                                                WORDS,
                                                "url",
                                                address(0),
                                                "media",
                                                Map.of(
                                                        "image",
                                                        Map.of("src", EVIL + "g.jpg", "width", 1, "height", 1))),
                                        Map.of(
                                                "media_type",
                                                "link",
                                                "title",
                                                WORDS,
                                                "description",
                                                WORDS,
                                                "unshimmed_url",
                                                address(4)))))));
    }

    private static String feed() {
        String words = WORDS.replace("&", "&amp;").replace("<", "&lt;").replace("\u0000", "");
        return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>"
                + words + "</title><link>javascript:x</link><language>de\" onload=\"x</language><item><title>" + words
                + "</title><link>"
                + EVIL + "</link><dc:creator>" + words
                + "</dc:creator><guid>1</guid><pubDate>Tue, 24 Nov 2026 08:00:00 +0000</pubDate><description>"
                + words + "</description><enclosure url=\"" + EVIL
                + "x.jpg\" type=\"image/jpeg\"/><media:content url=\"" + EVIL
                + "y.mp4\" medium=\"video\"/><media:description>" + words
                + "</media:description></item></channel></rss>";
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
