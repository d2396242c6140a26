package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a service from its JSON file; {@code docs/catalogue.md} tells how one is written. */
public final class ServiceReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern HELPER = Pattern.compile("[a-z][a-z0-9:-]{0,40}#[A-Za-z][A-Za-z0-9_:.-]{0,60}");

    /** A reader; it holds nothing, one is as good as another. */
    public ServiceReader() {}

    /**
     * Reads one file.
     *
     * @param json the text, comments allowed
     * @param fileName its name, also with folders; without {@code .json} it is the service's id
     * @throws CatalogueException naming file, line, key, value and the nearest valid key; also where one of the file's
     *     own examples does not come out as it says
     */
    public Service read(String json, String fileName) {
        Keys keys = Keys.of(JsonSource.read(json, fileName), fileName, "");
        keys.textIfAny("$schema");
        String id = id(fileName);
        String name = keys.text("name");
        HostSets sets = HostSets.read(keys);
        List<String> hosts = keys.has("hosts") ? sets.hosts(keys, "hosts") : List.of();
        FrameRules rules = keys.objectIfAny("loading", loading -> FrameRulesReader.read(loading, sets))
                .orElseGet(FrameRulesReader::nothing);
        EmbedReader embedReader = new EmbedReader(sets, rules);
        List<EmbedKind> embeds = keys.objects("embeds", embedReader::read);
        if (embeds.isEmpty()) {
            throw keys.wrong("embeds", "write at least one kind of embed");
        }
        unique(keys, embeds);
        Companions companions = keys.objectIfAny("companions", companion -> companions(companion, sets))
                .orElseGet(() -> new Companions(List.of(), List.of(), List.of()));
        Optional<Facts> facts = keys.objectIfAny("facts", FactsReader::read);
        Service service = new Service(id, name, hosts, embeds, companions, rules, facts);
        Examples examples = new Examples(service);
        keys.objects("examples", examples::check);
        keys.refuseOthers();
        return service;
    }

    private static String id(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String id = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
        if (!ID.matcher(id).matches()) {
            throw new CatalogueException(fileName + ": a service's file is named after its id, and '" + id
                    + "' is none; use lower-case letters, digits and hyphens, like my-service.json");
        }
        return id;
    }

    private static void unique(Keys keys, List<EmbedKind> embeds) {
        Set<String> ids = new HashSet<>();
        for (EmbedKind kind : embeds) {
            if (!ids.add(kind.id())) {
                throw keys.wrong("embeds", "two of them have the id '" + kind.id() + "'; rename one");
            }
        }
    }

    private static Companions companions(Keys keys, HostSets sets) {
        List<AddressPattern> resources = new ArrayList<>();
        keys.objects("resources", resource -> resources.addAll(new AddressReader(sets, Map.of()).read(resource)));
        List<Companions.Helper> elements = keys.textsIfAny("elements").stream()
                .map(text -> {
                    if (!HELPER.matcher(text).matches()) {
                        throw keys.wrong("elements", "'" + text + "' is no element with an id; write div#the-id");
                    }
                    int hash = text.indexOf('#');
                    return new Companions.Helper(text.substring(0, hash), text.substring(hash + 1));
                })
                .toList();
        List<String> inline = keys.textsIfAny("inline");
        for (String literal : inline) {
            if (literal.length() < 6) {
                throw keys.wrong("inline", "'" + literal + "' is too short to tell a loader from other scripts");
            }
        }
        return new Companions(resources, inline, elements);
    }

    /** Named lists of hosts, so that a file says its hosts once. */
    record HostSets(Map<String, List<String>> sets) {
        private static final Pattern PLACE = Pattern.compile("(?<before>[^{}]*)\\{(?<name>[a-z]+)\\}");

        static HostSets read(Keys keys) {
            return new HostSets(new LinkedHashMap<>(keys.entries("hostSets", (sets, name) -> {
                if (name.equals("host") || !name.matches("[a-z]+")) {
                    throw sets.wrong(name, "name the set in lower-case letters, and not 'host'");
                }
                return sets.texts(name);
            })));
        }

        /** The host patterns of a list, its sets written out. */
        List<String> hosts(Keys keys, String key) {
            List<String> hosts = new ArrayList<>();
            for (String text : keys.texts(key)) {
                hosts.addAll(expand(keys, key, text));
            }
            for (String host : hosts) {
                boolean isSpecial = host.equals(HostPatterns.CHOSEN) || host.equals(HostPatterns.ANY);
                if (!isSpecial && !HostPatterns.isPattern(host)) {
                    throw keys.wrong(
                            key, "'" + host + "' is no host; write www.example.com, or *.example.com for all below it");
                }
            }
            return List.copyOf(hosts);
        }

        private List<String> expand(Keys keys, String key, String text) {
            var place = PLACE.matcher(text);
            if (text.equals(HostPatterns.CHOSEN) || !place.matches()) {
                return List.of(text);
            }
            List<String> set = sets.get(place.group("name"));
            if (set == null) {
                throw keys.wrong(
                        key,
                        "there is no host set '" + place.group("name") + "'"
                                + Nearest.to(place.group("name"), sets.keySet())
                                        .map(near -> "; did you mean '{" + near + "}'?")
                                        .orElse("; define it under 'hostSets'"));
            }
            return set.stream().map(member -> place.group("before") + member).toList();
        }
    }
}
