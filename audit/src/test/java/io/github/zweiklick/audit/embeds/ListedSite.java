package io.github.zweiklick.audit.embeds;

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
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A city site under one of the modes of Connection-Allowlist, and other sites that tell what came to them. */
final class ListedSite implements Site {
    static final String HOST = "www.musterstadt.test";
    static final String ORIGIN = "https://" + HOST;

    private final Zweiklick zweiklick;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();

    private ListedSite(String mode, String guard) {
        zweiklick = Zweiklick.of(Configuration.parse(
                "{\"controller\": \"Stadt Musterstadt\", \"connectionAllowlist\": \"" + mode + "\", \"guard\": \""
                        + guard + "\"}",
                "zweiklick.json"));
    }

    static ListedSite serve(ContactHarness harness, String mode, String... others) {
        return serve(harness, new ListedSite(mode, "auto"), others);
    }

    /** One on which nothing but the list stops scripts. */
    static ListedSite unguarded(ContactHarness harness, String mode, String... others) {
        return serve(harness, new ListedSite(mode, "never"), others);
    }

    private static ListedSite serve(ContactHarness harness, ListedSite site, String... others) {
        harness.serve(HOST, site);
        for (String host : others) {
            harness.serve(host, site::arrival);
        }
        return site;
    }

    /** Puts a page or script in; its address. */
    String put(String path, String content) {
        pages.put(path, content);
        return ORIGIN + path;
    }

    /** A page with some content. */
    String page(String path, String content) {
        return put(
                path,
                "<!DOCTYPE html><html lang=de><head><meta charset=utf-8><title>Amt</title><link rel=icon href=data:,></head><body>"
                        + "<h1>Amt</h1>" + content + "</body></html>");
    }

    /** Requests to other hosts: method, address and body. */
    Set<String> arrived() {
        return arrived;
    }

    List<Finding> findings() {
        return zweiklick.findings();
    }

    private SiteResponse arrival(SiteRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        arrived.add((request.method() + " https://" + request.host() + request.target() + " " + body).strip());
        return SiteResponse.page("<!doctype html><title>Ziel</title><link rel=icon href=data:,>Ziel");
    }

    @Override
    public SiteResponse answer(SiteRequest request) {
        WebUrl address = WebUrl.parse(ORIGIN + request.target()).orElseThrow();
        if (zweiklick.isEndpoint(address.path())) {
            return endpoint(request, address);
        }
        String content = pages.get(address.path());
        if (content == null) {
            return SiteResponse.empty(404);
        }
        Protection protection = zweiklick.protection(address, "");
        if (address.path().endsWith(".js")) {
            return Answers.with(
                    Answers.with(SiteResponse.of("text/javascript", content), protection.headers()),
                    protection.otherHeaders());
        }
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        Protection.PageOutcome outcome = protection.examine(body, Optional.of("text/html; charset=utf-8"), List.of());
        byte[] sent = outcome.rewrite() instanceof Rewrite.Rewritten rewritten ? rewritten.body() : body;
        SiteResponse page = SiteResponse.page(new String(sent, StandardCharsets.UTF_8));
        Set<String> set =
                Set.copyOf(outcome.headers().stream().map(HeaderLine::name).toList());
        List<HeaderLine> first = protection.headers().stream()
                .filter(line -> !set.contains(line.name()))
                .toList();
        return Answers.with(Answers.with(page, first), outcome.headers());
    }

    private SiteResponse endpoint(SiteRequest request, WebUrl address) {
        String path = address.path().substring(zweiklick.configuration().base().length());
        Reply reply =
                zweiklick.answer(new Request(request.method(), path, address, request::header, request.body()), "");
        return Answers.of(reply);
    }
}
