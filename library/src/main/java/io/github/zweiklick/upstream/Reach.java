package io.github.zweiklick.upstream;

import io.github.zweiklick.url.WebUrl;
import java.util.Set;

/** Where a request and the redirects that answer it may lead. */
public sealed interface Reach {

    /** Whether an address may be asked, as far as its text tells. */
    boolean permits(WebUrl address);

    /** Whether the host of an address that is permitted may have addresses that are not public. */
    boolean mayBePrivate(WebUrl address);

    /**
     * An interface's own origins.
     *
     * @param origins scheme, host and port
     * @param configured those of them that the operator named: they may be in the house, and without TLS
     */
    record Api(Set<String> origins, Set<String> configured) implements Reach {
        public Api {
            origins = Set.copyOf(origins);
            configured = Set.copyOf(configured);
        }

        /** All of them named by the operator, or none. */
        public Api(Set<String> origins, boolean configured) {
            this(origins, configured ? origins : Set.of());
        }

        @Override
        public boolean permits(WebUrl address) {
            return origins.contains(address.origin()) && (mayBePrivate(address) || isSecure(address));
        }

        @Override
        public boolean mayBePrivate(WebUrl address) {
            return configured.contains(address.origin());
        }
    }

    /**
     * Any public host over https, at the usual port: for addresses met in content. What a name leads to is checked when it is
     * resolved; where a proxy resolves it, by the proxy.
     *
     * @param configured origins that the operator named besides: they may be in the house, and without TLS
     */
    record Anywhere(Set<String> configured) implements Reach {
        private static final int HTTPS = 443;

        public Anywhere {
            configured = Set.copyOf(configured);
        }

        /** Public hosts only. */
        public Anywhere() {
            this(Set.of());
        }

        @Override
        public boolean permits(WebUrl address) {
            return mayBePrivate(address)
                    || (isSecure(address) && address.port() == HTTPS && PublicAddresses.mayBePublic(address.host()));
        }

        @Override
        public boolean mayBePrivate(WebUrl address) {
            return configured.contains(address.origin());
        }
    }

    private static boolean isSecure(WebUrl address) {
        return address.scheme().equals("https") && !address.host().isEmpty();
    }
}
