package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Facts;
import io.github.zweiklick.catalogue.Service;
import java.util.List;
import java.util.Optional;

/** Who is behind a host, as far as the catalogue knows. */
record Operators(Catalogue catalogue, Words words) {

    /** Recipient and service, or that the catalogue does not know the host. */
    String operator(String host) {
        Optional<Service> service = catalogue.serviceOfHost(host);
        if (service.isEmpty()) {
            return words.say("operator.unknown");
        }
        String brand = service.get().name();
        Optional<Facts.Recipient> recipient = service.get().facts().map(Facts::recipient);
        return recipient
                .map(known -> known.name().orElseGet(() -> words.say("operator.chosen", "host", host)))
                .filter(name -> !name.equals(brand))
                .map(name -> words.say("operator.service", "recipient", name, "service", brand))
                .orElse(brand);
    }

    /** The recipient's seat; empty where it is not known. */
    Optional<String> country(String host) {
        return catalogue
                .serviceOfHost(host)
                .flatMap(Service::facts)
                .flatMap(facts -> facts.recipient().country())
                .map(words::country);
    }

    /** A service's brand or a consent tool's name, or its id where the catalogue does not know it: that says what the page likes. */
    String service(String id) {
        if (id.startsWith(Step.TOOL)) {
            return words.say("consent.tool", "name", id.substring(Step.TOOL.length()));
        }
        return catalogue.service(id).map(Service::name).orElseGet(() -> Masking.text(id));
    }

    String services(List<String> ids) {
        return words.list(ids.stream().map(this::service).distinct().toList());
    }
}
