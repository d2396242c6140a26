package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The services known. Immutable.
 *
 * <p>Where two services know the same host or address, the one added later wins: a site's own file goes before the
 * bundled ones.
 */
public final class Catalogue {
    private final List<Service> services;
    private final Substitution substitution;
    private final HostTable<Candidate> addresses = new HostTable<>();
    private final HostTable<Companion> companions = new HostTable<>();
    private final HostTable<Service> owners = new HostTable<>();
    private final InlineLoaders inlineLoaders;
    private final NetworkHosts networkHosts;
    private final Map<Companions.Helper, Service> helpers = new HashMap<>();

    private record Companion(Service service, AddressPattern pattern, NamedGroups inPath) {}

    private Catalogue(List<Service> services, Substitution substitution) {
        this.services = List.copyOf(services);
        this.substitution = substitution;
        this.inlineLoaders = new InlineLoaders(this.services);
        this.networkHosts = new NetworkHosts(this.services, substitution);
        for (int i = services.size() - 1; i >= 0; i--) {
            index(services.get(i));
        }
    }

    private void index(Service service) {
        service.hosts().forEach(host -> owners.add(host, service));
        for (EmbedKind kind : service.embeds()) {
            for (AddressPattern pattern : kind.addresses()) {
                Candidate candidate = new Candidate(service, kind, pattern);
                pattern.hosts().forEach(host -> addresses.add(host, candidate));
            }
        }
        for (AddressPattern pattern : service.companions().resources()) {
            Companion companion = new Companion(service, pattern, NamedGroups.of(pattern.path()));
            pattern.hosts().forEach(host -> companions.add(host, companion));
        }
        service.companions().elements().forEach(helper -> helpers.putIfAbsent(helper, service));
    }

    /** The services that come with Zweiklick. */
    public static Catalogue bundled() {
        return of(BundledServices.all());
    }

    /** A catalogue of these services only. */
    public static Catalogue of(List<Service> services) {
        return new Catalogue(services, Substitution.NONE);
    }

    /** This catalogue with a service more, or another in place of one with the same id. */
    public Catalogue with(Service service) {
        Map<String, Service> byId = new LinkedHashMap<>();
        services.forEach(known -> byId.put(known.id(), known));
        byId.put(service.id(), service);
        return new Catalogue(new ArrayList<>(byId.values()), substitution);
    }

    /**
     * This catalogue with hosts replaced, for simulated networks: an address at a replacement is recognised as one at
     * the host, and frames are built at the replacement. Captures always hold the host itself. A host that stands here
     * is accepted as a host of the visitor's choice whatever its name.
     *
     * @param origins host, exactly as the catalogue has it, to origin ({@code http://name.localhost:9001}); an address
     *     is at the replacement when scheme, host and port are the same
     * @throws IllegalArgumentException where a replacement is not an origin
     */
    public Catalogue substituting(Map<String, String> origins) {
        return new Catalogue(services, Substitution.of(origins));
    }

    /**
     * All hosts that any service is known by, lower case; {@code *.example.com} as {@code example.com}. What is at none of
     * them, nor below, can only be a service whose server the visitor chooses.
     */
    public Set<String> hosts() {
        Set<String> hosts = new HashSet<>();
        addresses.addHostsTo(hosts);
        companions.addHostsTo(hosts);
        owners.addHostsTo(hosts);
        substitution.addHostsTo(hosts);
        return hosts;
    }

    /** All hosts that stand anywhere in the catalogue. */
    public NetworkHosts networkHosts() {
        return networkHosts;
    }

    /** Paths by which companions at servers of the visitor's choice are known. */
    public List<Pattern> companionPathsAnywhere() {
        return companions.anywhere().stream()
                .map(companion -> companion.pattern().path())
                .toList();
    }

    public List<Service> services() {
        return services;
    }

    public Optional<Service> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The service a host belongs to, the host in ASCII lower case; after substitution also a replacement's host. */
    public Optional<Service> serviceOfHost(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        Optional<Service> owner = owners.nearest(name).stream().findFirst();
        return owner.isPresent()
                ? owner
                : substitution.replacedBy(name).stream()
                        .flatMap(replaced -> owners.nearest(replaced).stream())
                        .findFirst();
    }

