/** Zweiklick: social media on city web sites without contacting the networks before the visitor says so. */
module io.github.zweiklick {
    requires io.nayuki.qrcodegen;
    requires org.jsoup;
    requires tools.jackson.databind;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    exports io.github.zweiklick;
    // What the façade's signatures name.
    exports io.github.zweiklick.catalogue;
    exports io.github.zweiklick.endpoint;
    exports io.github.zweiklick.finding;
    exports io.github.zweiklick.json;
    exports io.github.zweiklick.page;
    exports io.github.zweiklick.policy;
    exports io.github.zweiklick.url;
    exports io.github.zweiklick.view;
}
