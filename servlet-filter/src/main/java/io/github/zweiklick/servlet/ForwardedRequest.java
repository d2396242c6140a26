package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration.Forwarded;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What trusted proxies say about a request: scheme, host and port as the browser has them.
 *
 * <p>Each proxy appends, so the right end of a list is the nearest proxy's word and the left end may be the visitor's
 * invention. Read from the right, as far as the addresses named are trusted ones.
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>; the X- headers are custom.
 */
record ForwardedRequest(Optional<String> proto, Optional<String> host, Optional<String> port) {

    private static final List<String> CUSTOM =
            List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");

    /**
     * What {@code Forwarded} tells and what the X- headers tell; none where there are none.
     *
     * @param written which of them are believed
     */
    static List<ForwardedRequest> of(HttpServletRequest request, Forwarded written, Predicate<String> trusted) {
        List<ForwardedRequest> told = new ArrayList<>();
        List<String> elements = standardValues(request, written);
        if (!elements.isEmpty()) {
            told.add(standard(elements, trusted));
        }
        if (CUSTOM.stream()
                .anyMatch(name -> !customValues(request, name, written).isEmpty())) {
            told.add(custom(request, trusted));
        }
        return told;
    }

    /** Whether it tells at most where the request comes from. */
    boolean isSilent() {
        return proto.isEmpty() && host.isEmpty() && port.isEmpty();
    }

    static List<String> standardValues(HttpServletRequest request, Forwarded written) {
        return written == Forwarded.X_FORWARDED ? List.of() : values(request, "Forwarded");
    }

    static List<String> customValues(HttpServletRequest request, String name, Forwarded written) {
        return written == Forwarded.RFC7239 ? List.of() : values(request, name);
    }

    private static ForwardedRequest standard(List<String> elements, Predicate<String> trusted) {
        int at = elements.size() - 1;
        while (at > 0
                && parameter(elements.get(at), "for")
                        .map(ForwardedRequest::withoutPort)
                        .filter(trusted)
                        .isPresent()) {
            at--;
        }
        return new ForwardedRequest(
                parameter(elements.get(at), "proto"), parameter(elements.get(at), "host"), Optional.empty());
    }

    private static ForwardedRequest custom(HttpServletRequest request, Predicate<String> trusted) {
        List<String> addresses = new ArrayList<>(values(request, "X-Forwarded-For"));
        Collections.reverse(addresses);
        int hops = 0;
        while (hops < addresses.size() - 1 && trusted.test(withoutPort(addresses.get(hops)))) {
            hops++;
        }
        return new ForwardedRequest(
                fromRight(values(request, "X-Forwarded-Proto"), hops),
                fromRight(values(request, "X-Forwarded-Host"), hops),
                fromRight(values(request, "X-Forwarded-Port"), hops));
    }

    private static Optional<String> fromRight(List<String> values, int hops) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(Math.max(0, values.size() - 1 - hops)));
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static Optional<String> parameter(String element, String name) {
        for (String pair : element.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).trim().equalsIgnoreCase(name)) {
                String value = pair.substring(equals + 1).trim();
                boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
                return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
        return Optional.empty();
    }

    /** {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711} name the address with the client's port. */
    static String withoutPort(String node) {
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            return end < 0 ? node : node.substring(0, end + 1);
        }
        int colon = node.indexOf(':');
        return colon >= 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }
}
