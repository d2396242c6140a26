package io.github.zweiklick.audit.guard;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Protection;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.audit.harness.Answers;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Site;
import io.github.zweiklick.audit.harness.SiteRequest;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Pages that use libraries as their users do, at one host as they are and at one behind Zweiklick. */
final class LibrarySite implements Site {
    static final String GUARDED = "www.musterstadt.test";
    static final String BARE = "bare.musterstadt.test";
    /** Site's own policies, by the page that has them. */
    private static final Map<String, String> POLICIES = Map.of(
            "trusted-default", "require-trusted-types-for 'script'; trusted-types default",
            "trusted-listed", "require-trusted-types-for 'script'; trusted-types site dompurify",
            "nonce", "script-src 'nonce-abc'; object-src 'none'");

    private static final int PATIENCE_SECONDS = 15;

    private final String host;
    private final Optional<Zweiklick> zweiklick;
    /** Once for each page that has told that placeholders are known to it. */
    private final Semaphore defined = new Semaphore(0);

    private LibrarySite(String host, Optional<Zweiklick> zweiklick) {
        this.host = host;
        this.zweiklick = zweiklick;
    }

    static void serve(ContactHarness harness) {
        Zweiklick zweiklick = Zweiklick.of(Configuration.parse("{}", "zweiklick.json"));
        harness.serve(GUARDED, new LibrarySite(GUARDED, Optional.of(zweiklick)));
        harness.serve(BARE, new LibrarySite(BARE, Optional.empty()));
    }

    @Override
    public SiteResponse answer(SiteRequest request) throws IOException {
        WebUrl address = WebUrl.parse("https://" + host + request.target()).orElseThrow();
        if (zweiklick.isPresent() && zweiklick.get().isEndpoint(address.path())) {
            return endpoint(zweiklick.get(), request, address);
        }
        String[] path = address.path().substring(1).split("/", 2);
        return switch (path[0]) {
            case "index" -> page(address, index(path[1]), "text/html");
            case "npm" -> script(LibraryFiles.read(path[1]));
            case "commonjs" -> script(LibraryFiles.script(path[1]));
            case "fragment" -> page(address, text("fragment.html").replace("PAGE", path[1]), "text/html");
            case "plain" -> page(address, plain(path[1], address), "text/plain");
            case "json" -> page(address, json(path[1]), "application/json");
            case "held.js" -> held();
            case "defined" -> {
                defined.release();
                yield SiteResponse.empty(204);
            }
            case "own" -> SiteResponse.page("<!doctype html><title>Eigenes</title><link rel=icon href=data:,>Eigenes");
            default ->
                path[0].endsWith(".js")
                        ? script(Optional.of(text(path[0]).getBytes(StandardCharsets.UTF_8)))
                        : page(address, written(path[0]), "text/html");
        };
    }

    /** Several pages in frames: one start of a browser for all of them. */
    private static String index(String names) {
        StringBuilder html = new StringBuilder("<!doctype html><title>Rahmen</title><link rel=icon href=data:,>");
        for (String name : names.split(",")) {
            html.append("<iframe width=900 height=700 src=/" + name + "></iframe>");
        }
        return html.toString();
    }

    /** Some are of the same words, with another library or policy. */
    private static String written(String name) throws IOException {
        return switch (name) {
            case "jquery3" -> text("jquery.html").replace("/npm/jquery/", "/npm/jquery3/");
            case "trusted-plain" -> text("trusted-default.html");
            default -> text(name + ".html");
        };
    }

    private static String plain(String name, WebUrl address) throws IOException {
        String target = address.toString();
        return text("plain.html")
                .replace("PAGE", name)
                .replace("WHAT", target.contains("?") ? target.substring(target.indexOf('?') + 1) : "plain");
    }

    private static String json(String name) throws IOException {
        String html = text("plain.html").replace("PAGE", name).replace("WHAT", "json");
        return "{\"html\": \"" + html.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    private static String text(String file) throws IOException {
        try (InputStream in = LibrarySite.class.getResourceAsStream("libraries/" + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SiteResponse script(Optional<byte[]> code) {
        return code.filter(bytes -> bytes.length > 0)
                .map(bytes -> SiteResponse.of("text/javascript", new String(bytes, StandardCharsets.UTF_8)))
                .orElseGet(() -> SiteResponse.empty(404));
    }

    private SiteResponse page(WebUrl address, String html, String type) {
        if (html.isEmpty()) {
            return SiteResponse.empty(404);
        }
        String policy = POLICIES.getOrDefault(address.path().substring(1), "");
        String sent = html;
        List<HeaderLine> headers = List.of();
        if (zweiklick.isPresent()) {
            Protection protection = zweiklick.get().protection(address, "");
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            Rewrite rewrite = protection.page(
                    body, Optional.of(type + "; charset=utf-8"), policy.isEmpty() ? List.of() : List.of(policy));
            sent = rewrite instanceof Rewrite.Rewritten rewritten
                    ? new String(rewritten.body(), StandardCharsets.UTF_8)
                    : html;
            headers = protection.headers();
        }
        SiteResponse response = Answers.with(SiteResponse.of(type + "; charset=utf-8", sent), headers);
        return policy.isEmpty() ? response : response.with("Content-Security-Policy", policy);
    }

    /** A script that the reading of its page waits for, until placeholders are known to it. */
    private SiteResponse held() throws IOException {
        try {
            if (!defined.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no page has told that it knows placeholders");
            }
            return SiteResponse.of("text/javascript", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static SiteResponse endpoint(Zweiklick zweiklick, SiteRequest request, WebUrl address) {
        String path = address.path().substring(zweiklick.configuration().base().length());
        Reply reply =
                zweiklick.answer(new Request(request.method(), path, address, request::header, request.body()), "");
        return Answers.of(reply);
    }
}
