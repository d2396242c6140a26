package io.github.zweiklick.url;

import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Domain to ASCII as browsers do it: UTS 46 mapping, non-transitional, then Punycode (RFC 3492).
 *
 * <p>{@code java.net.IDN} speaks IDNA 2003, which turns a sharp s into "ss" and so names another host than the browser
 * contacts. What UTS 46 forbids is let through here: an odd host is a foreign host.
 */
final class DomainToAscii {
    private static final int BASE = 36;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    /** Characters of a domain: DNS takes 253, and the work grows as the square of a label's length. */
    private static final int LONGEST = 512;

    private DomainToAscii() {}

    /** Empty where it is longer than any that could be resolved. */
    static String convert(String domain) {
        if (domain.chars().allMatch(c -> c < 0x80)) {
            return domain.toLowerCase(Locale.ROOT);
        }
        if (domain.length() > LONGEST) {
            return "";
        }
        StringJoiner out = new StringJoiner(".");
        for (String label : map(domain).split("\\.", -1)) {
            out.add(label.chars().allMatch(c -> c < 0x80) ? label : "xn--" + punycode(label));
        }
        return out.toString();
    }

    private static String map(String domain) {
        StringBuilder kept = new StringBuilder();
        domain.codePoints().filter(c -> !isIgnored(c)).forEach(kept::appendCodePoint);
        String folded = Normalizer.normalize(kept, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).replace('\u3002', '.');
    }

    private static boolean isIgnored(int c) {
        return c == 0xad
                || c == 0x34f
                || (c >= 0x180b && c <= 0x180d)
                || c == 0x200b
                || (c >= 0x2060 && c <= 0x2064)
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xfeff
                || (c >= 0xe0100 && c <= 0xe01ef);
    }

    /** RFC 3492, section 6.3. */
    private static String punycode(String label) {
        StringBuilder out = new StringBuilder();
        label.chars().filter(c -> c < 0x80).forEach(c -> out.append((char) c));
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int[] input = label.codePoints().toArray();
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        int handled = basic;
        while (handled < input.length) {
            int next = Integer.MAX_VALUE;
            for (int c : input) {
                next = c >= n ? Math.min(next, c) : next;
            }
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : input) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    appendVariableLength(out, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static void appendVariableLength(StringBuilder out, int delta, int bias) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = k <= bias ? 1 : Math.min(k - bias, 26);
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    private static char digit(int d) {
        return (char) (d < 26 ? 'a' + d : '0' + d - 26);
    }

    private static int adapt(int delta, int points, boolean first) {
        int d = first ? delta / 700 : delta / 2;
        d += d / points;
        int k = 0;
        while (d > (BASE - 1) * 26 / 2) {
            d /= BASE - 1;
            k += BASE;
        }
        return k + BASE * d / (d + 38);
    }
}
