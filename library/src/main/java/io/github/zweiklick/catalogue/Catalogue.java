package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services known. Immutable. CONTRACT STUB: the implementation follows. */
public final class Catalogue {
    private Catalogue() {}

    /** The services that come with Zweiklick. */
    public static Catalogue bundled() {
        throw new UnsupportedOperationException();
    }

    /** This catalogue with a service more, or another in place of one with the same id. */
    public Catalogue with(Service service) {
        throw new UnsupportedOperationException(service.id());
    }

    /**
     * This catalogue with hosts replaced, for simulated networks: an address at a replacement is recognised as one at
     * the host, and frames are built at the replacement.
     *
     * @param origins host, exactly as the catalogue has it, to origin ({@code http://name.localhost:9001})
     */
    public Catalogue substituting(Map<String, String> origins) {
        throw new UnsupportedOperationException(origins.toString());
    }

    public List<Service> services() {
        throw new UnsupportedOperationException();
    }

    public Optional<Service> service(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** The service a host belongs to, the host in ASCII lower case. */
    public Optional<Service> serviceOfHost(String host) {
        throw new UnsupportedOperationException(host);
    }

    /** The embed an address stands for, in a frame or in a link. */
    public Optional<Embed> recognise(WebUrl address) {
        throw new UnsupportedOperationException(address.href());
    }

    /**
     * An embed from values found in an element; each is accepted by its capture or the embed is none.
     *
     * @param captures raw values; unknown names are an error of the caller's form and make the embed none
     */
    public Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures) {
        throw new UnsupportedOperationException(serviceId + kindId + captures);
    }

    /** The service for whose companions an address is known. */
    public Optional<Service> companion(WebUrl address) {
        throw new UnsupportedOperationException(address.href());
    }

    /**
     * CSP source expressions of host patterns after substitution: {@code https://*.example.com}, or the
     * replacement's origin.
     */
    public List<String> sources(List<String> hostPatterns) {
        throw new UnsupportedOperationException(hostPatterns.toString());
    }

    /** An address built by a template, after substitution of its host. */
    public String resolve(String address) {
        throw new UnsupportedOperationException(address);
    }
}
