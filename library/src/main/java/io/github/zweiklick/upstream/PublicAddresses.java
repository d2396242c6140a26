package io.github.zweiklick.upstream;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Tells addresses of the public Internet from all others. A name may resolve to anything, so it is the address that counts
 * and that is connected to.
 *
 * <p>Source: IANA's special-purpose address registries for <a
 * href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a> and <a
 * href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>; multicast and former experimental blocks
 * besides.
 */
final class PublicAddresses {
    /** First address and prefix length. */
    private static final int[][] SPECIAL_V4 = {
        {0, 0, 0, 0, 8},
        {10, 0, 0, 0, 8},
        {100, 64, 0, 0, 10},
        {127, 0, 0, 0, 8},
        {169, 254, 0, 0, 16},
        {172, 16, 0, 0, 12},
        {192, 0, 0, 0, 24},
        {192, 0, 2, 0, 24},
        {192, 88, 99, 0, 24},
        {192, 168, 0, 0, 16},
        {198, 18, 0, 0, 15},
        {198, 51, 100, 0, 24},
        {203, 0, 113, 0, 24},
        {224, 0, 0, 0, 4},
        {240, 0, 0, 0, 4},
    };
    /** Within global unicast, 2000::/3: protocol assignments with Teredo, documentation, 6to4, 6bone. In hexadecimal groups. */
    private static final int[][] SPECIAL_V6 = {
        {0x2001, 0x0000, 23},
        {0x2001, 0x0db8, 32},
        {0x2002, 0x0000, 16},
        {0x3ffe, 0x0000, 16},
        {0x3fff, 0x0000, 20},
    };

    private static final Pattern LITERAL = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern LOCAL = Pattern.compile("(.*\\.)?localhost\\.?");

    private PublicAddresses() {}

    /**
     * Whether a host may be public, as far as its name tells: no literal of an address that is not, and not this machine (RFC
     * 6761).
     *
     * @param host as {@link io.github.zweiklick.url.WebUrl#host} gives it: odd spellings of IPv4 are made plain
     */
    static boolean mayBePublic(String host) {
        if (!LITERAL.matcher(host).matches()) {
            return !LOCAL.matcher(host).matches();
        }
        try {
            return isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException none) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes, 0) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes, int offset) {
        long value = value(bytes, offset);
        for (int[] block : SPECIAL_V4) {
            long first = (long) block[0] << 24 | block[1] << 16 | block[2] << 8 | block[3];
            if (value >> (32 - block[4]) == first >> (32 - block[4])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPublicV6(byte[] bytes) {
        long first = value(bytes, 0);
        // Networks without IPv4 reach it by translation, RFC 6052: what counts is the address inside.
        if (first == 0x0064ff9bL && value(bytes, 4) == 0 && value(bytes, 8) == 0) {
            return isPublicV4(bytes, 12);
        }
        if (first >> 29 != 1) {
            return false;
        }
        for (int[] block : SPECIAL_V6) {
            long start = (long) block[0] << 16 | block[1];
            if (first >> (32 - block[2]) == start >> (32 - block[2])) {
                return false;
            }
        }
        return true;
    }

    private static long value(byte[] bytes, int offset) {
        long value = 0;
        for (int i = offset; i < offset + 4; i++) {
            value = value << 8 | (bytes[i] & 0xff);
        }
        return value;
    }
}
