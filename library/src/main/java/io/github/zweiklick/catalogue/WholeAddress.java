package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address that is itself the value of a capture. */
public final class WholeAddress {
    /** What editors write for an address: without scheme, as the address bar shows it. */
    private static final Pattern BARE = Pattern.compile("(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,63}/\\S*+");

    /** Where servlet containers put a visitor's session when cookies are off (Servlet 6.1, 7.1.3). */
    private static final Pattern SESSION = Pattern.compile(";jsessionid=[^/;]*+", Pattern.CASE_INSENSITIVE);

    private WholeAddress() {}

    /** Reads what stands in an attribute, also without a scheme. */
    static Optional<WebUrl> parse(String raw) {
        String text = raw.strip();
        if (text.startsWith("//")) {
            return WebUrl.parse("https:" + text);
        }
        return WebUrl.parse(BARE.matcher(text).matches() ? "https://" + text : text);
    }

    static Optional<String> accept(String raw, List<String> hosts) {
        return parse(raw)
                .filter(WholeAddress::isOrdinary)
                .filter(url -> HostPatterns.matches(hosts, host(url)))
                .map(url -> write(host(url), url));
    }

    /** Whether it is http or https at the scheme's own port. */
    static boolean isOrdinary(WebUrl url) {
        return switch (url.scheme()) {
            case "https" -> url.port() == 443 && !url.host().isEmpty();
            case "http" -> url.port() == 80 && !url.host().isEmpty();
            default -> false;
        };
    }

    /** The host without one trailing dot, which names the same host. */
    static String host(WebUrl url) {
        String host = url.host();
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** The address at a host: https, without user, port, fragment and tracking parameters. */
    static String write(String host, WebUrl url) {
        return "https://" + host + url.path() + query(url);
    }

    /** A page's own address as it may be passed on: without what tells a visitor or a visit. */
    public static String ofPage(WebUrl page) {
        return page.origin() + SESSION.matcher(page.path()).replaceAll("") + query(page);
    }

    private static String query(WebUrl url) {
        List<Map.Entry<String, String>> all = url.parameters();
        List<Map.Entry<String, String>> kept = all.stream()
                .filter(parameter -> !TrackingParameters.contains(parameter.getKey()))
                .toList();
        String query = kept.size() == all.size() ? url.query().orElse("") : join(kept);
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String join(List<Map.Entry<String, String>> parameters) {
        return parameters.stream()
                .map(parameter -> PercentEncoding.component(parameter.getKey())
                        + (parameter.getValue().isEmpty() ? "" : "=" + PercentEncoding.component(parameter.getValue())))
                .collect(Collectors.joining("&"));
    }
}
