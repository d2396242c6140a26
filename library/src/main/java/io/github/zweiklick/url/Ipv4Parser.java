package io.github.zweiklick.url;

import java.util.Locale;
import java.util.Optional;

/** The IPv4 parser (WHATWG URL, section 3.5): {@code 0x7f.1} and {@code 2130706433} are 127.0.0.1. */
final class Ipv4Parser {
    private Ipv4Parser() {}

    static boolean endsInNumber(String domain) {
        String[] parts = parts(domain);
        String last = parts[parts.length - 1];
        return !last.isEmpty()
                && (last.chars().allMatch(c -> c >= '0' && c <= '9')
                        || number(last).isPresent());
    }

    static Optional<String> parse(String domain) {
        String[] parts = parts(domain);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            Optional<Long> number = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
            if (number.isEmpty() || number.get() >= limit) {
                return Optional.empty();
            }
            address |= last ? number.get() : number.get() << (8 * (3 - i));
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    private static String[] parts(String domain) {
        return (domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain).split("\\.", -1);
    }

    private static Optional<Long> number(String part) {
        String text = part.toLowerCase(Locale.ROOT);
        int radix = 10;
        if (text.startsWith("0x")) {
            radix = 16;
            text = text.substring(2);
        } else if (text.length() > 1 && text.startsWith("0")) {
            radix = 8;
            text = text.substring(1);
        }
        if (text.isEmpty()) {
            return radix == 16 ? Optional.of(0L) : Optional.empty();
        }
        int base = radix;
        if (!text.chars().allMatch(c -> c < 0x80 && Character.digit(c, base) >= 0)) {
            return Optional.empty();
        }
        String significant = text.replaceFirst("^0+(?=.)", "");
        return Optional.of(significant.length() > 12 ? Long.MAX_VALUE : Long.parseLong(significant, radix));
    }
}
