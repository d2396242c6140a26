package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A recognised embed: everything that is left of a pasted code.
 *
 * @param service whose it is
 * @param kind which of the service's kinds
 * @param captures accepted values by name, in the order of the kind's captures
 */
public record Embed(Service service, EmbedKind kind, Map<String, String> captures) {

    /** Whether it can be loaded after consent: its frame or script is known and so are the facts. */
    public boolean isLoadable() {
        return service.facts().isPresent()
                && (kind.frame().isPresent() || kind.script().isPresent());
    }

    /** Address of the frame after consent. */
    public Optional<String> frame() {
        return kind.frame().map(template -> template.expand(captures));
    }

    /** Address of the page at the network. */
    public String original() {
        return kind.original().expand(captures);
    }

    /** This embed where it stands in a page: an absent address that means the page is the page's. */
    public Embed on(WebUrl page) {
        Map<String, String> filled = new LinkedHashMap<>();
        kind.captures().forEach((name, capture) -> {
            String value = captures.get(name);
            if (value != null || capture.ofPage()) {
                filled.put(name, value == null ? WholeAddress.ofPage(page) : value);
            }
        });
        return filled.size() == captures.size() ? this : new Embed(service, kind, Ordered.copy(filled));
    }

    /** The server of the visitor's choice, for services that have many. */
    public Optional<String> chosenHost() {
        return Optional.ofNullable(captures.get("host"));
    }
}
