package io.github.zweiklick.benchmarks;

import java.util.Locale;
import java.util.Set;

/** Judges addresses for the ways that are not ours: a host in a set is own, everything else in an address is foreign. */
final class OwnSite {
    private final Set<String> hosts;

    OwnSite(String host) {
        this.hosts = Set.of(host, "www." + host);
    }

    /** Whether an attribute's value makes a browser contact another site. */
    boolean isForeign(String value) {
        String address = value.strip();
        int slashes = address.indexOf("//");
        if (slashes < 0 || !isNetworkScheme(address, slashes)) {
            return false;
        }
        return !hosts.contains(host(address, slashes + 2));
    }

    /** Whether one of the addresses of a {@code srcset} is foreign. */
    boolean isAnyForeign(String candidates) {
        for (String candidate : candidates.split(",")) {
            if (isForeign(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNetworkScheme(String address, int slashes) {
        return slashes == 0
                || address.regionMatches(true, 0, "https:", 0, slashes)
                || address.regionMatches(true, 0, "http:", 0, slashes);
    }

    private static String host(String address, int start) {
        int end = start;
        while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
