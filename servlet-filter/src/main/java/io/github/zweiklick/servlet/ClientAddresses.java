package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration.Forwarded;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where a request comes from, as far as trusted proxies tell.
 *
 * <p>A proxy writes one of the two headers and hands on the other as the visitor sent it. Where nobody has said which one it
 * is, both are read, and a rule must hold for each.
 */
final class ClientAddresses {
    /** What proxies write, and whoever else likes. */
    private static final List<String> OF_PROXIES = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

    private ClientAddresses() {}

    /**
     * Whether a request has come by way of somebody, or says so, whom nobody trusts. Its nearest address is then perhaps that of a
     * proxy that lets everybody in.
     */
    static boolean areHearsay(HttpServletRequest request, Predicate<String> trusted) {
        return !trusted.test(request.getRemoteAddr())
                && OF_PROXIES.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    /** At least one; what a proxy would not tell is no address, and in no range. */
    static List<String> of(HttpServletRequest request, Forwarded written, Predicate<String> trusted) {
        String nearest = request.getRemoteAddr();
        if (!trusted.test(nearest)) {
            return List.of(nearest);
        }
        List<String> told = new ArrayList<>();
        List<String> standard = ForwardedRequest.standardValues(request, written).stream()
                .map(element -> ForwardedRequest.parameter(element, "for").orElse("unknown"))
                .toList();
        if (!standard.isEmpty()) {
            told.add(outermost(standard, trusted));
        }
        List<String> custom = ForwardedRequest.customValues(request, "X-Forwarded-For", written);
        if (!custom.isEmpty()) {
            told.add(outermost(custom, trusted));
        }
        return told.isEmpty() ? List.of(nearest) : List.copyOf(told);
    }

    /** From the right, as far as the addresses are trusted ones: what stands further left may be invented. */
    private static String outermost(List<String> hops, Predicate<String> trusted) {
        List<String> nearestFirst = new ArrayList<>(hops);
        Collections.reverse(nearestFirst);
        String client = "unknown";
        for (String hop : nearestFirst) {
            client = ForwardedRequest.withoutPort(hop);
            if (!trusted.test(client)) {
                break;
            }
        }
        return client;
    }
}
