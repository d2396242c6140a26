package io.github.zweiklick;

import io.github.zweiklick.feed.Budget;
import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.feed.FeedSettings.Others;
import io.github.zweiklick.feed.FeedSource;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.feed.FeedSources;
import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamSettings;
import io.github.zweiklick.url.WebUrl;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the member {@code feeds} of {@code zweiklick.json}. */
final class FeedsReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final List<String> OWN_KEYS = List.of("kind", "limit", "others", "rights", "budget");
    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    /** Posts: at half a cent for each not more than 25 dollars a month. */
    private static final int USUAL_PER_DAY = 500;

    private static final int USUAL_PER_MONTH = 5_000;
    private static final int LARGEST_CACHE = 100_000;

    private final FeedSources known = FeedSources.all();
    private final JsonObject file;

    private FeedsReader(JsonObject file) {
        this.file = file;
    }

    /** @param file the whole configuration */
    static FeedSettings read(JsonObject file) {
        return file.quoting().object("feeds").map(new FeedsReader(file)::feeds).orElse(FeedSettings.none());
    }

    private FeedSettings feeds(JsonObject feeds) {
        feeds.allow("sources", "timeZone", "pictures", "posts");
        List<FeedSettings.Source> sources = new ArrayList<>();
        feeds.object("sources").ifPresent(entries -> entries.keys().forEach(id -> sources.add(source(id, entries))));
        FeedSettings settings = new FeedSettings(
                sources,
                zone(feeds),
                feeds.object("pictures").map(FeedsReader::pictures).orElse(FeedSettings.Pictures.USUAL),
                new PostsReader(known).read(feeds, sources));
        if (!settings.isNone() && !file.has("origin")) {
            throw feeds.wrong(
                    sources.isEmpty() ? "posts" : "sources",
                    "write \"origin\" beside \"feeds\", such as \"https://www.musterstadt.example\": networks are told who"
                            + " asks");
        }
        return settings;
    }

    private static ZoneId zone(JsonObject feeds) {
        try {
            return feeds.string("timeZone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException unknown) {
            throw feeds.wrong("timeZone", "write a name such as \"Europe/Berlin\"");
        }
    }

    private static FeedSettings.Pictures pictures(JsonObject entry) {
        entry.allow("reencode", "megabytes");
        return new FeedSettings.Pictures(
                entry.flag("reencode").orElse(true),
                entry.integer("megabytes", 1, LARGEST_CACHE).orElse(FeedSettings.Pictures.USUAL.megabytes()));
    }

    private FeedSettings.Source source(String id, JsonObject entries) {
        JsonObject plain = entries.requiredObject(id);
        if (!ID.matcher(id).matches()) {
            throw entries.wrong(id, "name the source in lower-case letters, digits and hyphens, such as \"city-hall\"");
        }
        String kind = plain.quoting("kind").requiredString("kind");
        FeedSource source = known.named(kind)
                .orElseThrow(() -> plain.quoting("kind")
                        .wrong(
                                "kind",
                                Nearest.to(kind, known.kinds())
                                                .map(near -> "did you mean \"" + near + "\"? ")
                                                .orElse("")
                                        + "Known: " + String.join(", ", known.kinds())));
        plain.allow(keys(source, true));
        JsonObject entry = plain.quoting(keys(source, false));
        Set<String> origins = new HashSet<>();
        Set<String> configured = new HashSet<>();
        Given given = given(source.settings(), entry, origins, configured);
        source.wrong(given).ifPresent(remedy -> {
            throw entry.wrong("kind", remedy);
        });
        return new FeedSettings.Source(
                id,
                source,
                new UpstreamSettings(
                        "feed-" + id,
                        new Reach.Api(origins, configured),
                        UpstreamReader.limits(entry),
                        UpstreamReader.keeping(entry, source.least(), source.refresh())),
                given,
                others(entry),
                entry.string("rights"),
                budget(source, given, entry));
    }

    /** What costs money is bounded whether the operator has thought of it or not. */
    private static Optional<Budget> budget(FeedSource source, Given given, JsonObject entry) {
        int most = source.mostPaid(given);
        Optional<JsonObject> said = entry.object("budget");
        if (most == 0) {
            if (said.isPresent()) {
                throw entry.wrong("budget", "take it out: nothing is charged for this kind of source");
            }
            return Optional.empty();
        }
        said.ifPresent(budget -> budget.allow("perDay", "perMonth"));
        int day = Math.max(USUAL_PER_DAY, most);
        int month = Math.max(USUAL_PER_MONTH, most);
        return Optional.of(new Budget(
                said.flatMap(budget -> budget.integer("perDay", most, Integer.MAX_VALUE / 2))
                        .orElse(day),
                said.flatMap(budget -> budget.integer("perMonth", most, Integer.MAX_VALUE / 2))
                        .orElse(month)));
    }

    static Others others(JsonObject entry) {
        Others others = entry.choice("others", Others.class).orElse(Others.LINK);
        if (others == Others.SHOW
                && entry.string("rights").filter(text -> !text.isBlank()).isEmpty()) {
            throw entry.wrong(
                    "others",
                    "write \"rights\" beside it: why others' words and pictures may be shown here, such as their consent");
        }
        return others;
    }

    private static String[] keys(FeedSource source, boolean secrets) {
        return Stream.of(
                        OWN_KEYS.stream(),
                        UpstreamReader.KEYS.stream(),
                        source.settings().stream()
                                .filter(setting -> secrets || setting.form() != Setting.Form.SECRET)
                                .map(Setting::key))
                .flatMap(keys -> keys)
                .toArray(String[]::new);
    }

    static Given given(List<Setting> settings, JsonObject entry, Set<String> origins, Set<String> configured) {
        Map<String, String> addresses = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Boolean> flags = new LinkedHashMap<>();
        Map<String, Secret> secrets = new LinkedHashMap<>();
        for (Setting setting : settings) {
            String key = setting.key();
            if (setting.required()) {
                entry.require(key);
            }
            switch (setting.form()) {
                case ADDRESS, DOCUMENT -> {
                    WebUrl url = setting.form() == Setting.Form.ADDRESS
                            ? UpstreamReader.address(entry, key, setting.usual().orElse("https://server.example"))
                            : document(entry, key);
                    addresses.put(
                            key,
                            setting.form() == Setting.Form.ADDRESS ? url.href().replaceFirst("/$", "") : url.href());
                    origins.add(url.origin());
                    if (entry.has(key)) {
                        configured.add(url.origin());
                    }
                }
                case TEXT ->
                    entry.string(key)
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .ifPresent(text -> texts.put(key, text));
                case FLAG -> entry.flag(key).ifPresent(flag -> flags.put(key, flag));
                case SECRET -> SecretReader.optional(entry, key).ifPresent(secret -> secrets.put(key, secret));
            }
        }
        return new Given(
                addresses,
                texts,
                flags,
                secrets,
                entry.integer("limit", 1, LARGEST_LIMIT).orElse(USUAL_LIMIT));
    }

    private static WebUrl document(JsonObject entry, String key) {
        String written = entry.requiredString(key);
        return WebUrl.parse(written)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .filter(url -> url.fragment().isEmpty()
                        && !written.replaceFirst("[?].*", "").contains("@"))
                .orElseThrow(() -> entry.wrong(
                        key,
                        "write an address such as \"https://www.musterstadt.example/feed.xml\", without a user name"));
    }
}
