package io.github.zweiklick.servlet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** IP addresses written as literals; nothing else ever reaches the resolver. */
final class AddressLiteral {
    private AddressLiteral() {}

    /** @param text IPv4, or IPv6 with or without brackets and zone */
    static Optional<byte[]> parse(String text) {
        String bare = unbracketed(text.trim());
        if (bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return ipv4(bare);
        }
        // The colon makes InetAddress read a literal or throw; it never looks up a name with a colon.
        if (bare.indexOf(':') >= 0 && bare.matches("[0-9a-fA-F:.]{2,45}")) {
            try {
                return Optional.of(InetAddress.getByName(bare).getAddress());
            } catch (UnknownHostException malformed) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String unbracketed(String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = inner.indexOf('%');
        return zone < 0 ? inner : inner.substring(0, zone);
    }

    private static Optional<byte[]> ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = Integer.parseInt(parts[i]);
            if (value > 255) {
                return Optional.empty();
            }
            address[i] = (byte) value;
        }
        return Optional.of(address);
    }
}
