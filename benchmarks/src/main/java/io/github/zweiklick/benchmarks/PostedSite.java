package io.github.zweiklick.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A site with posts of five accounts, ten of each with a picture, links, hashtags and counts, from a network on loopback in the
 * shape of Mastodon's interface; all of them fetched.
 */
final class PostedSite {
    static final int SOURCES = 5;
    static final int POSTS = 10;
    private static final String WORDS =
            "<p>Ab Montag ist die Brücke am Markt für den Verkehr gesperrt. Der Umweg führt über die Mühlenstraße, für Fußgänger"
                    + " und Radfahrer bleibt der Steg offen.</p><p>Mehr steht unter <a href=\\\"https://www.musterstadt.example/bruecke\\\">"
                    + "musterstadt.example/bruecke</a>. <a class=\\\"mention hashtag\\\" rel=\\\"tag\\\""
                    + " href=\\\"https://social.example/tags/musterstadt\\\">#<span>musterstadt</span></a></p>";

    private static final WebUrl ADDRESS = WebUrl.parse("http://localhost/").orElseThrow();
    private static final byte[] PAGE =
            page("<zweiklick-feed source=\"account0 account1 account2 account3 account4\" limit=50></zweiklick-feed>");
    private static final byte[] PAGE_WITHOUT = page("<p>Nichts</p>");

    final Zweiklick zweiklick;

    private PostedSite(Zweiklick zweiklick) {
        this.zweiklick = zweiklick;
    }

    /** Starts the network, too, which ends with the process. */
    static PostedSite open() {
        try {
            return fetched();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PostedSite fetched() throws IOException {
        HttpServer network = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        network.setExecutor(Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        network.createContext("/", exchange -> {
            byte[] body = statuses(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        network.start();
        String sources = IntStream.range(0, SOURCES)
                .mapToObj(i ->
                        "\"account%d\": {\"kind\": \"mastodon\", \"base\": \"http://127.0.0.1:%d\", \"accountId\": \"%d\"}"
                                .formatted(i, network.getAddress().getPort(), i))
                .collect(Collectors.joining(", "));
        PostedSite site = new PostedSite(Zweiklick.of(Configuration.parse(
                "{\"origin\": \"http://localhost\", \"feeds\": {\"sources\": {" + sources + "}}}", "zweiklick.json")));
        long end = System.nanoTime() + 60_000_000_000L;
        while (site.articles() < SOURCES * POSTS) {
            if (System.nanoTime() > end) {
                throw new IOException("Posts did not come: " + site.zweiklick.findings());
            }
            LockSupport.parkNanos(20_000_000);
        }
        return site;
    }

    private static String statuses(String path) {
        String account = path.replaceAll("\\D+", "").substring(1);
        return IntStream.range(0, POSTS).mapToObj(i -> status(account, i)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String status(String account, int number) {
        return """
                {"id": "%s%d", "created_at": "%s", "url": "https://social.example/@a%s/%d", "visibility": "public",
                 "language": "de", "content": "%s", "replies_count": 3, "reblogs_count": 7, "favourites_count": 21,
                 "account": {"id": "%s", "acct": "a%s", "display_name": "Amt %s", "url": "https://social.example/@a%s",
                   "avatar_static": "https://files.social.example/%s.png"},
                 "media_attachments": [{"type": "image", "url": "https://files.social.example/%s-%d.jpg",
                   "meta": {"original": {"width": 1600, "height": 900}}, "description": "Die Brücke am Markt"}]}""".formatted(
                        account,
                        number,
                        Instant.parse("2026-11-24T10:00:00Z").minusSeconds(number * 3_600L),
                        account,
                        number,
                        WORDS,
                        account,
                        account,
                        account,
                        account,
                        account,
                        account,
                        number);
    }

    private static byte[] page(String element) {
        return ("<!doctype html><html lang=de><head><title>Musterstadt</title></head><body><h1>Musterstadt</h1><h2>Aktuelles</h2>"
                        + element)
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] withPosts() {
        return rewritten(PAGE);
    }

    byte[] withoutPosts() {
        return rewritten(PAGE_WITHOUT);
    }

    /** As the application writes it. */
    static byte[] source() {
        return PAGE.clone();
    }

    private byte[] rewritten(byte[] page) {
        Rewrite rewrite =
                zweiklick.protection(ADDRESS, "").page(page, Optional.of("text/html; charset=utf-8"), List.of());
        return rewrite instanceof Rewrite.Rewritten done ? done.body() : page;
    }

    private int articles() {
        return new String(withPosts(), StandardCharsets.US_ASCII).split("<article", -1).length - 1;
    }
}
