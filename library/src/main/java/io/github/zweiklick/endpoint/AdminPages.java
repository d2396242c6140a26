package io.github.zweiklick.endpoint;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.view.FindingsJson;
import io.github.zweiklick.view.FindingsPage;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What stands below {@code {base}/admin/}, for those only whom the configuration lets in. Thread-safe. */
public final class AdminPages {
    /** Below the base path. */
    public static final String PATH = "/admin";

    private static final String FINDINGS = PATH + "/findings";
    private static final String JSON = ".json";

    private final View view;
    private final AirlockHeaders headers;
    private final FindingLog findings;

    public AdminPages(View view, EndpointSettings settings, FindingLog findings) {
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
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Replies.with(message(405, request, base), "Allow", "GET, HEAD");
        }
        return switch (request.path()) {
            case FINDINGS -> Replies.with(prefersJson(request) ? json() : page(request, base), "Vary", "Accept");
            case FINDINGS + JSON -> json();
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

    private Reply page(Request request, String base) {
        Html page = new FindingsPage(view, base).page(findings.tallies(), findings.omitted(), wording(request));
        return Replies.html(200, headers.plain(), page);
    }

    private Reply json() {
        byte[] body = FindingsJson.of(findings.tallies(), findings.omitted()).getBytes(StandardCharsets.UTF_8);
        return new Reply(
                200,
                List.of(
                        new HeaderLine("Content-Type", "application/json; charset=utf-8"),
                        new HeaderLine("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                        new HeaderLine("Cross-Origin-Resource-Policy", "same-origin"),
                        new HeaderLine("X-Content-Type-Options", "nosniff"),
                        new HeaderLine("Cache-Control", "no-store")),
                body);
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
