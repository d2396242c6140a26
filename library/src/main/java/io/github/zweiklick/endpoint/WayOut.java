package io.github.zweiklick.endpoint;

import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.OutAddress;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.OutDocument;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Wording;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Leads visitors of the site's pages to hosts which no list names. It redirects only what a page of this very site asks for in
 * a window or tab; for everybody else it shows where the link leads: no open redirect.
 *
 * <p>It is no way for a page to contact anybody: what frames, pictures and scripts ask for is not redirected.
 */
final class WayOut {
    /** A line of a header that servers send whole. */
    private static final int LONGEST = 6_000;

    /** Methods of links and forms; any other is none. */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    private final View view;
    private final AirlockHeaders headers;
    private final OwnHosts own;

    WayOut(View view, AirlockHeaders headers, OwnHosts own) {
        this.view = view;
        this.headers = headers;
        this.own = own;
    }

    static boolean isAsked(Request request) {
        return request.path().equals(OutAddress.PATH) || request.path().startsWith(OutAddress.FORM);
    }

    Reply answer(Request request, String base) {
        if (!METHODS.contains(request.method())) {
            return Replies.with(message(405, "notfound", request, base), "Allow", "GET, HEAD, POST");
        }
        Optional<String> asked = asked(request);
        Optional<WebUrl> target = asked.flatMap(WebUrl::parse)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .map(url -> withFields(url, request));
        if (target.isEmpty()) {
            return message(400, "refused.malformed", request, base);
        }
        boolean plain = target.get().href().length() <= LONGEST && !hasCredentials(asked.get());
        return plain && isFollowed(request) && !isOwn(target.get(), request)
                ? redirect(request, target.get())
                : page(request, base, target.get());
    }

    private static Optional<String> asked(Request request) {
        if (request.path().equals(OutAddress.PATH)) {
            return request.address().parameter(OutAddress.TO);
        }
        try {
            byte[] address = Base64.getUrlDecoder().decode(request.path().substring(OutAddress.FORM.length()));
            return Optional.of(new String(address, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A form sent by GET puts its fields in place of the query of its address (HTML, "mutate action URL"). */
    private static WebUrl withFields(WebUrl url, Request request) {
        boolean fields =
                request.path().startsWith(OutAddress.FORM) && !request.method().equals("POST");
        return fields
                ? WebUrl.parse(url.origin() + url.path() + "?"
                                + request.address().query().orElse(""))
                        .orElse(url)
                : url;
    }

    /** An address that pretends to be another's by what stands before the host is shown, never followed. */
    private static boolean hasCredentials(String address) {
        String rest = address.replaceFirst("^[^:]*:[/\\\\]*", "");
        return rest.split("[/\\\\?#]", 2)[0].contains("@");
    }

    /**
     * Browsers set Fetch Metadata and no page can; it exists on https and localhost only. Elsewhere a form's origin tells as
     * much, and a link is shown.
     */
    static boolean isFollowed(Request request) {
        Optional<String> site = request.header().apply("Sec-Fetch-Site");
        if (site.isEmpty()) {
            return request.method().equals("POST")
                    && request.header()
                            .apply("Origin")
                            .filter(request.address().origin()::equals)
                            .isPresent();
        }
        boolean speculative = request.header()
                .apply("Sec-Purpose")
                .filter(purpose -> purpose.toLowerCase(Locale.ROOT).contains("prefetch"))
                .isPresent();
        return site.get().equals("same-origin")
                && request.header()
                        .apply("Sec-Fetch-Dest")
                        .filter("document"::equals)
                        .isPresent()
                && !speculative;
    }

    /** A form could be led to our own endpoints, which know it only by where it comes from. */
    private boolean isOwn(WebUrl target, Request request) {
        return own.contains(target.host())
                || target.host().equals(request.address().host());
    }

    /** 303 makes a GET of it whatever it was; 307 keeps method and body. */
    static Reply redirect(Request request, WebUrl target) {
        return new Reply(
                request.method().equals("POST") ? 307 : 303,
                List.of(
                        new HeaderLine("Location", target.href()),
                        // What browsers tell of a page at most, unless it says otherwise.
                        new HeaderLine("Referrer-Policy", "strict-origin"),
                        new HeaderLine("Cache-Control", "no-store"),
                        new HeaderLine("X-Robots-Tag", "noindex, nofollow"),
                        new HeaderLine("X-Content-Type-Options", "nosniff")),
                new byte[0]);
    }

    private Reply page(Request request, String base, WebUrl target) {
        return Replies.html(
                200, headers.wayOut(), OutDocument.of(view, base, target, wording(request), WayBack.of(request, base)));
    }

    private Reply message(int status, String key, Request request, String base) {
        return Replies.html(
                status,
                headers.plain(),
                view.documents(base).message(key, wording(request), WayBack.of(request, base)));
    }

    private Wording wording(Request request) {
        return view.texts().accepted(request.header().apply("Accept-Language"));
    }
}
