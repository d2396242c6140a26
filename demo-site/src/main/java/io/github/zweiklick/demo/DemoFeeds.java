package io.github.zweiklick.demo;

import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.feed.FeedSource;
import io.github.zweiklick.feed.FeedSources;
import io.github.zweiklick.feed.PostNetwork;
import io.github.zweiklick.upstream.Keeping;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamSettings;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The city shows its posts at the simulated networks. */
final class DemoFeeds {
    private static final FeedSources KNOWN = FeedSources.all();
    private static final int LIMIT = 20;
    private static final Duration KEPT = Duration.ofDays(1);

    /** The city's accounts at networks of videos. */
    private static final Map<String, String> VIDEOS =
            Map.of("youtube", "@StadtMusterstadt", "vimeo", "stadtmusterstadt");

    /** The city's accounts; each source is called as its kind is, but for the feed of the city's press office. */
    private static final List<Account> ACCOUNTS = List.of(
            new Account("facebook", "facebook", "/graph", Map.of("page", "StadtMusterstadt")),
            new Account("x", "x", "/x", Map.of("user", "musterstadt")),
            new Account("mastodon", "mastodon", "/mastodon", Map.of("account", "stadt")),
            new Account("bluesky", "bluesky", "/bluesky", Map.of("actor", "musterstadt.bsky.social")),
            new Account("youtube", "youtube", "/youtube", Map.of("channel", "UCmusterstadt00000000000")),
            new Account("presse", "feed", "/city/feed.xml?site=", Map.of()));

    private DemoFeeds() {}

    /** One account, and where its interface is. */
    private record Account(String id, String kind, String path, Map<String, String> texts) {}

    /**
     * The settings.
     *
     * @param interfaces origin of {@link SimulatedInterfaces}
     * @param site origin of the city's own pages
     */
    static FeedSettings of(String interfaces, String site) {
        return new FeedSettings(
                ACCOUNTS.stream()
                        .map(account -> source(account, interfaces, site))
                        .toList(),
                ZoneId.of("Europe/Berlin"),
                FeedSettings.Pictures.USUAL,
                new FeedSettings.Singles(
                        List.of(),
                        VIDEOS.entrySet().stream()
                                .map(one -> videos(one.getKey(), one.getValue(), interfaces))
                                .toList(),
                        true));
    }

    /** Placeholders of the city's own videos show their titles and pictures. */
    private static FeedSettings.Network videos(String kind, String account, String interfaces) {
        PostNetwork network = KNOWN.network(kind).orElseThrow();
        return new FeedSettings.Network(
                network,
                upstream("posts-" + kind, interfaces, new Keeping(network.refresh(), network.least(), KEPT)),
                new FeedSource.Given(
                        Map.of("base", interfaces + "/" + kind), Map.of("account", account), Map.of(), Map.of(), 1),
                FeedSettings.Others.LINK,
                Optional.empty());
    }

    private static UpstreamSettings upstream(String id, String interfaces, Keeping keeping) {
        return new UpstreamSettings(id, new Reach.Api(Set.of(interfaces), true), Limits.usual(), keeping);
    }

    private static FeedSettings.Source source(Account account, String interfaces, String site) {
        FeedSource source = KNOWN.named(account.kind()).orElseThrow();
        Map<String, String> addresses = new LinkedHashMap<>();
        for (FeedSource.Setting setting : source.settings()) {
            switch (setting.form()) {
                case ADDRESS -> addresses.put(setting.key(), interfaces + account.path());
                case DOCUMENT ->
                    addresses.put(setting.key(), interfaces + account.path() + PercentEncoding.component(site));
                default -> {}
            }
        }
        return new FeedSettings.Source(
                account.id(),
                source,
                upstream("feed-" + account.id(), interfaces, new Keeping(source.refresh(), source.least(), KEPT)),
                new FeedSource.Given(
                        addresses,
                        account.texts(),
                        Map.of(),
                        source.settings().stream()
                                .filter(setting ->
                                        setting.form() == FeedSource.Setting.Form.SECRET && setting.required())
                                .collect(Collectors.toMap(
                                        FeedSource.Setting::key, key -> new Secret("simulated", () -> "simulated"))),
                        LIMIT),
                FeedSettings.Others.LINK,
                Optional.empty(),
                Optional.empty());
    }
}
