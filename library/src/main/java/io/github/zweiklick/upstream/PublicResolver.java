package io.github.zweiklick.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses only. The client connects to what this answers and asks no one else, so that a name
 * cannot be public when it is checked and private when it is connected to.
 */
final class PublicResolver implements DnsResolver {
    private final DnsResolver resolver;

    PublicResolver(DnsResolver resolver) {
        this.resolver = resolver;
    }

    /** A host has addresses, but none that may be connected to. */
    static final class NotPublicException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublicException(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = resolver.resolve(host);
        InetAddress[] open =
                Arrays.stream(found).filter(PublicAddresses::isPublic).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new NotPublicException(host);
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }
}
