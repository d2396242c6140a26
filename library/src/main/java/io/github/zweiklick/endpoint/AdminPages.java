package io.github.zweiklick.endpoint;

import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.media.MediaProxy;
import io.github.zweiklick.media.MediaStatus;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.upstream.UpstreamStatus;
import io.github.zweiklick.view.FindingsJson;
import io.github.zweiklick.view.FindingsPage;
import io.github.zweiklick.view.PostsPage;
import io.github.zweiklick.view.StatusJson;
import io.github.zweiklick.view.StatusPage;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What stands below {@code {base}/admin/}, for those only whom the configuration lets in. Thread-safe. */
public final class AdminPages {
    /** Below the base path. */
    public static final String PATH = "/admin";

    private static final String FINDINGS = PATH + "/findings";
    private static final String STATUS = PATH + "/status";
    private static final String POSTS = PATH + "/posts";
    private static final String JSON = ".json";

    private final View view;
    private final AirlockHeaders headers;
    private final FindingLog findings;
    private final ShareCounts counts;
    private final Feeds feeds;
    private final Optional<MediaProxy> pictures;

    public AdminPages(View view, EndpointSettings settings, FindingLog findings) {
        this.counts = settings.counts();
        this.feeds = settings.feeds();
        this.pictures = settings.pictures();
        this.view = view;
        this.headers = new AirlockHeaders(settings);
        this.findings = findings;
    }

    /**
     * Answers any request of a visitor who may be told everything: whoever calls has made sure of that.
     *
     * @param base absolute path of the endpoints, without a slash at the end
     */
    public Reply answer(Request request, String base) {
        if (request.path().equals(POSTS) && request.method().equals("POST")) {
            return change(request, base);
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Replies.with(message(405, request, base), "Allow", "GET, HEAD");
        }
        return switch (request.path()) {
            case FINDINGS -> either(request, this::findings, () -> findings(request, base));
            case FINDINGS + JSON -> json(findings());
            case STATUS -> either(request, this::status, () -> status(request, base));
            case POSTS ->
                Replies.html(
                        200,
                        headers.officer(),
                        new PostsPage(view, base).page(feeds.holdings(), pictures(), wording(request)));
            case STATUS + JSON -> json(status());
            default -> message(404, request, base);
        };
    }

    /** Browsers name text/html first; a tool that asks for JSON names nothing of the kind. */
    private static boolean prefersJson(Request request) {
        return request.header()
                .apply("Accept")
                .filter(types -> types.contains("application/json") && !types.contains("text/html"))
                .isPresent();
    }

    private static Reply either(Request request, Supplier<String> json, Supplier<Reply> page) {
        return Replies.with(prefersJson(request) ? json(json.get()) : page.get(), "Vary", "Accept");
    }

    private Reply findings(Request request, String base) {
        return page(new FindingsPage(view, base).page(findings.tallies(), findings.omitted(), wording(request)));
    }

    private String findings() {
        return FindingsJson.of(findings.tallies(), findings.omitted());
    }

    private Reply status(Request request, String base) {
        return page(new StatusPage(view, base).page(statuses(), wording(request)));
    }

    private String status() {
        return StatusJson.of(statuses(), feeds.holdings(), pictures());
    }

    private List<UpstreamStatus> statuses() {
        return Stream.concat(counts.statuses().stream(), feeds.statuses().stream())
                .toList();
    }

    /** By a button of that page, and by nothing else: other sites' pages could send the same with the officer's login. */
    private Reply change(Request request, String base) {
        if (AirlockGate.origin(request).isPresent()) {
            return message(403, request, base);
        }
        Optional<String> source = request.address().parameter("source");
        Optional<String> post = request.address().parameter("post");
        boolean done = source.isPresent()
                && switch (request.address().parameter("do").orElse("")) {
                    case "forget" -> feeds.forget(source.get());
                    case "remove" -> post.isPresent() && feeds.remove(source.get(), post.get());
                    case "release" -> feeds.release(source.get());
                    case "restore" -> post.isPresent() && feeds.restore(source.get(), post.get());
                    default -> false;
                };
        return done
                ? new Reply(
                        303,
                        List.of(
                                new HeaderLine(
                                        "Location",
                                        base + POSTS + "?lang="
                                                + wording(request).tag()),
                                new HeaderLine("Cache-Control", "no-store")),
                        new byte[0])
                : message(404, request, base);
    }

    private Optional<MediaStatus> pictures() {
        return pictures.map(MediaProxy::status);
    }

    private Reply page(Html page) {
        return Replies.html(200, headers.plain(), page);
    }

    private static Reply json(String document) {
        return Replies.json(
                200, List.of(new HeaderLine("Cache-Control", "no-store")), document.getBytes(StandardCharsets.UTF_8));
    }

    private Reply message(int status, Request request, String base) {
        return Replies.html(
                status,
                headers.plain(),
                view.documents(base).message("notfound", wording(request), WayBack.of(request, base)));
    }

    private Wording wording(Request request) {
        Optional<String> asked = request.address().parameter("lang");
        return asked.isPresent()
                ? view.officers().of(asked)
                : view.officers().accepted(request.header().apply("Accept-Language"));
    }
}
