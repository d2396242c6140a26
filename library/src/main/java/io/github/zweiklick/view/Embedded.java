package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which services the site embeds: those the operator names, and those met in a page since the start. A notice about the whole
 * catalogue would say of services that they are used which nobody has ever embedded. Thread-safe.
 */
final class Embedded {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    Embedded(List<String> named) {
        ids.addAll(named);
    }

    void add(Service service) {
        // Mostly known: no lock is taken to see that.
        if (!ids.contains(service.id())) {
            ids.add(service.id());
        }
    }

    boolean contains(Service service) {
        return ids.contains(service.id());
    }
}
