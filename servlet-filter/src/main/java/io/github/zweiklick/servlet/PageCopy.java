package io.github.zweiklick.servlet;

import io.github.zweiklick.Protection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A copy of an observed page, for examination after it has gone out. Nothing that happens here reaches the visitor: a page
 * that grows too large, or that the memory does not hold, is let go.
 */
final class PageCopy {
    private enum Fate {
        UNDECIDED,
        COPIED,
        TOO_LARGE,
        DROPPED
    }

    private final HttpServletResponse response;
    private final Protection protection;
    private final int maxPage;
    private Fate fate = Fate.UNDECIDED;
    private final PageMemory memories;
    private PageMemory.Share memory;
    private PageBuffer bytes;
    private boolean sniffed;

    /** @param response of the container */
    PageCopy(HttpServletResponse response, Protection protection, int maxPage, PageMemory memory) {
        this.response = response;
        this.protection = protection;
        this.maxPage = maxPage;
        this.memories = memory;
        this.memory = memory.spare();
        this.bytes = new PageBuffer(this.memory);
    }

    void append(byte[] source, int offset, int length) {
        decide();
        if (fate != Fate.COPIED || length <= 0) {
            return;
        }
        if (length > maxPage - bytes.length()) {
            tooLarge(source, offset, length);
            return;
        }
        if (copied(source, offset, length)) {
            sniff();
        }
    }

    private boolean copied(byte[] source, int offset, int length) {
        try {
            bytes.append(source, offset, length);
            return true;
        } catch (PageMemory.Exhausted | OutOfMemoryError full) {
            Log.LOGGER.log(System.Logger.Level.DEBUG, "A page is not observed for want of memory", full);
            let(Fate.DROPPED);
            return false;
        }
    }

    private void tooLarge(byte[] source, int offset, int length) {
        Fate end = Fate.TOO_LARGE;
        if (!sniffed) {
            boolean copied = copied(source, offset, Math.min(length, Beginning.ENOUGH - bytes.length()));
            end = !copied || isDownload() ? Fate.DROPPED : end;
        }
        let(end);
    }

    /** Encoded here once more, as far as needed: the container does not show what it made of it. */
    void append(String text) {
        decide();
        if (fate == Fate.COPIED) {
            byte[] encoded = text.getBytes(charset());
            append(encoded, 0, encoded.length);
        }
    }

    private Charset charset() {
        try {
            return Charset.forName(response.getCharacterEncoding());
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private void decide() {
        if (fate == Fate.UNDECIDED) {
            fate = protection.isPage(type()) ? Fate.COPIED : Fate.DROPPED;
        }
    }

    /** A download without a type need not be held in memory. */
    private void sniff() {
        if (!sniffed && bytes.length() >= Beginning.ENOUGH) {
            sniffed = true;
            if (isDownload()) {
                let(Fate.DROPPED);
            }
        }
    }

    private boolean isDownload() {
        List<String> codings = List.copyOf(response.getHeaders("Content-Encoding"));
        return Beginning.isDownload(protection, type(), codings, bytes.toBytes());
    }

    private Optional<String> type() {
        return Optional.ofNullable(response.getContentType());
    }

    private void let(Fate go) {
        fate = go;
        memory.close();
        memory = memories.spare();
        bytes = new PageBuffer(memory);
    }

    /** Begins anew: what was written goes nowhere. */
    void reset() {
        let(Fate.UNDECIDED);
        sniffed = false;
    }

    /** The container answers, or all has been done. */
    void abandon() {
        let(Fate.DROPPED);
    }

    /**
     * Examines what was copied.
     *
     * @param codings values of Content-Encoding that the application has set
     */
    void examine(List<String> codings) {
        Fate end = fate;
        byte[] body = bytes.toBytes();
        bytes = new PageBuffer(memory);
        if (!mayBeShown(response.getStatus()) || !protection.isPage(type())) {
            return;
        }
        if (end == Fate.TOO_LARGE && !protection.isData(type())) {
            protection.unexamined("it is larger than maxPage (" + maxPage + " bytes)");
        } else if (end == Fate.COPIED && body.length > 0) {
            decoded(codings, body).ifPresent(page -> protection.page(page, type(), List.of()));
        }
    }

    /** Redirects are followed, parts are put together with what is not here. */
    private static boolean mayBeShown(int status) {
        return status >= 200 && (status < 300 || status >= 400) && status != 204 && status != 205 && status != 206;
    }

    private Optional<byte[]> decoded(List<String> codings, byte[] body) {
        Optional<ContentCoding> coding = ContentCoding.of(codings);
        if (coding.isEmpty()) {
            protection.unobserved("its Content-Encoding " + String.join(", ", codings) + " cannot be read");
            return Optional.empty();
        }
        try {
            Optional<byte[]> page = coding.get().decode(body, maxPage, memory);
            if (page.isEmpty()) {
                protection.unexamined("it is larger than maxPage (" + maxPage + " bytes) when decoded");
            }
            return page;
        } catch (PageMemory.Exhausted full) {
            Log.LOGGER.log(System.Logger.Level.DEBUG, "A page is not observed for want of memory", full);
            return Optional.empty();
        } catch (IOException malformed) {
            Log.LOGGER.log(System.Logger.Level.DEBUG, "Malformed Content-Encoding", malformed);
            protection.unexamined("its body is not what Content-Encoding says");
            return Optional.empty();
        }
    }
}
