package io.github.zweiklick.page;

import io.github.zweiklick.page.EncodingSniffer.Sniffed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page's bytes as text, each character knowing the bytes it stands for.
 *
 * <p>Where bytes below 0x80 always mean ASCII the bytes are viewed as ISO-8859-1: index of character and of byte are
 * one, and nothing is lost, however malformed. Only values are decoded ({@link #value}).
 */
final class PageText {
    private final byte[] body;
    private final int start;
    private final Encoding encoding;
    private final CharacterMap characters;

    private PageText(byte[] body, int start, Encoding encoding, CharacterMap characters) {
        this.body = body;
        this.start = start;
        this.encoding = encoding;
        this.characters = characters;
    }

    static PageText read(byte[] body, Sniffed sniffed) {
        Encoding encoding = sniffed.encoding();
        CharacterMap characters = encoding.isTransparent()
                ? CharacterMap.identity(body, sniffed.start())
                : CharacterMap.decode(body, sniffed.start(), encoding.jdk());
        return new PageText(body, sniffed.start(), encoding, characters);
    }

    String text() {
        return characters.text();
    }

    /** Part of the text, or of any text in the same view, as the characters it means. */
    String value(String viewed) {
        return encoding.isTransparent()
                ? new String(viewed.getBytes(StandardCharsets.ISO_8859_1), encoding.jdk())
                : viewed;
    }

    /** Where a character's bytes begin; of the end of the text, where the page ends. */
    int byteAt(int character) {
        return character < text().length() ? characters.byteStart(character) : body.length;
    }

    /** The bytes of a patched text: the author's as they were, ours in the page's encoding. */
    byte[] bytes(List<Patchwork.Piece> pieces) {
        if (encoding.name().equals("ISO-2022-JP")) {
            return switched(pieces);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 1024);
        out.write(body, 0, start);
        for (Patchwork.Piece piece : pieces) {
            if (piece instanceof Patchwork.Piece.Original range && range.length() > 0) {
                int from = characters.byteStart(range.start());
                out.write(body, from, characters.byteEnd(range.end() - 1) - from);
            } else if (piece instanceof Patchwork.Piece.Ours ours) {
                out.writeBytes(
                        ours.text().getBytes(encoding.isTransparent() ? StandardCharsets.ISO_8859_1 : encoding.jdk()));
            }
        }
        return out.toByteArray();
    }

    private byte[] switched(List<Patchwork.Piece> pieces) {
        SwitchedBytes out = new SwitchedBytes(body);
        for (Patchwork.Piece piece : pieces) {
            if (piece instanceof Patchwork.Piece.Original range && range.length() > 0) {
                // What stands before the first character, and after the last, is the author's as well.
                out.copy(
                        range.start() == 0 ? 0 : characters.byteStart(range.start()),
                        range.end() == text().length() ? body.length : characters.byteEnd(range.end() - 1));
            } else if (piece instanceof Patchwork.Piece.Ours ours) {
                out.write(ours.text(), encoding.jdk());
            }
        }
        return out.bytes();
    }
}
