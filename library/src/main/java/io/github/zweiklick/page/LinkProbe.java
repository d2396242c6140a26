package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Sees of a link's address, as it stands in a page, that nothing is to be done about it, and notes the hosts of plainly foreign
 * ones. Most links of a page are own, and most others lead to few hosts.
 */
final class LinkProbe {
    /** More hosts than any list could hold: each has three characters at least, and nine stand around it. */
    private static final int MOST = 256;

    private static final long[] NONE = new long[0];

    private final AddressProbe own;
    private final NameTable networks;
    private final LinkRule rule;
    private final byte[] bytes;
    /** Where hosts stand, start and end in one number, by their hash; 0 for a free place. */
    private long[] places = NONE;

    private int count;

    LinkProbe(byte[] bytes, AddressProbe own, NameTable networks, LinkRule rule) {
        this.bytes = bytes;
        this.own = own;
        this.networks = networks;
        this.rule = rule;
    }

    /** Whether an address needs no closer look. */
    boolean settles(byte[] b, int from, int to) {
        if (rule == LinkRule.LEFT || own.isOwn(b, from, to, true) || isOfNoServer(b, from, to)) {
            return true;
        }
        long host = AddressProbe.plainHost(b, from, to);
        if (host < 0) {
            return false;
        }
        int start = (int) (host >>> 32);
        int end = (int) host;
        if (rule == LinkRule.LED_OUT && networks.hasHostOrParent(b, start, end)) {
            return false;
        }
        note(start, end);
        return true;
    }

    private static boolean isOfNoServer(byte[] b, int from, int to) {
        return Bytes.startsWith(b, from, to, "mailto:")
                || Bytes.startsWith(b, from, to, "tel:")
                || Bytes.startsWith(b, from, to, "javascript:");
    }

    private void note(int start, int end) {
        if (places.length == 0) {
            places = new long[2 * MOST];
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + Bytes.lower(bytes[i]);
        }
        int slot = (hash ^ hash >>> 16) & (places.length - 1);
        while (places[slot] != 0) {
            if (isSame(places[slot], start, end)) {
                return;
            }
            slot = (slot + 1) & (places.length - 1);
        }
        if (count < MOST) {
            count++;
            places[slot] = (long) start << 32 | end;
        }
    }

    private boolean isSame(long place, int start, int end) {
        int other = (int) (place >>> 32);
        if ((int) place - other != end - start) {
            return false;
        }
        for (int i = 0; i < end - start; i++) {
            if (Bytes.lower(bytes[other + i]) != Bytes.lower(bytes[start + i])) {
                return false;
            }
        }
        return true;
    }

    /** Gives all hosts noted, in lower case and no particular order; of more than can be listed only so many. */
    void forEach(Consumer<String> taker) {
        Arrays.stream(places).filter(place -> place != 0).forEach(place -> {
            int start = (int) (place >>> 32);
            taker.accept(Ascii.lower(new String(bytes, start, (int) place - start, StandardCharsets.ISO_8859_1)));
        });
    }
}
