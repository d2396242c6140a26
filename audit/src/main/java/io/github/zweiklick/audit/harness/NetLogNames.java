package io.github.zweiklick.audit.harness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a NetLog tells of names: who asked for them, at which addresses they are, which are aliases. */
final class NetLogNames {

    private static final int OPEN = 20_000;

    /** A datagram's socket, the client's socket around it, what that was opened for. */
    private static final int FURTHEST_OWNER = 4;

    /** Type of the task that lets the system ask ({@code HostResolverManager::TaskType::SYSTEM}). */
    private static final int SYSTEM = 0;

    /** A name that something asked for. */
    record Asked(String host, Sighting.Cause cause) {}

    private final Map<Long, Asked> asked = bounded();
    private final Map<Long, Long> owners = bounded();
    private final Map<Long, Boolean> announced = bounded();
    private final Map<String, String> hostsByAddress = bounded();
    private final Set<String> ofUnloggedJobs = new LinkedHashSet<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private boolean system;

    /** Something asks for a name; it may be answered out of the cache. */
    void asks(long source, Asked name) {
        asked.put(source, name);
    }

    /** The same, where nothing has said yet what that asks for. */
    void asksUnlessKnown(long source, Asked name) {
        asked.putIfAbsent(source, name);
    }

    /** A socket was opened for something. */
    void opened(long socket, long owner) {
        owners.put(socket, owner);
    }

    /** Who asked for the name to which a source's connection leads: it, or what it was opened for. */
    Optional<Asked> asker(long source) {
        Long owner = source;
        for (int step = 0; step < FURTHEST_OWNER && owner != null; step++) {
            Asked who = asked.get(owner);
            if (who != null) {
                return Optional.of(who);
            }
            owner = owners.get(owner);
        }
        return Optional.empty();
    }

    /** A job goes to work. The browser's own may be at it before it has read how names are asked here. */
    void job(JsonNode tasks, Sighting.Cause cause) {
        system |= cause != Sighting.Cause.BROWSER
                && tasks.size() == 1
                && tasks.path(0).asInt(-1) == SYSTEM;
    }

    /** A job that is logged will ask this question. */
    void announced(long question) {
        announced.put(question, true);
    }

    /** A question is asked: whether by a job that is not logged. WebRTC's are not. */
    boolean isOfUnloggedJob(long question, String host) {
        if (announced.containsKey(question)) {
            return false;
        }
        if (ofUnloggedJobs.size() < OPEN) {
            ofUnloggedJobs.add(host);
        }
        return true;
    }

    void resolved(JsonNode params) {
        for (JsonNode result : params.path("results")) {
            String name = result.path("domain_name").asString("");
            String target = result.path("alias_target").asString("");
            if (!target.isEmpty() && aliases.size() < OPEN) {
                aliases.put(NetLogHosts.plain(name), NetLogHosts.plain(target));
            }
            for (JsonNode endpoint : result.path("endpoints")) {
                hostsByAddress.put(endpoint.path("address").asString(""), name);
            }
        }
    }

    /**
     * The host of an address for which no logged job asked: the only one that an unlogged job asked for, else the address
     * itself.
     */
    String hostAt(String address) {
        String host = hostsByAddress.get(address);
        if (host != null) {
            return host;
        }
        return ofUnloggedJobs.size() == 1 ? ofUnloggedJobs.iterator().next() : address;
    }

    /** The host of an address, if a logged job asked for it. */
    Optional<String> knownAt(String address) {
        return Optional.ofNullable(hostsByAddress.get(address)).map(NetLogHosts::plain);
    }

    /** What an unlogged job asked for until now. */
    Set<String> ofUnloggedJobs() {
        return ofUnloggedJobs;
    }

    /** A page of this host was opened. */
    void document(String host) {
        documents.add(host);
    }

    Aliases aliases() {
        return new Aliases(aliases, documents);
    }

    /** Whether the system asked for names: its questions, and what the names are aliases of, are not in the log. */
    boolean askedBySystem() {
        return system;
    }

    static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > OPEN;
            }
        };
    }
}
