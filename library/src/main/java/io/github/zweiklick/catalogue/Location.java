package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.WebUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an address leads once scheme, port and substitution no longer matter.
 *
 * @param host as the catalogue has it, lower case, without trailing dot
 * @param url the address itself
 */
record Location(String host, WebUrl url) {
    /** Paths longer than this are no embed's. */
    static final int LONGEST_PATH = 2048;

    private static final Pattern BETWEEN_PAIRS = Pattern.compile("[&?]");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** The path with those escapes undone that need not be (RFC 3986, section 3.3: {@code : @ ! ,}). */
    String path() {
        String path = url.path();
        if (path.length() > LONGEST_PATH || path.indexOf('%') < 0) {
            return path;
        }
        return path.replace("%3A", ":")
                .replace("%3a", ":")
                .replace("%40", "@")
                .replace("%21", "!")
                .replace("%2C", ",")
                .replace("%2c", ",");
    }

    /** The value of a query parameter, or with a leading hash of one in the fragment. */
    Optional<String> parameter(String name) {
        if (!name.startsWith("#")) {
            return url.parameter(name);
        }
        String wanted = name.substring(1) + "=";
        for (String pair : BETWEEN_PAIRS.split(url.fragment().orElse(""), 64)) {
            if (pair.startsWith(wanted)) {
                return Optional.of(decode(pair.substring(wanted.length()).replace('+', ' ')));
            }
        }
        return Optional.empty();
    }

    /** The whole address at the catalogue's host, as a capture takes it. */
    String whole() {
        return WholeAddress.write(host, url);
    }

    /** Undoes percent-encoding; a broken escape leaves the text as it is, no pattern of a capture lets it through. */
    static String decode(String text) {
        if (text.indexOf('%') < 0 || BROKEN_ESCAPE.matcher(text).find()) {
            return text;
        }
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
