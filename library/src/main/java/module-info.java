/** Zweiklick: social media on city web sites without contacting the networks before the visitor says so. */
module io.github.zweiklick {
    requires com.github.benmanes.caffeine;
    requires com.twelvemonkeys.common.image;
    requires com.twelvemonkeys.imageio.core;
    requires com.twelvemonkeys.imageio.jpeg;
    requires com.twelvemonkeys.imageio.webp;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.ratelimiter;
    requires io.nayuki.qrcodegen;
    requires java.desktop;
    requires java.naming;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.jsoup;
    // What the HTTP client logs with: an automatic module cannot ask for it.
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static micrometer.core;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    exports io.github.zweiklick;
    // What the façade's signatures name.
    exports io.github.zweiklick.catalogue;
    exports io.github.zweiklick.endpoint;
    exports io.github.zweiklick.feed;
    exports io.github.zweiklick.finding;
    exports io.github.zweiklick.json;
    exports io.github.zweiklick.media;
    exports io.github.zweiklick.page;
    exports io.github.zweiklick.policy;
    // What others may provide: sources of counts and posts, and a place for snapshots.
    exports io.github.zweiklick.share;
    exports io.github.zweiklick.upstream;
    exports io.github.zweiklick.url;
    exports io.github.zweiklick.view;

    uses io.github.zweiklick.feed.FeedSource;
    uses io.github.zweiklick.share.CountSource;
    uses io.github.zweiklick.upstream.SnapshotStore;
}
