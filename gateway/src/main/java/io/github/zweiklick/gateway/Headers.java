package io.github.zweiklick.gateway;

import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import io.github.zweiklick.servlet.Visitor;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What changes in the headers on their way.
 *
 * <p>To the server: who asks, for which address. Only what trusted proxies told the filter is handed on; what a visitor wrote into
 * such headers is not. From the server: where it names itself, the visitor reads the address he knows.
 */
record Headers(Upstream upstream, HostHeader host, Visitor visitor) {
    /** What they say is said anew. */
    private static final List<String> ABOUT_THE_VISITOR = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Server",
            "X-Real-IP");

    private static final Pattern REFRESH =
            Pattern.compile("(\\s*[0-9.]+\\s*[;,]\\s*url\\s*=\\s*)(.*)", Pattern.CASE_INSENSITIVE);

    /** Tells the server who asks. */
    void tell(HttpServletRequest request, HttpFields.Mutable headers) {
        ABOUT_THE_VISITOR.forEach(headers::remove);
        WebUrl address = visitor.address();
        String authority = authority(address);
        String peer = request.getRemoteAddr();
        String client = visitor.client().orElse("unknown");
        headers.put(HttpHeader.X_FORWARDED_FOR, client.equals(peer) ? peer : client + ", " + peer);
        headers.put(HttpHeader.X_FORWARDED_PROTO, address.scheme());
        headers.put(HttpHeader.X_FORWARDED_HOST, authority);
        headers.put(HttpHeader.X_FORWARDED_PORT, Integer.toString(address.port()));
        // It has no word for an address that nobody knows, as the two others have.
        visitor.client().ifPresent(known -> headers.put("X-Real-IP", known));
        headers.put(
                HttpHeader.FORWARDED, "for=" + node(client) + ";host=\"" + authority + "\";proto=" + address.scheme());
        if (host == HostHeader.UPSTREAM) {
            headers.put(HttpHeader.HOST, upstream.authority());
            // Else its protection against forged requests takes every form for one from elsewhere.
            for (String name : List.of("Origin", "Referer")) {
                Optional.ofNullable(headers.get(name))
                        .flatMap(value -> moved(value, address.origin(), upstream.origin()))
                        .ifPresent(value -> headers.put(name, value));
            }
        }
    }

    /** RFC 7239, section 6: IPv6 addresses stand in brackets and quotes. */
    private static String node(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        return address.startsWith("[") ? "\"" + address + "\"" : "\"[" + address + "]\"";
    }

    private static String authority(WebUrl address) {
        return address.origin().substring(address.scheme().length() + "://".length());
    }

    private static Optional<String> moved(String value, String from, String to) {
        boolean below = value.equals(from) || value.startsWith(from + "/");
        return below ? Optional.of(to + value.substring(from.length())) : Optional.empty();
    }

    /**
     * Gives the visitor the server's headers.
     *
     * @param hopByHop names, in lower case, of those that hold for the connection to the server alone; {@code Connection} may name
     *     further ones (RFC 9110, section 7.6.1)
     */
    void answer(HttpFields fields, Set<String> hopByHop, HttpServletResponse response) {
        List<String> options = fields.getCSV(HttpHeader.CONNECTION, false);
        for (HttpField field : fields) {
            String name = field.getName();
            String value = field.getValue();
            if (value != null
                    && !hopByHop.contains(name.toLowerCase(Locale.ROOT))
                    && options.stream().noneMatch(name::equalsIgnoreCase)) {
                response.addHeader(name, changed(name, value).orElse(value));
            }
        }
    }

    private Optional<String> changed(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "location", "content-location" -> here(value);
            case "refresh" -> refresh(value);
            case "set-cookie" -> cookie(value);
            default -> Optional.empty();
        };
    }

    private Optional<String> here(String address) {
        return WebUrl.parse(address, visitor.address())
                .filter(url -> upstream.owns(url) || isPortOfUpstream(url))
                .filter(url -> !url.origin().equals(visitor.address().origin()))
                .map(url -> visitor.address().origin()
                        + url.href().substring(url.origin().length()));
    }

    /**
     * nginx makes whole addresses of the host it is asked for and the port it listens at. Where that is a usual one, the site may
     * mean its public address, such as the one with https.
     */
    private boolean isPortOfUpstream(WebUrl address) {
        return address.host().equals(visitor.address().host())
                && address.port() == upstream.port()
                && !upstream.hasUsualPort();
    }

    private Optional<String> refresh(String value) {
        Matcher matcher = REFRESH.matcher(value);
        return matcher.matches() ? here(matcher.group(2).strip()).map(url -> matcher.group(1) + url) : Optional.empty();
    }

    /** RFC 6265, section 5.2.3: a cookie for a domain the visitor is not at is thrown away; without one it is the host's. */
    private Optional<String> cookie(String value) {
        List<String> kept = new ArrayList<>(Arrays.asList(value.split(";", -1)));
        boolean dropped = kept.subList(1, kept.size()).removeIf(this::isDomainOfUpstream);
        return dropped ? Optional.of(String.join(";", kept)) : Optional.empty();
    }

    private boolean isDomainOfUpstream(String attribute) {
        int equals = attribute.indexOf('=');
        if (equals < 0 || !attribute.substring(0, equals).strip().equalsIgnoreCase("domain")) {
            return false;
        }
        String domain = attribute.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
        String plain = domain.startsWith(".") ? domain.substring(1) : domain;
        return matches(upstream.host(), plain) && !matches(visitor.address().host(), plain);
    }

    private static boolean matches(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
