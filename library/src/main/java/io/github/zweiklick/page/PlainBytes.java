package io.github.zweiklick.page;

import io.github.zweiklick.page.EncodingSniffer.Sniffed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page as the fast way reads it: in bytes of which those below 0x80 always mean ASCII. Nearly always these are the page's own; of
 * a page in whose encoding they do not, each character of {@link PageText#text()} is one byte, and all that is not ASCII looks
 * alike.
 */
final class PlainBytes {
    private static final byte BEYOND_ASCII = -1;

    final byte[] bytes;
    /** After a byte order mark. */
    final int start;

    final SourceText source;
    /** Where the bytes are not the page's own. */
    private final Optional<PageText> text;

    private PlainBytes(byte[] bytes, int start, SourceText source, Optional<PageText> text) {
        this.bytes = bytes;
        this.start = start;
        this.source = source;
        this.text = text;
    }

    static PlainBytes own(byte[] body, Sniffed sniffed) {
        SourceText source = new ByteText(body, sniffed.encoding().jdk());
        return new PlainBytes(body, sniffed.start(), source, Optional.empty());
    }

    static PlainBytes of(PageText page) {
        String text = page.text();
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.charAt(i) < 0x80 ? (byte) text.charAt(i) : BEYOND_ASCII;
        }
        return new PlainBytes(bytes, 0, SourceText.of(text, page::value), Optional.of(page));
    }

    /** Whether characters beyond ASCII cannot be told from each other. */
    boolean isDecoded() {
        return text.isPresent();
    }

    /**
     * The page's own bytes after splicing.
     *
     * @param splices in the order of the page
     */
    byte[] with(List<Splice> splices) {
        check(splices);
        return text.map(page -> page.bytes(pieces(splices))).orElseGet(() -> spliced(splices));
    }

    private List<Patchwork.Piece> pieces(List<Splice> splices) {
        List<Patchwork.Piece> pieces = new ArrayList<>(2 * splices.size() + 1);
        int from = 0;
        for (Splice splice : splices) {
            pieces.add(new Patchwork.Piece.Original(from, splice.start()));
            if (!splice.replacement().isEmpty()) {
                pieces.add(new Patchwork.Piece.Ours(splice.replacement()));
            }
            from = splice.end();
        }
        pieces.add(new Patchwork.Piece.Original(from, bytes.length));
        return pieces;
    }

    private byte[] spliced(List<Splice> splices) {
        int length = bytes.length;
        for (Splice splice : splices) {
            length += splice.replacement().length() - (splice.end() - splice.start());
        }
        byte[] out = new byte[length];
        int from = 0;
        int to = 0;
        for (Splice splice : splices) {
            int kept = splice.start() - from;
            System.arraycopy(bytes, from, out, to, kept);
            to += kept;
            byte[] markup = splice.replacement().getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(markup, 0, out, to, markup.length);
            to += markup.length;
            from = splice.end();
        }
        System.arraycopy(bytes, from, out, to, bytes.length - from);
        return out;
    }

    /** What would need a second look after splicing is uncertain: overlaps, and markup that the gap would make. */
    private void check(List<Splice> splices) {
        int done = 0;
        for (Splice splice : splices) {
            boolean joins = splice.replacement().isEmpty() && splice.start() > 0 && bytes[splice.start() - 1] == '<';
            if (splice.start() < done || joins) {
                throw new ExaminedBytes.Uncertain();
            }
            done = splice.end();
        }
    }
}
