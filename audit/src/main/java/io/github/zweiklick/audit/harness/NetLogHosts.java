package io.github.zweiklick.audit.harness;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts as a NetLog writes them, and whose they are. */
final class NetLogHosts {

    private static final Pattern AUTHORITY = Pattern.compile("[a-z]+://([^/?#]+)");

    private static final Pattern OF_PORT = Pattern.compile("^_[0-9]{1,5}\\._https\\.(?=.)", Pattern.CASE_INSENSITIVE);

    private NetLogHosts() {}

    /**
     * Who was behind contact with a host.
     *
     * @param key its network anonymization key
     */
    static Sighting.Cause cause(String key, String host) {
        if (key.equals("null")) {
            return Sighting.Cause.BROWSER;
        }
        boolean ofItself = hostOf(key.split(" ", 2)[0])
                .filter(site -> host.equals(site) || host.endsWith("." + site))
                .isPresent();
        return ofItself ? Sighting.Cause.UNKNOWN : Sighting.Cause.PAGE;
    }

    /** The host of an address or of a bare {@code host}, {@code host:port}. */
    static Optional<String> hostOf(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "x://" + text);
            String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
            String host = plain(authority.substring(authority.indexOf('@') + 1).replaceFirst(":[0-9]*$", ""));
            return host.isEmpty() ? Optional.empty() : Optional.of(host);
        } catch (URISyntaxException unreadable) {
            // java.net.URI is stricter than browsers about paths and queries: the authority is enough.
            Matcher authority = AUTHORITY.matcher(text);
            return authority.lookingAt() && authority.end() < text.length()
                    ? hostOf(authority.group())
                    : Optional.of(text);
        }
    }

    /**
     * Lower case, without trailing dot, and without what stands before a host whose HTTPS record of another port is wanted.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9460#section-2.3">RFC 9460, 2.3</a>
     */
    static String plain(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return OF_PORT.matcher(bare).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
