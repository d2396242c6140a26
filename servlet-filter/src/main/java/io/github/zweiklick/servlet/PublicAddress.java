package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Configuration.Forwarded;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.url.KnownUrls;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Finds a request's address as the browser has it: from the configuration, trusted proxies, or the request. */
final class PublicAddress {
    private final Optional<String> origin;
    private final List<AddressRange> trusted;
    private final Forwarded written;
    /** Without queries and parameters, which may hold what is to be forgotten. */
    private final KnownUrls addresses = new KnownUrls();

    private final AtomicBoolean contradicted = new AtomicBoolean();
    private volatile Named last = new Named("", "", 0, Optional.empty());

    /** What a request names, and the origin that makes. */
    private record Named(String scheme, String name, int port, Optional<String> origin) {}

    PublicAddress(Configuration configuration) {
        origin = configuration.origin().map(PublicAddress::withoutSlash);
        trusted = trusted(configuration);
        written = configuration.forwarded();
    }

    /** @throws ConfigurationException where an address range is none */
    static List<AddressRange> trusted(Configuration configuration) {
        return configuration.trustedProxies().stream()
                .map(text -> AddressRange.parse(text)
                        .orElseThrow(() -> new ConfigurationException("trustedProxies: \"" + text
                                + "\" is no address range; write 10.0.0.0/8, 192.0.2.7 or fd00::/8. Forwarded headers"
                                + " would be believed of nobody, and the application does not start.")))
                .toList();
    }

    private static String withoutSlash(String origin) {
        return origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    }

    /** Empty where the Host header, or what a proxy says instead, is no host, or two headers tell two. */
    Optional<WebUrl> of(HttpServletRequest request) {
        OriginalRequest original = OriginalRequest.of(request);
        String target = original.uri() + (original.query() == null ? "" : "?" + original.query());
        boolean plain = original.query() == null && target.indexOf(';') < 0;
        return origin.or(() -> requested(request))
                .map(found -> found + target)
                .flatMap(address -> plain ? addresses.parse(address) : WebUrl.parse(address));
    }

    /** The host as requested, whatever origin is configured; empty where it is no host. */
    String requestedHost(HttpServletRequest request) {
        return requested(request).flatMap(addresses::parse).map(WebUrl::host).orElse("");
    }

    /** Where the request comes from, as far as trusted proxies tell. */
    List<String> clients(HttpServletRequest request) {
        return ClientAddresses.of(request, written, this::isTrusted);
    }

    /** Empty where it is not told, or two are told. */
    Optional<String> client(HttpServletRequest request) {
        List<String> told = clients(request);
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }

    private Optional<String> requested(HttpServletRequest request) {
        Optional<String> own = own(request.getScheme(), request.getServerName(), request.getServerPort());
        if (!isTrusted(request.getRemoteAddr())) {
            return own;
        }
        List<ForwardedRequest> families = ForwardedRequest.of(request, written, this::isTrusted);
        List<ForwardedRequest> telling =
                families.stream().filter(family -> !family.isSilent()).toList();
        if (telling.isEmpty()) {
            return own;
        }
        Optional<String> address = told(request, telling.get(0));
        // One that only says where the request comes from says, of the host, that it is the request's.
        boolean both = telling.size() > 1;
        Optional<String> other = both ? told(request, telling.get(1)) : own;
        boolean agree = families.size() < 2
                || (both
                        ? part(address, WebUrl::origin).equals(part(other, WebUrl::origin))
                        : part(address, WebUrl::host).equals(part(other, WebUrl::host)));
        if (!agree) {
            contradiction(address, other);
        }
        return agree ? address : Optional.empty();
    }

    /** Most requests of a site name the same host. */
    private Optional<String> own(String scheme, String name, int port) {
        Named named = last;
        if (named.port() != port || !name.equals(named.name()) || !scheme.equals(named.scheme())) {
            named = new Named(
                    scheme, name, port, authority(name, Optional.of(port)).map(found -> scheme + "://" + found));
            last = named;
        }
        return named.origin();
    }

    private static Optional<String> part(Optional<String> address, Function<WebUrl, String> part) {
        return address.flatMap(WebUrl::parse).map(part);
    }

    /** Once: visitors can make as many as they like. */
    private void contradiction(Optional<String> address, Optional<String> other) {
        if (!contradicted.getAndSet(true)) {
            Log.LOGGER.log(
                    System.Logger.Level.WARNING,
                    "Forwarded and X-Forwarded-* of a request name two addresses, " + address.orElse("no host")
                            + " and "
                            + other.orElse("no host")
                            + ": such requests get 400. A proxy writes one of the two and hands"
                            + " on the other as the visitor sent it. Write into zweiklick.json which one yours writes:"
                            + " \"forwarded\": \"x-forwarded\" or \"rfc7239\"");
        }
    }

    private static Optional<String> told(HttpServletRequest request, ForwardedRequest forwarded) {
        String scheme = forwarded.proto().filter(PublicAddress::isWeb).orElse(request.getScheme());
        if (forwarded.host().isEmpty()) {
            // A proxy that keeps Host and ends TLS: the port of the inner connection says nothing about the outer.
            Optional<Integer> port = forwarded.port().flatMap(PublicAddress::port);
            Optional<Integer> inner =
                    scheme.equals(request.getScheme()) ? Optional.of(request.getServerPort()) : Optional.empty();
            return authority(request.getServerName(), port.or(() -> inner)).map(a -> scheme + "://" + a);
        }
        String host = forwarded.host().get();
        boolean hasPort = host.lastIndexOf(':') > host.lastIndexOf(']');
        return (hasPort ? checked(host) : authority(host, forwarded.port().flatMap(PublicAddress::port)))
                .map(authority -> scheme + "://" + authority);
    }

    private boolean isTrusted(String address) {
        for (AddressRange range : trusted) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWeb(String scheme) {
        return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    private static Optional<Integer> port(String text) {
        return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<String> authority(String host, Optional<Integer> port) {
        boolean bareIpv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
        String name = bareIpv6 ? "[" + host + "]" : host;
        return checked(port.filter(n -> n > 0).map(n -> name + ":" + n).orElse(name));
    }

    /** A Host header reaches into the address no further than the authority: no path, query or user name. */
    private static Optional<String> checked(String authority) {
        for (int i = 0; i < authority.length(); i++) {
            char c = authority.charAt(i);
            if (c <= ' ' || c == 0x7f || "/\\?#@<>^|%\"'`".indexOf(c) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(authority).filter(text -> !text.isEmpty());
    }
}
