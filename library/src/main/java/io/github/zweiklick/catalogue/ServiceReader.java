package io.github.zweiklick.catalogue;

import io.github.zweiklick.catalogue.Service.Role;
import io.github.zweiklick.json.JsonFile;
import io.github.zweiklick.json.JsonFileException;
import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
import io.github.zweiklick.text.Literals;
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

    /** As the schema has it. */
    static final int LARGEST_NUMBER = 999_999_999;

    /** A reader; it holds nothing, one is as good as another. */
    public ServiceReader() {}

    /**
     * Reads one file.
     *
     * @param text JSON, comments allowed
     * @param fileName its name, also with folders; without {@code .json} it is the service's id
     * @throws CatalogueException naming file, line, key, value and the nearest valid key; also where one of the file's
     *     own examples does not come out as it says
     */
    public Service read(String text, String fileName) {
        try {
            return read(JsonFile.parse(text, fileName), id(fileName));
        } catch (JsonFileException e) {
            throw new CatalogueException(e);
        }
    }

    private static Service read(JsonObject json, String id) {
        json.allow(
                "$schema",
                "name",
                "role",
                "instead",
                "hosts",
                "hostSets",
                "embeds",
                "companions",
                "loading",
                "posts",
                "facts",
                "examples");
        Role role = json.choice("role", Role.class).orElse(Role.NETWORK);
        String name = json.requiredString("name");
        HostSets sets = HostSets.read(json);
        List<String> hosts = sets.hosts(json, "hosts");
        FrameRules rules = json.object("loading")
                .map(loading -> FrameRulesReader.read(loading, sets))
                .orElseGet(FrameRulesReader::nothing);
        EmbedReader embedReader = new EmbedReader(sets, rules);
        List<EmbedKind> embeds =
                json.objects("embeds").stream().map(embedReader::read).toList();
        if (embeds.isEmpty() && role == Role.NETWORK) {
            throw json.wrong("embeds", "write at least one kind of embed");
        }
        unique(json, embeds);
        Companions companions = json.object("companions")
                .map(companion -> companions(companion, sets))
                .orElseGet(Companions::none);
        Optional<Facts> facts = json.object("facts").map(FactsReader::read);
        PostDisplay posts = json.object("posts").map(PostDisplayReader::read).orElse(PostDisplay.FREE);
        Service service =
                new Service(id, name, role, json.string("instead"), hosts, embeds, companions, rules, posts, facts);
        Examples examples = new Examples(service);
        json.objects("examples").forEach(examples::check);
        return service;
    }

    private static String id(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String id = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
        if (!ID.matcher(id).matches()) {
            throw new CatalogueException(fileName + ": a service's file is named after its id, and \"" + id
                    + "\" is none; use lower-case letters, digits and hyphens, like my-service.json");
        }
        return id;
    }

    private static void unique(JsonObject json, List<EmbedKind> embeds) {
        Set<String> ids = new HashSet<>();
        for (EmbedKind kind : embeds) {
            if (!ids.add(kind.id())) {
                throw json.wrong("embeds", "two of them have the id \"" + kind.id() + "\"; rename one");
            }
        }
    }

    private static Companions companions(JsonObject json, HostSets sets) {
        json.allow("resources", "inline", "elements", "parked", "plain");
        AddressReader addresses = new AddressReader(sets, Map.of());
        List<AddressPattern> resources = json.objects("resources").stream()
                .flatMap(resource -> addresses.read(resource).stream())
                .toList();
        List<Companions.Helper> elements = json.strings("elements").stream()
                .map(text -> {
                    if (!HELPER.matcher(text).matches()) {
                        throw json.wrong("elements", "\"" + text + "\" is no element with an id; write div#the-id");
                    }
                    int hash = text.indexOf('#');
                    return new Companions.Helper(text.substring(0, hash), text.substring(hash + 1));
                })
                .toList();
        List<String> inline = json.strings("inline");
        for (String literal : inline) {
            if (literal.length() < InlineLoaders.SHORTEST) {
                throw json.wrong("inline", "\"" + literal + "\" is too short to tell a loader from other scripts");
            }
            if (!Literals.isSearchable(literal)) {
                throw json.wrong(
                        "inline", "\"" + literal + "\" holds characters beyond ASCII; take a part without them");
            }
        }
        List<Form> parked = json.objects("parked").stream()
                .map(new FormReader(Map.of())::read)
                .toList();
        Map<String, String> plain = Ordered.copy(json.entries("plain", ServiceReader::plain));
        return new Companions(resources, inline, elements, parked, plain);
    }

    private static String plain(JsonObject json, String name) {
        String element = json.requiredString(name);
        if (!name.matches("[a-z]{1,20}-[a-z-]{1,40}") || !element.matches("img|video|audio")) {
            throw json.wrong(name, "write a custom element's name, and img, video or audio for it");
        }
        return element;
    }

    /** Named lists of hosts, so that a file says its hosts once. */
    record HostSets(Map<String, List<String>> sets) {
        private static final Pattern PLACE = Pattern.compile("(?<before>[^{}]*)\\{(?<name>[a-z]+)\\}");

        static HostSets read(JsonObject json) {
            return new HostSets(new LinkedHashMap<>(json.entries("hostSets", (sets, name) -> {
                if (name.equals("host") || !name.matches("[a-z]+")) {
                    throw sets.wrong(name, "name the set in lower-case letters, and not \"host\"");
                }
                return sets.strings(name);
            })));
        }

        /** The host patterns of a list, its sets written out; none where the key is absent. */
        List<String> hosts(JsonObject json, String key) {
            List<String> hosts = new ArrayList<>();
            for (String text : json.strings(key)) {
                hosts.addAll(expand(json, key, text));
            }
            for (String host : hosts) {
                boolean isSpecial = host.equals(HostPatterns.CHOSEN) || host.equals(HostPatterns.ANY);
                if (!isSpecial && !HostPatterns.isPattern(host)) {
                    throw json.wrong(
                            key,
                            "\"" + host + "\" is no host; write www.example.com, or *.example.com for all below it");
                }
            }
            return List.copyOf(hosts);
        }

        private List<String> expand(JsonObject json, String key, String text) {
            var place = PLACE.matcher(text);
            if (text.equals(HostPatterns.CHOSEN) || !place.matches()) {
                return List.of(text);
            }
            List<String> set = sets.get(place.group("name"));
            if (set == null) {
                throw json.wrong(
                        key,
                        "there is no host set \"" + place.group("name") + "\""
                                + Nearest.to(place.group("name"), sets.keySet())
                                        .map(near -> "; did you mean '{" + near + "}'?")
                                        .orElse("; define it under \"hostSets\""));
            }
            return set.stream().map(member -> place.group("before") + member).toList();
        }
    }
}
