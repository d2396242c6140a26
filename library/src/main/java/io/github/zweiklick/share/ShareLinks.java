package io.github.zweiklick.share;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a page can be shared: at every service of the catalogue that has a link for it. */
public final class ShareLinks {
    private static final String KIND = "share";
    private static final List<String> USUAL = Bundled.read("usual.json").strings("services");
    /** The capture by which a visitor chooses a server. */
    private static final String SERVER = "host";

    private final Catalogue catalogue;
    private final List<String> usual;

    public ShareLinks(Catalogue catalogue) {
        this(catalogue, List.of());
    }

    /** @param usual services of pages whose author names none; empty: those that most people have */
    public ShareLinks(Catalogue catalogue, List<String> usual) {
        this.catalogue = catalogue;
        this.usual = usual.isEmpty() ? USUAL : List.copyOf(usual);
    }

    /** The service of an id, if pages can be shared there. */
    public Optional<Service> service(String id) {
        return catalogue.service(id).filter(service -> kind(service).isPresent());
    }

    /** All of them, in the catalogue's order. */
    public List<Service> services() {
        return catalogue.services().stream()
                .filter(service -> kind(service).isPresent())
                .toList();
    }

    private static Optional<EmbedKind> kind(Service service) {
        return service.embed(KIND).filter(kind -> kind.content() == EmbedKind.Content.SHARE);
    }

    /** Those of pages whose author names none. */
    public List<String> usual() {
        return usual;
    }

    /** The links to those of these services that there are. */
    public List<ShareLink> links(List<String> ids, Shared shared) {
        return links(ids, shared, Map.of());
    }

    /**
     * The links to those of these services that there are.
     *
     * @param details of what is shared, for one service only: by its id the captures, as an author wrote them
     */
    public List<ShareLink> links(List<String> ids, Shared shared, Map<String, Map<String, String>> details) {
        List<ShareLink> links = new ArrayList<>();
        for (String id : ids) {
            Optional<Service> service = service(id);
            if (service.filter(ShareLinks::asksForServer).isPresent()) {
                links.add(new ShareLink(service.get(), Optional.empty()));
            } else {
                service.flatMap(known -> link(known, shared, Optional.empty(), details.getOrDefault(id, Map.of())))
                        .ifPresent(address -> links.add(new ShareLink(service.get(), Optional.of(address))));
            }
        }
        return links;
    }

    /** Whether the link leads to a server that the visitor has to name. */
    public static boolean asksForServer(Service service) {
        return kind(service).filter(kind -> kind.captures().containsKey(SERVER)).isPresent();
    }

    /**
     * The link.
     *
     * @param server of the visitor's choice, for services that ask for one
     * @return empty where the service needs what is not there, or the server is none that may be named
     */
    public Optional<String> link(Service service, Shared shared, Optional<String> server) {
        return link(service, shared, server, Map.of());
    }

    private Optional<String> link(
            Service service, Shared shared, Optional<String> server, Map<String, String> details) {
        return kind(service).flatMap(kind -> {
            Map<String, String> captures = new LinkedHashMap<>();
            put(captures, kind, SERVER, server.flatMap(name -> named(service, name)));
            put(captures, kind, "url", Optional.of(shared.address()));
            put(captures, kind, "title", shared.title().or(shared::words));
            put(captures, kind, "text", shared.words());
            put(captures, kind, "description", shared.words());
            put(captures, kind, "media", shared.media());
            details.forEach((name, value) -> put(captures, kind, name, accepted(kind, name, value)));
            boolean whole = kind.captures().entrySet().stream()
                    .allMatch(capture -> !capture.getValue().required() || captures.containsKey(capture.getKey()));
            // Not rebuilt as from a page's hands: the address is the site's own, at whatever port it is tried out.
            return whole ? Optional.of(new Embed(service, kind, captures).original()) : Optional.empty();
        });
    }

    private static Optional<String> accepted(EmbedKind kind, String name, String value) {
        return Optional.ofNullable(kind.captures().get(name)).flatMap(capture -> capture.accept(value));
    }

    /** A server's name as the catalogue takes it: public, and no network's. */
    private Optional<String> named(Service service, String server) {
        return catalogue.rebuild(service.id(), KIND, Map.of(SERVER, server)).flatMap(Embed::chosenHost);
    }

    private static void put(Map<String, String> captures, EmbedKind kind, String name, Optional<String> value) {
        if (kind.captures().containsKey(name)) {
            value.ifPresent(present -> captures.put(name, present));
        }
    }
}
