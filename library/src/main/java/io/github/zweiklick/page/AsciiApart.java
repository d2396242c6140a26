package io.github.zweiklick.page;

/**
 * Whether in a page of an East Asian encoding no byte below 0x80 is a part of a longer character, and none stands beside a broken
 * one: then markup can be read from its bytes as in any other encoding. So it is in all sound pages of EUC-JP, and in those of
 * GBK that hold its usual characters only; in Shift_JIS and Big5 hardly ever. In EUC-KR the JDK reads an ASCII letter together with
 * the second half of what is no character.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#gb18030-decoder">Encoding Standard, 10.2.1</a>
 * @see <a href="https://encoding.spec.whatwg.org/#euc-jp-decoder">Encoding Standard, 12.1.1</a>
 */
final class AsciiApart {
    private final byte[] b;
    private int at;

    private AsciiApart(byte[] bytes, int from) {
        this.b = bytes;
        this.at = from;
    }

    /** False as well for what is no such encoding. */
    static boolean isIn(byte[] bytes, int from, Encoding encoding) {
        AsciiApart page = new AsciiApart(bytes, from);
        return switch (encoding.name()) {
            case "EUC-JP" -> page.all(AsciiApart::eucJp);
            case "GBK", "GB18030" -> page.all(at -> at.pair(0x81, 0xfe, 0x81, 0xfe));
            default -> false;
        };
    }

    private interface Step {
        /** Steps over the character that begins here; false where it is none of the usual ones. */
        boolean isPassed(AsciiApart page);
    }

    private boolean all(Step step) {
        while (true) {
            at = Bytes.asciiEnd(b, at);
            if (at == b.length) {
                return true;
            }
            if (!step.isPassed(this)) {
                return false;
            }
        }
    }

    private boolean eucJp() {
        if (isBetween(at, 0x8e, 0x8e)) {
            return pair(0x8e, 0x8e, 0xa1, 0xdf);
        }
        if (isBetween(at, 0x8f, 0x8f)) {
            at++;
        }
        return pair(0xa1, 0xfe, 0xa1, 0xfe);
    }

    private boolean pair(int low, int high, int secondLow, int secondHigh) {
        boolean sound = isBetween(at, low, high) && isBetween(at + 1, secondLow, secondHigh);
        at += 2;
        return sound;
    }

    private boolean isBetween(int index, int low, int high) {
        int value = index < b.length ? b[index] & 0xff : 0;
        return value >= low && value <= high;
    }
}
