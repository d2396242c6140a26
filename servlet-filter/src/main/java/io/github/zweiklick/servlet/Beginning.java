package io.github.zweiklick.servlet;

import io.github.zweiklick.Protection;
import java.util.List;
import java.util.Optional;

/** The beginning of a body, by which a download without a type is told from a page that browsers would sniff. */
final class Beginning {
    /**
     * Bytes that suffice. Browsers look at the first 1445
     * (<a href="https://mimesniff.spec.whatwg.org/#reading-the-resource-header">MIME Sniffing</a>).
     */
    static final int ENOUGH = 4096;

    private Beginning() {}

    /**
     * Whether it begins a download, which need not be held in memory. That of a coded body tells nothing: every page in gzip
     * would look like one.
     *
     * @param type the Content-Type header
     * @param codings values of Content-Encoding
     */
    static boolean isDownload(Protection protection, Optional<String> type, List<String> codings, byte[] beginning) {
        boolean plain = ContentCoding.of(codings)
                .filter(coding -> coding == ContentCoding.IDENTITY)
                .isPresent();
        return plain && !protection.isPage(type, beginning);
    }
}
