package io.github.zweiklick.upstream;

import io.github.zweiklick.url.WebUrl;
import java.util.Set;

/** Where a request and the redirects that answer it may lead. */
public sealed interface Reach {

    /** Whether an address may be asked, as far as its text tells. */
    boolean permits(WebUrl address);

    /** Whether the hosts may have addresses that are not public. */
    boolean mayBePrivate();

    /**
     * An interface's own origins.
     *
     * @param origins scheme, host and port
     * @param configured whether the operator named them: then they may be in the house, and without TLS
     */
    record Api(Set<String> origins, boolean configured) implements Reach {
        public Api {
            origins = Set.copyOf(origins);
        }

        @Override
        public boolean permits(WebUrl address) {
            return origins.contains(address.origin()) && (configured || isSecure(address));
        }

        @Override
        public boolean mayBePrivate() {
            return configured;
        }
    }

    /**
     * Any public host over https, at the usual port: for addresses met in content. What a name leads to is checked when it is
     * resolved; where a proxy resolves it, by the proxy.
     */
    record Anywhere() implements Reach {
        private static final int HTTPS = 443;

        @Override
        public boolean permits(WebUrl address) {
            return isSecure(address) && address.port() == HTTPS && PublicAddresses.mayBePublic(address.host());
        }

        @Override
        public boolean mayBePrivate() {
            return false;
        }
    }

    private static boolean isSecure(WebUrl address) {
        return address.scheme().equals("https") && !address.host().isEmpty();
    }
}
