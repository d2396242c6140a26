package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A city site served by the façade alone, as a template engine without a filter might. */
final class ProtectedSite implements Site {
    static final String HOST = "www.musterstadt.test";
    static final String ORIGIN = "https://" + HOST;
    static final String VIDEO = "<iframe width=560 height=315 title=\"Rundgang durch das Rathaus\""
            + " src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>";
    static final String VIDEO_HOST = "www.youtube-nocookie.com";
    static final String FILM_HOST = "player.vimeo.com";
    static final String FILM = "<iframe width=640 height=360 src=\"https://player.vimeo.com/video/76979871\"></iframe>";
    static final String MAP = "<iframe width=425 height=350 src=\"https://www.openstreetmap.org/export/embed.html?"
            + "bbox=18.747%2C49.193%2C18.776%2C49.210&amp;layer=mapnik\"></iframe>";
    private static final long PATIENCE_SECONDS = 20;

    /** What the airlock answered to what. */
    record Answer(SiteRequest request, int status, String document) {
        String field(String name) {
            return request.header(name).orElse("");
        }

        String form() {
            return new String(request.body(), StandardCharsets.UTF_8);
        }
    }

    private final Zweiklick zweiklick;
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final Map<String, byte[]> scripts = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<String>> changes = new ConcurrentHashMap<>();
    private final Map<String, String> policies = new ConcurrentHashMap<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private volatile boolean assets = true;

    private ProtectedSite(String further) {
        zweiklick = Zweiklick.of(
                Configuration.parse("{\"controller\": \"Stadt Musterstadt\"" + further + "}", "zweiklick.json"));
    }

    static ProtectedSite serve(ContactHarness harness) {
        return serve(harness, "");
    }

    /** @param further members of its configuration, each after a comma */
    static ProtectedSite serve(ContactHarness harness, String further) {
        ProtectedSite site = new ProtectedSite(further);
        harness.serve(HOST, site);
        for (String host : List.of(VIDEO_HOST, FILM_HOST)) {
            harness.serve(
                    host,
                    request -> SiteResponse.page(
                            "<!doctype html><html lang=de><title>Film</title><link rel=icon href=data:,><body><button>Abspielen</button>"));
        }
        return site;
    }

    /** Puts a page in, as its author wrote it; its address. */
    String page(String path, String html) {
        pages.put(path, html.getBytes(StandardCharsets.UTF_8));
        return ORIGIN + path;
    }

    /** A page of the usual frame around some content. */
    String content(String path, String html) {
        return page(
                path,
                "<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>Aktuelles</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"data:,\"></head><body><main><h1>Aktuelles</h1>"
                        + html + "</main></body></html>");
    }

    /** Puts a script in, as the site serves it. */
    void script(String path, byte[] code) {
        scripts.put(path, code);
    }

    /** Changes a page after it was rewritten, as an old cached copy differs. */
    void change(String path, UnaryOperator<String> change) {
        changes.put(path, change);
    }

    /** Gives a page a Content-Security-Policy of the site's own. */
    void policy(String path, String policy) {
        policies.put(path, policy);
    }

    /** Whether styles and scripts are there; a site's own server may lose them. */
    void assets(boolean there) {
        assets = there;
    }

    /** The airlock's next answer. */
    Answer nextAnswer() {
        try {
            Answer answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(answer).as("the airlock was asked").isNotNull();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the airlock", e);
        }
    }

    /** Answers not yet asked for are of no interest any more. */
    void forgetAnswers() {
        answers.clear();
    }

    @Override
    public SiteResponse answer(SiteRequest request) {
        WebUrl address = WebUrl.parse((request.secure() ? "https://" : "http://") + HOST + request.target())
                .orElseThrow();
        if (zweiklick.isEndpoint(address.path())) {
            return endpoint(request, address);
        }
        byte[] script = scripts.get(address.path());
        if (script != null) {
            return SiteResponse.of("text/javascript", new String(script, StandardCharsets.UTF_8));
        }
        byte[] page = pages.get(address.path());
        return page == null ? SiteResponse.empty(404) : rewritten(page, address);
    }

    private SiteResponse rewritten(byte[] page, WebUrl address) {
        Protection protection = zweiklick.protection(address, "");
        List<String> own =
                Optional.ofNullable(policies.get(address.path())).stream().toList();
        Rewrite rewrite = protection.page(page, Optional.of("text/html; charset=utf-8"), own);
        byte[] body = rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : page;
        String html = changes.getOrDefault(address.path(), UnaryOperator.identity())
                .apply(new String(body, StandardCharsets.UTF_8));
        SiteResponse response = SiteResponse.page(html);
        for (String policy : own) {
            response = response.with("Content-Security-Policy", policy);
        }
        return Answers.with(response, protection.headers());
    }

    private SiteResponse endpoint(SiteRequest request, WebUrl address) {
        String path = address.path().substring(zweiklick.configuration().base().length());
        if (!assets && path.startsWith("/assets/")) {
            return SiteResponse.empty(404);
        }
        Request asked = new Request(request.method(), path, address, request::header, request.body());
        Reply reply = zweiklick.isAdministration(address.path())
                ? zweiklick.administer(asked, "", true)
                : zweiklick.answer(asked, "");
        if (path.equals("/airlock")) {
            answers.add(new Answer(request, reply.status(), new String(reply.body(), StandardCharsets.UTF_8)));
        }
        return Answers.of(reply);
    }
}
