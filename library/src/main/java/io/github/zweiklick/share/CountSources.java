package io.github.zweiklick.share;

import io.github.zweiklick.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** All networks that tell counts: those with code, those that data describe, those that others provide. */
public final class CountSources {
    private final Map<String, CountSource> byId;
    private final Map<String, String> dead;

    private CountSources(Map<String, CountSource> byId, Map<String, String> dead) {
        this.byId = byId;
        this.dead = dead;
    }

    /** Those of this library and those that stand beside it. */
    public static CountSources all() {
        Map<String, CountSource> byId = new LinkedHashMap<>();
        put(byId, new FacebookCounts());
        put(byId, new RedditCounts());
        JsonObject file = Bundled.read("counts.json");
        JsonObject alive = file.requiredObject("alive");
        for (String id : alive.keys()) {
            put(byId, pointed(id, alive.requiredObject(id)));
        }
        ServiceLoader.load(CountSource.class, CountSource.class.getClassLoader())
                .forEach(source -> put(byId, source));
        return new CountSources(byId, file.requiredObject("dead").asStrings());
    }

    private static void put(Map<String, CountSource> byId, CountSource source) {
        byId.put(source.id(), source);
    }

    /**
     * A network of the site's own, as the configuration describes it.
     *
     * @param entry with {@code base}, {@code path} and {@code count}
     */
    public static CountSource pointed(String id, JsonObject entry) {
        String path = entry.requiredString("path");
        if (!path.startsWith("/") || !path.contains(PointedCounts.PAGE)) {
            throw entry.wrong("path", "write a path such as \"/count?url={url}\"; the page's address goes into {url}");
        }
        String pointer = entry.requiredString("count");
        if (!pointer.startsWith("/")) {
            throw entry.wrong(
                    "count", "write where the count stands in the answer (RFC 6901), such as \"/data/shares\"");
        }
        return new PointedCounts(id, entry.string("service").orElse(id), entry.requiredString("base"), path, pointer);
    }

    public Optional<CountSource> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Why a network tells none any more; empty where nobody knows it, or it does. */
    public Optional<String> dead(String id) {
        return Optional.ofNullable(dead.get(id));
    }

    public Set<String> ids() {
        return byId.keySet();
    }
}
