package io.github.zweiklick.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What all networks know at one moment; the bench's JSON has this form.
 *
 * @param version grows with every contact
 */
record Standing(long version, List<Row> networks) {
    /** One network in both worlds. */
    record Row(
            String id,
            String name,
            String operator,
            @JsonProperty("protected") Learned guarded,
            @JsonProperty("unprotected") Learned unguarded) {}

    static Standing of(SimulatedNetworks networks, Consents consents) {
        long version = networks.log().version();
        List<Contact> contacts = networks.log().contacts();
        return new Standing(
                version,
                networks.networks().stream()
                        .map(network -> new Row(
                                network.id(),
                                network.name(),
                                network.operator(),
                                Learned.from(network, World.PROTECTED, contacts, consents),
                                Learned.from(network, World.UNPROTECTED, contacts, consents)))
                        .toList());
    }

    /** How many networks were contacted though nobody asked. */
    long uninvited(World world) {
        return networks.stream()
                .filter(row -> (world == World.PROTECTED ? row.guarded() : row.unguarded()).uninvited() > 0)
                .count();
    }

    /** How many networks were contacted because the visitor asked. */
    long invited() {
        return networks.stream().filter(row -> row.guarded().invited() > 0).count();
    }
}
