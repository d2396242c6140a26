package io.github.zweiklick;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.share.CountSource;
import io.github.zweiklick.share.CountSources;
import io.github.zweiklick.share.ShareLinks;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamSettings;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the member {@code shares} of {@code zweiklick.json}. */
final class SharesReader {
    private static final Duration REFRESH = Duration.ofMinutes(30);

    private final JsonObject file;
    private final List<Service> own;

    /**
     * Reads the member.
     *
     * @param file the whole configuration
     * @param own the site's own services, which may be named beside the bundled ones
     */
    SharesReader(JsonObject file, List<Service> own) {
        this.file = file;
        this.own = own;
    }

    ShareSettings read() {
        return file.object("shares").map(this::read).orElse(ShareSettings.defaults());
    }

    private ShareSettings read(JsonObject shares) {
        shares.allow("services", "shariff", "counts", "compat", "trailingSlash", "parameters");
        List<CountSettings.Source> sources =
                shares.quoting().object("counts").map(SharesReader::sources).orElse(List.of());
        if (!sources.isEmpty() && !file.has("origin")) {
            throw shares.wrong(
                    "counts",
                    "write \"origin\" beside \"shares\", such as \"https://www.musterstadt.example\": networks are asked"
                            + " for the site's own addresses only");
        }
        return new ShareSettings(
                services(shares),
                shares.flag("shariff").orElse(false),
                new CountSettings(
                        sources,
                        shares.choice("compat", CountSettings.Answers.class).orElse(CountSettings.Answers.ZWEIKLICK),
                        shares.choice("trailingSlash", CountSettings.TrailingSlash.class)
                                .orElse(CountSettings.TrailingSlash.KEEP),
                        shares.strings("parameters")));
    }

    /** A page's author is told of a wrong id by a finding; here it would be missing on all pages. */
    private List<String> services(JsonObject shares) {
        List<String> ids = shares.strings("services").stream()
                .map(String::strip)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return ids;
        }
        Catalogue catalogue = Catalogue.bundled();
        for (Service service : own) {
            catalogue = catalogue.with(service);
        }
        List<String> known = new ShareLinks(catalogue)
                .services().stream().map(Service::id).sorted().toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw shares.wrong(
                        "services",
                        "\"" + id + "\" is no service where pages can be shared; "
                                + Nearest.to(id, known)
                                        .map(near -> "did you mean \"" + near + "\"? ")
                                        .orElse("")
                                + "Known: " + String.join(", ", known));
            }
        }
        return ids;
    }

    private static List<CountSettings.Source> sources(JsonObject counts) {
        CountSources known = CountSources.all();
        List<CountSettings.Source> sources = new ArrayList<>();
        for (String id : counts.keys()) {
            JsonObject entry = counts.requiredObject(id);
            sources.add(entry.has("path") || entry.has("count") ? pointed(id, entry) : known(id, entry, counts, known));
        }
        return List.copyOf(sources);
    }

    private static CountSettings.Source pointed(String id, JsonObject entry) {
        String[] keys = Stream.concat(Stream.of("base", "path", "count", "service"), UpstreamReader.KEYS.stream())
                .toArray(String[]::new);
        entry.allow(keys);
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw entry.quoting(keys).wrong("path", "name the network in lower-case letters, digits and hyphens");
        }
        return source(CountSources.pointed(id, entry.quoting(keys)), entry.quoting(keys));
    }

    private static CountSettings.Source known(String id, JsonObject entry, JsonObject counts, CountSources known) {
        CountSource source = known.named(id)
                .orElseThrow(() -> counts.wrong(
                        id,
                        known.dead(id)
                                .map(reason -> reason + ": take it out")
                                .orElseGet(() -> Nearest.to(id, known.ids())
                                                .map(near -> "did you mean \"" + near + "\"? ")
                                                .orElse("")
                                        + "Known: " + String.join(", ", known.ids())
                                        + "; of any other write \"base\", \"path\" and \"count\"")));
        entry.allow(Stream.of(source.addresses().keySet(), source.texts(), source.secrets(), UpstreamReader.KEYS)
                .flatMap(keys -> keys.stream())
                .toArray(String[]::new));
        return source(
                source,
                entry.quoting(Stream.of(source.addresses().keySet(), source.texts(), UpstreamReader.KEYS)
                        .flatMap(keys -> keys.stream())
                        .toArray(String[]::new)));
    }

    private static CountSettings.Source source(CountSource source, JsonObject entry) {
        Map<String, String> addresses = new LinkedHashMap<>();
        Set<String> origins = new LinkedHashSet<>();
        Set<String> configured = new LinkedHashSet<>();
        for (Map.Entry<String, String> address : source.addresses().entrySet()) {
            WebUrl url = UpstreamReader.address(entry, address.getKey(), address.getValue());
            addresses.put(address.getKey(), url.href().replaceFirst("/$", ""));
            origins.add(url.origin());
            if (entry.has(address.getKey())) {
                configured.add(url.origin());
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        source.texts().forEach(key -> texts.put(key, entry.requiredString(key)));
        Map<String, Secret> secrets = new LinkedHashMap<>();
        source.secrets().forEach(key -> secrets.put(key, SecretReader.required(entry, key)));
        return new CountSettings.Source(
                source,
                new UpstreamSettings(
                        source.id(),
                        new Reach.Api(origins, configured),
                        UpstreamReader.limits(entry),
                        UpstreamReader.keeping(entry, source.least(), REFRESH)),
                addresses,
                texts,
                secrets);
    }
}
