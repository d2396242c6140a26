package io.github.zweiklick.audit.harness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names that stand for other names (CNAME). A tracker hides behind a name of the site that is an alias of its own: whoever
 * owns the canonical name is contacted.
 *
 * @param targets of aliases, by alias
 * @param documents hosts of the pages that were opened
 */
record Aliases(Map<String, String> targets, Set<String> documents) {

    /** Chains are short; a circle must end. */
    private static final int LONGEST = 16;

    Aliases {
        targets = Map.copyOf(targets);
        documents = Set.copyOf(documents);
    }

    static Aliases none() {
        return new Aliases(Map.of(), Set.of());
    }

    /**
     * Contacts of own names once more, as those of the foreign hosts they are aliases of. Where the pages themselves are
     * kept is no contact of theirs: names that lead to the same host as a page's do not count.
     */
    List<Sighting> unveiled(List<Sighting> sightings, Predicate<String> own) {
        Set<String> kept =
                documents.stream().flatMap(host -> canonical(host).stream()).collect(Collectors.toSet());
        return sightings.stream()
                .filter(seen -> own.test(seen.host()))
                .flatMap(seen -> canonical(seen.host())
                        .filter(host -> !own.test(host) && !kept.contains(host))
                        .map(host -> new Sighting(
                                seen.time(),
                                host,
                                seen.level(),
                                seen.witness(),
                                seen.cause(),
                                "under the name " + seen.host() + ", " + seen.detail()))
                        .stream())
                .toList();
    }

    private Optional<String> canonical(String alias) {
        Optional<String> canonical = Optional.empty();
        String name = alias;
        for (int step = 0; step < LONGEST && targets.containsKey(name); step++) {
            name = targets.get(name);
            canonical = Optional.of(name);
        }
        return canonical;
    }
}
