package io.github.zweiklick.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The host parser (WHATWG URL, section 3.5). */
final class HostParser {
    private static final String FORBIDDEN = " #/:<>?@[\\]^|%";

    private HostParser() {}

    /** The host in ASCII lower case; empty where a browser would report failure. */
    static Optional<String> parse(String host, boolean special) {
        if (host.startsWith("[")) {
            return ipv6(host.toLowerCase(Locale.ROOT));
        }
        if (!special) {
            return isForbidden(host.replace("%", ""))
                    ? Optional.empty()
                    : Optional.of(PathParser.encode(host, PathParser.CONTROLS));
        }
        String domain = DomainToAscii.convert(percentDecode(host));
        if (domain.isEmpty() || isForbidden(domain)) {
            return Optional.empty();
        }
        return Ipv4Parser.endsInNumber(domain) ? Ipv4Parser.parse(domain) : Optional.of(domain);
    }

    private static Optional<String> ipv6(String host) {
        return host.matches("\\[[0-9a-f:.]{2,45}]") ? Optional.of(host) : Optional.empty();
    }

    private static boolean isForbidden(String domain) {
        return domain.chars().anyMatch(c -> c <= 0x1f || c == 0x7f || FORBIDDEN.indexOf(c) >= 0);
    }

    private static String percentDecode(String host) {
        if (host.indexOf('%') < 0) {
            return host;
        }
        byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
