package io.github.zweiklick;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.text.Lately;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which hosts are the site's own, for one request. */
final class Ownership {
    private static final String WWW = "www.";

    private final Catalogue catalogue;
    private final List<String> declared;
    private final Optional<String> configuredHost;
    /** By the host of the address. */
    private final Lately<OwnHosts> hosts = new Lately<>(64, this::ofHost);

    Ownership(Configuration configuration, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.declared =
                configuration.own().stream().map(Configuration.OwnHost::host).toList();
        this.configuredHost = configuration.origin().flatMap(WebUrl::parse).map(WebUrl::host);
    }

    /**
     * The configured origin's host, or else the requested one unless it is a network's, and its {@code www.} twin; and
     * what the operator declared.
     */
    OwnHosts of(WebUrl address) {
        return hosts.get(address.host());
    }

    private OwnHosts ofHost(String requested) {
        List<String> patterns = new ArrayList<>();
        configuredHost
                .or(() -> Optional.of(requested))
                .filter(host -> configuredHost.isPresent()
                        || catalogue.serviceOfHost(host).isEmpty())
                .ifPresent(host -> {
                    patterns.add(host);
                    twin(host).ifPresent(patterns::add);
                });
        patterns.addAll(declared);
        return new OwnHosts(patterns.stream().distinct().toList());
    }

    /** Names of one label, and addresses, have no twin. */
    private static Optional<String> twin(String host) {
        if (host.startsWith(WWW)) {
            return Optional.of(host.substring(WWW.length()));
        }
        boolean name = host.contains(".") && !host.startsWith("[") && !host.matches("[0-9.]+");
        return name ? Optional.of(WWW + host) : Optional.empty();
    }
}
