package io.github.zweiklick.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.zweiklick.url.WebUrl;
import java.nio.charset.Charset;
import java.util.regex.Pattern;

/**
 * A page of a corpus.
 *
 * @param name of its file, without extension
 * @param body never changed
 * @param contentType as its server would send it
 * @param charset its bytes are read in by the ways that read characters
 * @param host the site's own, without {@code www.}
 */
record Page(String name, byte[] body, String contentType, Charset charset, String host) {
    private static final Pattern HOST_IN_ADDRESS = Pattern.compile("(?<=//)[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    WebUrl address() {
        return WebUrl.parse("https://www." + host + "/seite").orElseThrow();
    }

    OwnSite site() {
        return new OwnSite(host);
    }

    /** The same page with every host in an address made the site's own: as much markup, but nothing foreign. */
    Page withoutForeignHosts() {
        // As ISO-8859-1 every byte survives; hosts are ASCII in every charset of the corpora.
        String text = HOST_IN_ADDRESS.matcher(new String(body, ISO_8859_1)).replaceAll("www." + host);
        return new Page(name, text.getBytes(ISO_8859_1), contentType, charset, host);
    }
}
