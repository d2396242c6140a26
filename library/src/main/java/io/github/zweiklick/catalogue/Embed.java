package io.github.zweiklick.catalogue;

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

    /** The server of the visitor's choice, for services that have many. */
    public Optional<String> chosenHost() {
        return Optional.ofNullable(captures.get("host"));
    }
}
