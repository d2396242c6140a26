package io.github.zweiklick.page;

import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An address that holds what it names: the browser fetches nothing for it, but whatever a document or a style sheet in
 * it refers to.
 *
 * @param header media type with parameters, in lower case
 * @param content as written, without fragment
 * @see <a href="https://fetch.spec.whatwg.org/#data-urls">Fetch, 6</a>
 */
record DataAddress(String header, String content) {
    static Optional<DataAddress> read(String value) {
        return WebUrl.parse(value, NOWHERE)
                .filter(url -> url.scheme().equals("data"))
                .map(WebUrl::href)
                .map(href -> href.substring("data:".length()).split("#", 2)[0])
                .filter(text -> text.indexOf(',') >= 0)
                .map(text -> new DataAddress(
                        Ascii.lower(text.substring(0, text.indexOf(','))), text.substring(text.indexOf(',') + 1)));
    }

    private static final WebUrl NOWHERE = WebUrl.parse("https://base.invalid/").orElseThrow();

    /** Whether a browser that shows it as a document loads nothing for it. */
    boolean isInertDocument() {
        String essence = header.split(";", 2)[0].strip();
        boolean picture = essence.startsWith("image/") && !essence.contains("svg") && !essence.contains("xml");
        return picture || essence.isEmpty() || essence.equals("text/plain") || essence.equals("application/pdf");
    }

    /** The text, one character a byte; empty where that could be another text than the browser's. */
    Optional<String> text() {
        if (header.contains("charset") && !header.matches(".*charset=\"?(?:utf-?8|us-ascii)\"?(?:;.*)?")) {
            return Optional.empty();
        }
        String decoded = new PercentDecoding(content).text();
        if (header.replaceAll("\\s", "").endsWith(";base64")) {
            try {
                byte[] bytes = Base64.getDecoder().decode(decoded.replaceAll("[\\s]", ""));
                decoded = new String(bytes, StandardCharsets.ISO_8859_1);
            } catch (IllegalArgumentException broken) {
                return Optional.empty();
            }
        }
        boolean wide = decoded.startsWith("\u00fe\u00ff") || decoded.startsWith("\u00ff\u00fe");
        return wide || decoded.contains("@charset") ? Optional.empty() : Optional.of(decoded);
    }
}
