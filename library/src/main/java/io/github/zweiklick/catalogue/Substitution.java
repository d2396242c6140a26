package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts of networks replaced by origins of simulated ones. */
final class Substitution {
    static final Substitution NONE = new Substitution(Map.of());

    private static final Pattern HOST_OF = Pattern.compile("https://(?<host>[a-z0-9.-]++)(?<rest>[/?#].*)?");

    private final Map<String, String> originOfHost;
    private final Map<String, List<String>> hostsOfOrigin = new HashMap<>();
    private final Map<String, List<String>> hostsOfName = new HashMap<>();

    private Substitution(Map<String, String> originOfHost) {
        this.originOfHost = originOfHost;
        originOfHost.forEach((host, origin) -> {
            hostsOfOrigin.computeIfAbsent(origin, o -> new ArrayList<>()).add(host);
            WebUrl.parse(origin)
                    .ifPresent(url -> hostsOfName
                            .computeIfAbsent(url.host(), name -> new ArrayList<>())
                            .add(host));
        });
    }

    /**
     * @throws IllegalArgumentException where a replacement is not an origin such as {@code http://name.localhost:9001}
     */
    static Substitution of(Map<String, String> origins) {
        Map<String, String> canonical = new LinkedHashMap<>();
        origins.forEach((host, origin) -> canonical.put(host, origin(host, origin)));
        return new Substitution(canonical);
    }

    private static String origin(String host, String text) {
        return WebUrl.parse(text)
                .filter(url -> url.scheme().equals("http") || url.scheme().equals("https"))
                .filter(url -> url.path().equals("/")
                        && url.query().isEmpty()
                        && url.fragment().isEmpty())
                .map(WebUrl::origin)
                .orElseThrow(() -> new IllegalArgumentException("the replacement of '" + host + "' is '" + text
                        + "', which is no origin; write scheme, host and port only, like http://name.localhost:9001"));
    }

    boolean isEmpty() {
        return originOfHost.isEmpty();
    }

    void addHostsTo(Set<String> hosts) {
        hosts.addAll(hostsOfName.keySet());
    }

    boolean replaces(String host) {
        return originOfHost.containsKey(host);
    }

    /** The places an address may stand for: at its own host, or at those its origin replaces. Empty for odd ports. */
    List<Location> locations(WebUrl address) {
        List<String> replaced = hostsOfOrigin.getOrDefault(address.origin(), List.of());
        if (!replaced.isEmpty()) {
            return replaced.stream()
                    .map(host -> new Location(concrete(host), address))
                    .toList();
        }
        return WholeAddress.isOrdinary(address)
                ? List.of(new Location(WholeAddress.host(address), address))
                : List.of();
    }

    /** A host that fits a pattern: something below {@code *.example.com}. */
    private static String concrete(String pattern) {
        return pattern.startsWith("*.") ? "www" + pattern.substring(1) : pattern;
    }

    /** The hosts a simulated one stands for, whatever the port. */
    List<String> replacedBy(String name) {
        return hostsOfName.getOrDefault(name, List.of()).stream()
                .map(Substitution::concrete)
                .toList();
    }

    /** The capture's value; an address at a simulated host is one at the host itself: captures hold real ones only. */
    Optional<String> accept(Capture capture, String raw) {
        if (isEmpty() || capture.type() != Capture.Type.ADDRESS) {
            return capture.accept(raw);
        }
        Optional<WebUrl> simulated = WholeAddress.parse(raw).filter(url -> hostsOfOrigin.containsKey(url.origin()));
        if (simulated.isEmpty()) {
            return capture.accept(raw);
        }
        return locations(simulated.get()).stream()
                .flatMap(location -> capture.accept(location.whole()).stream())
                .findFirst();
    }

    String resolve(String address) {
        if (isEmpty()) {
            return address;
        }
        Matcher parts = HOST_OF.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        String rest = parts.group("rest");
        return originFor(parts.group("host"))
                .map(origin -> origin + (rest == null ? "" : rest))
                .orElse(address);
    }

    private Optional<String> originFor(String host) {
        String exact = originOfHost.get(host);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            String below = originOfHost.get("*" + host.substring(dot));
            if (below != null) {
                return Optional.of(below);
            }
        }
        return Optional.empty();
    }

    List<String> sources(List<String> patterns) {
        Set<String> sources = new LinkedHashSet<>();
        for (String pattern : patterns) {
            if (pattern.equals(HostPatterns.CHOSEN)) {
                continue;
            }
            String exact = originOfHost.get(pattern);
            sources.add(exact == null ? "https://" + pattern : exact);
            if (exact == null && pattern.startsWith("*.")) {
                originOfHost.forEach((host, origin) -> {
                    if (HostPatterns.matches(pattern, host)) {
                        sources.add(origin);
                    }
                });
            } else if (exact == null) {
                originFor(pattern).ifPresent(origin -> {
                    sources.remove("https://" + pattern);
                    sources.add(origin);
                });
            }
        }
        return List.copyOf(sources);
    }
}
