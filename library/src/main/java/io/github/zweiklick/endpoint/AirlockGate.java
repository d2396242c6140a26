package io.github.zweiklick.endpoint;

import java.util.Locale;
import java.util.Optional;

/** Decides whether a request may open the airlock, before anything it asks for is looked at. */
final class AirlockGate {
    private static final String FORM = "application/x-www-form-urlencoded";

    private AirlockGate() {}

    /** The reason to refuse; empty where the request comes from a page of this very site by a form. */
    static Optional<Refusal> check(Request request) {
        if (!request.method().equals("POST")) {
            return Optional.of(Refusal.METHOD);
        }
        Optional<Refusal> origin = origin(request);
        if (origin.isPresent()) {
            return origin;
        }
        if (request.body().length > Request.MAX_BODY) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        return isForm(request) ? Optional.empty() : Optional.of(Refusal.MEDIA_TYPE);
    }

    /**
     * Fetch Metadata decides where it is sent: browsers set it and no page can. It exists on https and localhost only;
     * elsewhere the origin must be the request's own. {@code same-site} is another site's page too: a subdomain may
     * belong to anyone.
     */
    static Optional<Refusal> origin(Request request) {
        Optional<String> site = request.header().apply("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin") ? Optional.empty() : Optional.of(Refusal.CROSS_SITE);
        }
        Optional<String> origin = request.header().apply("Origin");
        if (origin.isEmpty()) {
            return Optional.of(Refusal.NO_PROOF);
        }
        if (origin.get().equals("null")) {
            return Optional.of(Refusal.NULL_ORIGIN);
        }
        return origin.get().equals(request.address().origin()) ? Optional.empty() : Optional.of(Refusal.CROSS_SITE);
    }

    private static boolean isForm(Request request) {
        return request.header()
                .apply("Content-Type")
                .map(type ->
                        type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM))
                .orElse(false);
    }

    /**
     * A visitor's click is demanded of browsers that tell of clicks: those with user agent hints send
     * {@code Sec-Fetch-User}, others (Safari) never do. A remembered choice is replayed without a click.
     */
    static Optional<Refusal> activation(Request request, Scope scope) {
        if (scope == Scope.REPLAY || request.header().apply("Sec-CH-UA").isEmpty()) {
            return Optional.empty();
        }
        return request.header().apply("Sec-Fetch-User").filter("?1"::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.NO_ACTIVATION);
    }
}
