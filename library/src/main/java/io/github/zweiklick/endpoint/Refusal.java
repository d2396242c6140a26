package io.github.zweiklick.endpoint;

/** Why the airlock does not open; each has a sentence in every language. */
enum Refusal {
    /** Not a POST. */
    METHOD(405, "refused.method"),
    /** {@code Sec-Fetch-Site} or {@code Origin} names another site, or the visitor's address bar. */
    CROSS_SITE(403, "refused.cross_site"),
    /** {@code Origin: null} and nothing else: a page with the referrer policy no-referrer on plain http. */
    NULL_ORIGIN(403, "refused.null_origin"),
    /** Neither header: no browser sends such a POST. */
    NO_PROOF(403, "refused.no_proof"),
    /** A browser that tells of clicks tells of none. */
    NO_ACTIVATION(403, "refused.no_activation"),
    TOO_LARGE(413, "refused.size"),
    MEDIA_TYPE(415, "refused.type"),
    MALFORMED(400, "refused.malformed"),
    UNKNOWN(404, "refused.unknown");

    private final int status;
    private final String text;

    Refusal(int status, String text) {
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    /** Key of the sentence. */
    String text() {
        return text;
    }
}
