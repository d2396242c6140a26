package io.github.zweiklick.servlet;

import java.util.Arrays;
import java.util.Optional;

/**
 * A range of IP addresses in CIDR notation, {@code 10.0.0.0/8} or {@code fd00::/8}; without a length one address.
 *
 * <p>Nothing here asks a name server: only literals are read.
 *
 * @param prefix 4 or 16 bytes; an IPv4 address mapped into IPv6 is held as IPv4
 * @param bits length of the prefix
 */
record AddressRange(byte[] prefix, int bits) {

    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        return address.flatMap(prefix -> length(text, slash, prefix.length * 8).map(n -> new AddressRange(prefix, n)));
    }

    private static Optional<Integer> length(String text, int slash, int most) {
        if (slash < 0) {
            return Optional.of(most);
        }
        String digits = text.substring(slash + 1);
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > most) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(digits));
    }

    /** @param text an address as {@code ServletRequest.getRemoteAddr} and forwarded headers have it */
    boolean contains(String text) {
        return AddressLiteral.parse(text).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((address[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange that && bits == that.bits && Arrays.equals(prefix, that.prefix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(prefix) * 31 + bits;
    }

    @Override
    public String toString() {
        return Arrays.toString(prefix) + "/" + bits;
    }
}
