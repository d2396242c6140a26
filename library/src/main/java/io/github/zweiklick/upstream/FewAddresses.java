package io.github.zweiklick.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The first addresses of a name. The client tries one after another, each until the limit of connecting, also when the exchange
 * was ended meanwhile: with few that is soon over.
 */
record FewAddresses(DnsResolver resolver) implements DnsResolver {
    private static final int MOST = 2;

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = resolver.resolve(host);
        return Arrays.copyOf(all, Math.min(all.length, MOST));
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }
}