    /**
     * The embed an address stands for, in a frame or in a link. Services whose server the visitor chooses are never
     * known by the address alone: any page of the web may look like one of theirs.
     */
    public Optional<Embed> recognise(WebUrl address) {
        for (Location location : substitution.locations(address)) {
            for (Candidate candidate : addresses.at(location.host())) {
                Optional<Embed> embed = candidate.read(location, substitution);
                if (embed.isPresent()) {
                    return embed;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The embed an address stands for that an author has asked for in so many words, by a link of class
     * {@code zweiklick-embed}: as {@link #recognise(WebUrl)}, and where that knows nothing, also at servers of the
     * visitor's choice. The caller keeps the site's own hosts away.
     */
    public Optional<Embed> recogniseLink(WebUrl address) {
        Optional<Embed> known = recognise(address);
        return known.isPresent() ? known : atChosenHost(address, addresses.anywhere());
    }

    /**
     * The embed of one kind an address stands for. To be asked with an address found in one of the kind's forms, whose
     * class is what tells that it is an embed: hosts of the visitor's choice are tried as well, but never a catalogue
     * host. The caller keeps the site's own hosts away.
     */
    public Optional<Embed> recognise(Service service, EmbedKind kind, WebUrl address) {
        for (Location location : substitution.locations(address)) {
            for (Candidate candidate : addresses.at(location.host())) {
                if (candidate.service().equals(service) && candidate.kind().equals(kind)) {
                    Optional<Embed> embed = candidate.read(location, substitution);
                    if (embed.isPresent()) {
                        return embed;
                    }
                }
            }
        }
        return atChosenHost(
                address,
                addresses.anywhere().stream()
                        .filter(candidate -> candidate.service().equals(service)
                                && candidate.kind().equals(kind))
                        .toList());
    }

    private Optional<Embed> atChosenHost(WebUrl address, List<Candidate> candidates) {
        for (Location location : substitution.locations(address)) {
            if (!isChoosable(location.host())) {
                continue;
            }
            for (Candidate candidate : candidates) {
                Optional<Embed> embed = candidate.read(location, substitution);
                if (embed.isPresent()) {
                    return embed;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isChoosable(String host) {
        return serviceOfHost(host).isEmpty()
                && (substitution.replaces(host) || PublicHost.accept(host).isPresent());
    }

    /**
     * An embed from values found in an element or a request; each is accepted by its capture or the embed is none. An
     * empty value that need not be there counts as absent.
     *
     * @param captures raw values; unknown names are an error of the caller's form and make the embed none
     */
    public Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures) {
        return service(serviceId)
                .flatMap(service -> service.embed(kindId)
                        .flatMap(kind ->
                                new Rebuilding(this::isChoosable, substitution).rebuild(service, kind, captures)));
    }

    /**
     * The service for whose companions an address is known. A service whose server the visitor chooses has its scripts
     * at any host: to be asked for scripts only that stand with an embed of the service on the page, for the path alone
     * proves nothing.
     */
    public Optional<Service> companion(WebUrl address) {
        List<Location> locations = substitution.locations(address);
        for (Location location : locations) {
            Optional<Service> named = first(companions.at(location.host()), location);
            if (named.isPresent()) {
                return named;
            }
        }
        for (Location location : locations) {
            Optional<Service> anywhere = first(companions.anywhere(), location);
            if (anywhere.isPresent() && isChoosable(location.host())) {
                return anywhere;
            }
        }
        return Optional.empty();
    }

    /**
     * The services that an inline script loads, known by the literals of their files, in the order of the catalogue;
     * also where the script writes {@code \\/} for a slash or joins a literal from parts, as long as the longest part
     * between slashes is whole. Linear in the script's length.
     */
    public List<Service> inlineLoaders(String script) {
        return inlineLoaders.find(script);
    }

    /**
     * Strings of at least six characters, one of which stands as it is in every script that
     * {@link #inlineLoaders(String)} finds a service in. What holds none of them loads nothing known; what holds one
     * need not.
     */
    public List<String> inlineHints() {
        return inlineLoaders.hints();
    }

    /** The service whose empty helper an element is, such as {@code div#fb-root}. */
    public Optional<Service> helper(Companions.Helper element) {
        return Optional.ofNullable(helpers.get(element));
    }

    private static Optional<Service> first(List<Companion> candidates, Location location) {
        for (Companion candidate : candidates) {
            if (Candidate.fit(candidate.pattern(), candidate.inPath(), location).isPresent()) {
                return Optional.of(candidate.service());
            }
        }
        return Optional.empty();
    }

    /** CSP source expressions for the frame of an embed, after substitution: {@code https://*.example.com}. */
    public List<String> frameSources(Embed embed) {
        return sources(embed.service().frame().hosts(), embed);
    }

    /** CSP source expressions for the scripts of an embed, after substitution. */
    public List<String> scriptSources(Embed embed) {
        return sources(embed.service().frame().scripts(), embed);
    }

    private List<String> sources(List<String> hostPatterns, Embed embed) {
        List<String> hosts = new ArrayList<>();
        for (String host : hostPatterns) {
            if (host.equals(HostPatterns.CHOSEN)) {
                embed.chosenHost().ifPresent(hosts::add);
            } else {
                hosts.add(host);
            }
        }
        return sources(hosts);
    }

    /** The entry for a host of the visitor's choice gives none. */
    List<String> sources(List<String> hostPatterns) {
        return substitution.sources(hostPatterns);
    }

    /** An address built by a template, after substitution of its host. */
    public String resolve(String address) {
        return substitution.resolve(address);
    }
}
