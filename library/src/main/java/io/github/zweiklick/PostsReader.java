package io.github.zweiklick;

import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.feed.FeedSources;
import io.github.zweiklick.feed.PostNetwork;
import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.UpstreamSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the member {@code feeds.posts} of {@code zweiklick.json}: which single posts are shown by their addresses. */
final class PostsReader {
    private static final List<String> OWN_KEYS = List.of("others", "rights");

    private final FeedSources known;

    PostsReader(FeedSources known) {
        this.known = known;
    }

    /**
     * What is configured.
     *
     * @param feeds the member {@code feeds}
     * @param sources of feeds
     */
    FeedSettings.Singles read(JsonObject feeds, List<FeedSettings.Source> sources) {
        return feeds.object("posts")
                .map(entry -> entry.quoting("sources", "networks", "pasted"))
                .map(entry -> singles(entry, sources))
                .orElse(FeedSettings.Singles.NONE);
    }

    private FeedSettings.Singles singles(JsonObject entry, List<FeedSettings.Source> sources) {
        entry.allow("sources", "networks", "pasted");
        List<String> ids = entry.strings("sources");
        ids.forEach(id -> check(id, entry, sources));
        List<FeedSettings.Network> networks = new ArrayList<>();
        entry.object("networks")
                .ifPresent(entries -> entries.keys().forEach(kind -> networks.add(network(kind, entries))));
        boolean pasted = entry.flag("pasted").orElse(false);
        if (pasted && ids.isEmpty() && networks.isEmpty()) {
            throw entry.wrong("pasted", "write beside it which \"sources\" or \"networks\" are asked for single posts");
        }
        return new FeedSettings.Singles(ids, networks, pasted);
    }

    private static void check(String id, JsonObject entry, List<FeedSettings.Source> sources) {
        FeedSettings.Source source = sources.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> entry.wrong(
                        "sources",
                        "\"" + id + "\" is none of \"feeds.sources\""
                                + Nearest.to(
                                                id,
                                                sources.stream()
                                                        .map(FeedSettings.Source::id)
                                                        .toList())
                                        .map(near -> "; did you mean \"" + near + "\"?")
                                        .orElse("")));
        // Nothing is asked by opening it.
        boolean reads = source.source()
                .posts(source.given(), ask -> {
                    throw new IllegalStateException("Asked while the configuration is read");
                })
                .isPresent();
        if (!reads) {
            throw entry.wrong(
                    "sources", "\"" + id + "\" is of a kind that cannot be asked for single posts; leave it out");
        }
    }

    private FeedSettings.Network network(String kind, JsonObject entries) {
        PostNetwork network = known.network(kind)
                .orElseThrow(() -> entries.quoting(kind)
                        .wrong(
                                kind,
                                Nearest.to(kind, known.networkKinds())
                                                .map(near -> "did you mean \"" + near + "\"? ")
                                                .orElse("")
                                        + "Known: " + String.join(", ", known.networkKinds())));
        JsonObject plain = entries.requiredObject(kind);
        plain.allow(keys(network, true));
        JsonObject entry = plain.quoting(keys(network, false));
        Set<String> origins = new HashSet<>();
        Set<String> configured = new HashSet<>();
        Given given = FeedsReader.given(network.settings(), entry, origins, configured);
        Optional<String> wrong = network.wrong(given);
        if (wrong.isPresent()) {
            throw entries.wrong(kind, wrong.get());
        }
        return new FeedSettings.Network(
                network,
                new UpstreamSettings(
                        "posts-" + kind,
                        new Reach.Api(origins, configured),
                        UpstreamReader.limits(entry),
                        UpstreamReader.keeping(entry, network.least(), network.refresh())),
                given,
                FeedsReader.others(entry),
                entry.string("rights"));
    }

    private static String[] keys(PostNetwork network, boolean secrets) {
        return Stream.of(
                        OWN_KEYS.stream(),
                        UpstreamReader.KEYS.stream(),
                        network.settings().stream()
                                .filter(setting -> secrets || setting.form() != Setting.Form.SECRET)
                                .map(Setting::key))
                .flatMap(keys -> keys)
                .toArray(String[]::new);
    }
}
