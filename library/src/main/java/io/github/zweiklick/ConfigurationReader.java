package io.github.zweiklick;

import io.github.zweiklick.catalogue.CatalogueException;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.catalogue.ServiceReader;
import io.github.zweiklick.json.JsonFile;
import io.github.zweiklick.json.JsonFileException;
import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads and checks {@code zweiklick.json}. */
final class ConfigurationReader {
    static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    static final Pattern HOST =
            Pattern.compile("(\\*\\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F:.]+(/\\d{1,3})?");
    private static final List<String> KEYS = List.of(
            "base",
            "origin",
            "trustedProxies",
            "forwarded",
            "own",
            "exclude",
            "guard",
            "onFailure",
            "maxPage",
            "keepPages",
            "controller",
            "officer",
            "authority",
            "remember",
            "languages",
            "texts",
            "embedded",
            "archive",
            "services",
            "simulate",
            "connectionAllowlist",
            "mode",
            "rules",
            "admin",
            "shares",
            "feeds",
            "outbound");
    private static final int SMALLEST_PAGE = 64 << 10;
    private static final int LARGEST_PAGE = 256 << 20;
    private static final int MOST_FOR_PAGES = 1 << 30;

    private final JsonObject file;
    private final Function<String, Optional<String>> files;

    private ConfigurationReader(JsonObject file, Function<String, Optional<String>> files) {
        this.file = file;
        this.files = files;
    }

    static Configuration read(
            String json, String name, Function<String, Optional<String>> files, List<ConfigurationPart> parts) {
        try {
            JsonObject file = JsonFile.parse(json, name);
            file.allow(Stream.concat(KEYS.stream(), parts.stream().map(ConfigurationPart::key))
                    .toArray(String[]::new));
            Configuration configuration = new ConfigurationReader(file, files).configuration();
            parts.forEach(part -> part.read(configuration, file.object(part.key())));
            return configuration;
        } catch (JsonFileException | CatalogueException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    private Configuration configuration() {
        Configuration defaults = Configuration.defaults();
        PlacesReader places = new PlacesReader(file);
        List<Service> services =
                file.strings("services").stream().map(this::service).toList();
        return new Configuration(
                base().orElse(defaults.base()),
                origin(),
                matching("trustedProxies", NETWORK, "write addresses such as \"10.0.0.0/8\" or \"::1\""),
                file.choice("forwarded", Configuration.Forwarded.class).orElse(defaults.forwarded()),
                file.objects("own").stream().map(ConfigurationReader::own).toList(),
                places.exclude(),
                file.choice("guard", Configuration.Guard.class).orElse(defaults.guard()),
                file.choice("onFailure", Configuration.OnFailure.class).orElse(defaults.onFailure()),
                file.integer("maxPage", SMALLEST_PAGE, LARGEST_PAGE).orElse(defaults.maxPage()),
                file.integer("keepPages", 0, MOST_FOR_PAGES).orElse(defaults.keepPages()),
                new PresentationReader(file, services).read(),
                services,
                file.choice("connectionAllowlist", Configuration.ConnectionAllowlist.class)
                        .orElse(defaults.connectionAllowlist()),
                file.object("simulate").map(ConfigurationReader::simulate).orElse(Map.of()),
                file.choice("mode", Mode.class).orElse(defaults.mode()),
                places.rules(),
                file.object("admin").map(ConfigurationReader::admin).orElse(defaults.admin()),
                new SharesReader(file, services).read(),
                FeedsReader.read(file),
                file.quoting().object("outbound").map(OutboundReader::read).orElse(defaults.outbound()));
    }

    private static Admin admin(JsonObject entry) {
        entry.allow("role", "addresses");
        Admin admin = new Admin(
                entry.string("role"), matching(entry, "addresses", NETWORK, "write addresses such as \"10.0.0.0/8\""));
        if (!admin.isAnybody()) {
            throw entry.wrong(
                    "role", "name a \"role\" or \"addresses\", or leave \"admin\" out: then nobody is let in");
        }
        return admin;
    }

    private Optional<String> base() {
        Optional<String> base = file.string("base");
        if (base.filter(path -> !PATH.matcher(path).matches()).isPresent()) {
            throw file.wrong("base", "write a path such as \"/zweiklick\", without a slash at the end");
        }
        return base;
    }

    private Optional<String> origin() {
        Optional<String> origin = file.string("origin");
        if (origin.isPresent()) {
            Optional<WebUrl> url = WebUrl.parse(origin.get());
            if (url.isEmpty()
                    || !url.get().scheme().startsWith("http")
                    || !url.get().origin().equals(origin.get())) {
                throw file.wrong("origin", "write scheme and host only, such as \"https://www.musterstadt.example\"");
            }
        }
        return origin;
    }

    private List<String> matching(String key, Pattern pattern, String remedy) {
        return matching(file, key, pattern, remedy);
    }

    static List<String> matching(JsonObject object, String key, Pattern pattern, String remedy) {
        List<String> values = object.strings(key);
        for (String value : values) {
            if (!pattern.matcher(value).matches()) {
                throw object.wrong(key, "\"" + value + "\" is none: " + remedy);
            }
        }
        return values;
    }

    private static Configuration.OwnHost own(JsonObject entry) {
        entry.allow("host", "reason", "contract");
        String host = entry.requiredString("host").toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw entry.wrong(
                    "host",
                    "write a host such as \"bilder.musterstadt.example\" or"
                            + " \"*.musterstadt.example\", without scheme and port");
        }
        if (!host.contains(".") && !host.equals("localhost")) {
            throw entry.wrong("host", "a whole top-level domain cannot be the site's own");
        }
        return new Configuration.OwnHost(host, entry.string("reason"), entry.string("contract"));
    }

    private Service service(String path) {
        String json = files.apply(path)
                .orElseThrow(() -> file.wrong("services", "there is no file \"" + path + "\" beside this one"));
        return new ServiceReader().read(json, path);
    }

    private static Map<String, String> simulate(JsonObject entries) {
        Map<String, String> origins = entries.asStrings();
        origins.forEach((host, origin) -> {
            if (WebUrl.parse(origin).filter(url -> url.origin().equals(origin)).isEmpty()) {
                throw entries.wrong(host, "write an origin such as \"http://network.localhost:9101\"");
            }
        });
        return origins;
    }
}
