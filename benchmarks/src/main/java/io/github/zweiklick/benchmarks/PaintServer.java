package io.github.zweiklick.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.url.WebUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Serves pages with three embeds over a slow connection (150 ms, 1.6 Mbit/s): plain, with Zweiklick, and with what else people use.
 * For {@code benchmarks/placeholders}; ends with its standard input.
 */
public final class PaintServer {
    private static final int LATENCY_MILLIS = 150;
    private static final int BYTES_PER_MILLI = 200;
    private static final String VIDEO =
            "<iframe width=560 height=315 src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>";
    private static final String MAP =
            "<iframe width=560 height=315 src=\"https://www.openstreetmap.org/export/embed.html?"
                    + "bbox=18.747%2C49.193%2C18.776%2C49.210&amp;layer=mapnik\"></iframe>";
    private static final String FILM =
            "<iframe width=560 height=315 src=\"https://player.vimeo.com/video/76979871\"></iframe>";
    private static final String TELLING = "<script>let shift=0;"
            + "new PerformanceObserver(list=>list.getEntries().forEach(e=>{if(!e.hadRecentInput)shift+=e.value})).observe({type:'layout-shift',buffered:true});"
            + "addEventListener('load',()=>setTimeout(()=>{const paint=performance.getEntriesByName('first-contentful-paint')[0];"
            + "console.log('measured paint='+(paint?paint.startTime.toFixed(1):'none')+' shift='+shift.toFixed(4)+' script='+(window.t1-window.t0||0).toFixed(1))},700))</script>";

    private final Zweiklick zweiklick =
            Zweiklick.of(Configuration.parse("{\"guard\": \"never\", \"controller\": \"Stadt Musterstadt\"}", "paint"));
    private final Path peers;

    private PaintServer(Path peers) {
        this.peers = peers;
    }

    public static void main(String[] arguments) throws IOException {
        PaintServer site = new PaintServer(Path.of(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        server.setExecutor(threads);
        server.createContext("/", site::answer);
        server.start();
        System.out.println("ready http://127.0.0.1:" + server.getAddress().getPort());
        try (InputStream in = System.in) {
            in.readAllBytes();
        }
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            WebUrl address =
                    WebUrl.parse("http://127.0.0.1" + exchange.getRequestURI()).orElseThrow();
            if (zweiklick.isEndpoint(path)) {
                Reply reply = zweiklick.answer(
                        new Request(
                                "GET",
                                path.substring("/zweiklick".length()),
                                address,
                                name -> Optional.empty(),
                                new byte[0]),
                        "");
                reply.headers().forEach(line -> exchange.getResponseHeaders().add(line.name(), line.value()));
                send(exchange, reply.status(), reply.body());
                return;
            }
            switch (path) {
                case "/plain" -> page(exchange, page("", "<p>Ein Film.</p><p>Eine Karte.</p><p>Noch ein Film.</p>"));
                case "/placeholders" -> page(exchange, rewritten(address, VIDEO + MAP + FILM));
                case "/thirty" -> page(exchange, timed(rewritten(address, (VIDEO + MAP + FILM).repeat(10))));
                case "/iframemanager" -> page(exchange, iframeManager());
                case "/shariff" -> page(exchange, shariff());
                case "/t0.js" ->
                    file(exchange, "window.t0=performance.now()".getBytes(StandardCharsets.US_ASCII), "js");
                case "/t1.js" ->
                    file(exchange, "window.t1=performance.now()".getBytes(StandardCharsets.US_ASCII), "js");
                default -> peer(exchange, path);
            }
        }
    }

    private String rewritten(WebUrl address, String embeds) {
        byte[] page = page("", embeds).getBytes(StandardCharsets.UTF_8);
        Rewrite rewrite =
                zweiklick.protection(address, "").page(page, Optional.of("text/html; charset=utf-8"), List.of());
        return new String(((Rewrite.Rewritten) rewrite).body(), StandardCharsets.UTF_8);
    }

    /** With the time before and after the script of the placeholders has run. */
    private static String timed(String page) {
        String script = "<script src=\"/zweiklick/assets/zweiklick-";
        int at = page.indexOf(script);
        int end = page.indexOf("</script>", at) + "</script>".length();
        return page.substring(0, at)
                + "<script src=/t0.js defer></script>" + page.substring(at, end)
                + "<script src=/t1.js defer></script>" + page.substring(end);
    }

    private static String iframeManager() {
        String box = "<div data-service=\"youtube\" data-id=\"dQw4w9WgXcQ\" data-autoscale></div>";
        return page(
                "<link rel=stylesheet href=/iframemanager.css><script defer src=/iframemanager.js></script>",
                box.repeat(3)
                        + "<script>addEventListener('DOMContentLoaded',()=>iframemanager().run({currLang:'de',services:{youtube:{"
                        + "embedUrl:'https://www.youtube-nocookie.com/embed/{data-id}',"
                        + "languages:{de:{notice:'Dieser Inhalt wird von einem anderen Anbieter geladen.',loadBtn:'Laden',loadAllBtn:'Nicht mehr fragen'}}}}}))</script>");
    }

    private static String shariff() {
        return page(
                "<link rel=stylesheet href=/shariff.complete.css>",
                "<p>Ein Film.</p><div class=shariff data-services=\"[&quot;facebook&quot;,&quot;twitter&quot;,&quot;mail&quot;]\"></div>"
                        + "<script src=/shariff.min.js></script>");
    }

    private static String page(String head, String content) {
        return "<!DOCTYPE html><html lang=de><head><meta charset=utf-8><title>Aktuelles</title><link rel=icon href=data:,>"
                + head
                + "<style>body{font:1rem sans-serif;max-width:60rem;margin:auto}</style></head><body><h1>Aktuelles</h1>"
                + "<p>Der Rat hat in seiner Sitzung beschlossen, was hier steht.</p>".repeat(20) + content
                + "<p>Danach.</p>" + TELLING + "</body></html>";
    }

    private void peer(HttpExchange exchange, String path) throws IOException {
        Path file = peers.resolve(path.substring(1)).normalize();
        if (!file.startsWith(peers) || !Files.isRegularFile(file)) {
            send(exchange, 404, new byte[0]);
            return;
        }
        file(exchange, Files.readAllBytes(file), path.endsWith(".css") ? "css" : "js");
    }

    private static void file(HttpExchange exchange, byte[] content, String kind) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", kind.equals("css") ? "text/css" : "text/javascript");
        send(exchange, 200, content);
    }

    private static void page(HttpExchange exchange, String html) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        send(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
    }

    /** Compressed as servers do, and as slowly as a phone gets it. */
    private static void send(HttpExchange exchange, int status, byte[] plain) throws IOException {
        byte[] body = gzip(plain);
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        pause(LATENCY_MILLIS);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int from = 0; from < body.length; from += 10 * BYTES_PER_MILLI) {
                int length = Math.min(10 * BYTES_PER_MILLI, body.length - from);
                out.write(body, from, length);
                out.flush();
                pause(10);
            }
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
