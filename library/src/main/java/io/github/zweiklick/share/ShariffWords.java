package io.github.zweiklick.share;

import io.github.zweiklick.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the attributes of Shariff's markup mean here: its names of services above all. */
public final class ShariffWords {
    private final List<String> usual;
    private final Map<String, String> renamed;
    private final Set<String> needless;
    private final Map<String, String> dead;
    private final Map<String, Detail> details;

    /**
     * For one service only.
     *
     * @param service id of the catalogue
     * @param capture of that service's link
     */
    public record Detail(String service, String capture) {}

    private ShariffWords(JsonObject file) {
        this.usual = file.strings("usual");
        this.renamed = file.requiredObject("renamed").asStrings();
        this.needless = Set.copyOf(file.strings("needless"));
        this.dead = file.requiredObject("dead").asStrings();
        this.details = file.entries("details", (entries, attribute) -> {
            JsonObject detail = entries.requiredObject(attribute);
            return new Detail(detail.requiredString("service"), detail.requiredString("capture"));
        });
    }

    /** Of all versions. */
    public static ShariffWords bundled() {
        return new ShariffWords(Bundled.read("shariff.json"));
    }

    /** Its names of the services where the markup names none. */
    public List<String> usual() {
        return usual;
    }

    /**
     * Its names of the services that markup names.
     *
     * @param json as it stands in the attribute
     * @return empty where it is no list
     */
    public Optional<List<String>> names(String json) {
        try {
            JsonNode list = JsonMapper.shared().readTree(json);
            if (!list.isArray()) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>();
            list.forEach(item -> names.add(item.isString() ? item.stringValue() : item.toString()));
            return Optional.of(names);
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    /** Its own names of services where the catalogue has others. */
    public Set<String> renamed() {
        return renamed.keySet();
    }

    /** The catalogue's id for its name of a service; whether there is one of that id the catalogue tells. */
    public String id(String name) {
        return renamed.getOrDefault(name, name);
    }

    /** Whether it is no place where pages are shared, and not missed by anybody. */
    public boolean isNeedless(String name) {
        return needless.contains(name);
    }

    /** Why a service is no more. */
    public Optional<String> dead(String name) {
        return Optional.ofNullable(dead.get(name));
    }

    /** What attributes say for one service only, by their names. */
    public Map<String, Detail> details() {
        return details;
    }
}
