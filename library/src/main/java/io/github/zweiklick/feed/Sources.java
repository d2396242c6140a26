package io.github.zweiklick.feed;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.upstream.Upstream;
import io.github.zweiklick.upstream.UpstreamStatus;
import io.github.zweiklick.upstream.Upstreams;
import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All sources of a configuration, and what an officer sees of them and can do to them.
 *
 * @param feeds by id, in the order of the configuration
 * @param networks that are asked for single posts only, by id
 */
record Sources(Map<String, HeldFeed> feeds, Map<String, HeldNetwork> networks, Optional<SinglePosts> singles) {
    static final Sources NONE = new Sources(Map.of(), Map.of(), Optional.empty());

    /**
     * The sources of a configuration, which ask nobody yet.
     *
     * @param own the site's hosts: what stands in a document of theirs is the site's own
     * @param before those of the configuration before: what is the same goes on
     * @param pictures is told the names of those that are shown now, and of those that are shown no more
     */
    static Sources of(
            FeedSettings settings,
            OwnHosts own,
            Upstreams upstreams,
            FindingLog findings,
            Sources before,
            BiConsumer<Set<String>, Set<String>> pictures) {
        List<String> asked = settings.posts().sources();
        Room room = new Room();
        Map<String, HeldFeed> feeds = new LinkedHashMap<>();
        for (FeedSettings.Source source : settings.sources()) {
            Optional<HeldFeed> last = Optional.ofNullable(before.feeds.get(source.id()));
            Subscription subscription = Subscription.of(source, upstreams, findings, last.map(HeldFeed::subscription));
            Set<String> elsewhere = settings.originsOfOthers(source);
            Optional<HeldPosts> singles = subscription
                    .posts()
                    .filter(reader -> asked.contains(source.id()))
                    .map(reader -> new HeldPosts(
                            source,
                            subscription,
                            reader,
                            elsewhere,
                            upstreams.clock(),
                            room,
                            last.flatMap(HeldFeed::singles),
                            pictures));
            feeds.put(
                    source.id(), new HeldFeed(source, subscription, isOwn(source, own), elsewhere, singles, pictures));
        }
        Map<String, HeldNetwork> networks = new LinkedHashMap<>();
        for (FeedSettings.Network network : settings.posts().networks()) {
            Optional<HeldNetwork> last = Optional.ofNullable(before.networks.get(network.id()));
            Subscription subscription =
                    Subscription.of(network, upstreams, findings, last.map(HeldNetwork::subscription));
            networks.put(
                    network.id(),
                    new HeldNetwork(
                            network,
                            subscription,
                            new HeldPosts(
                                    network,
                                    subscription,
                                    subscription.posts().orElseThrow(),
                                    settings.originsOfOthers(network),
                                    upstreams.clock(),
                                    room,
                                    last.map(HeldNetwork::posts),
                                    pictures)));
        }
        List<HeldPosts> single = Stream.concat(
                        asked.stream()
                                .map(feeds::get)
                                .filter(Objects::nonNull)
                                .flatMap(feed -> feed.singles().stream()),
                        networks.values().stream().map(HeldNetwork::posts))
                .toList();
        return new Sources(
                feeds, networks, single.isEmpty() ? Optional.empty() : Optional.of(new SinglePosts(single, findings)));
    }

    /** An account is the city's, as the configuration says by naming it; a document may be anybody's. */
    private static boolean isOwn(FeedSettings.Source source, OwnHosts hosts) {
        return source.service().isPresent()
                || source.given().addresses().values().stream()
                        .flatMap(address -> WebUrl.parse(address).stream())
                        .allMatch(url -> hosts.contains(url.host()));
    }

    private Stream<HeldSource> all() {
        return Stream.concat(feeds.values().stream(), networks.values().stream());
    }

    private Optional<HeldSource> source(String id) {
        return Optional.<HeldSource>ofNullable(feeds.get(id)).or(() -> Optional.ofNullable(networks.get(id)));
    }

    /** Takes up what other nodes did, and asks for what is due. */
    void refresh() {
        all().forEach(source -> source.subscription().look());
        feeds.values().forEach(HeldFeed::held);
        singles.ifPresent(SinglePosts::refresh);
    }

    /** Whether all that is held is known. Single posts are asked for by pages: nobody knows which are still shown. */
    boolean haveTold() {
        return singles.isEmpty() && feeds.values().stream().allMatch(HeldFeed::hasTold);
    }

    Set<Upstream> upstreams() {
        return all().map(source -> source.subscription().upstream()).collect(Collectors.toSet());
    }

    Optional<Picture> picture(String name) {
        return feeds.values().stream()
                .map(feed -> feed.pictures().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> singles.flatMap(posts -> posts.picture(name)));
    }

    List<Holding> holdings() {
        return all().map(HeldSource::holding).toList();
    }

    List<UpstreamStatus> statuses() {
        return all().map(source -> source.subscription().status()).toList();
    }

    boolean remove(String source, String id) {
        // It may have come by other sources as well, such as one of a hashtag.
        Set<String> same = Optional.ofNullable(feeds.get(source)).stream()
                .flatMap(feed -> feed.held().stream())
                .filter(item -> RemovedPosts.id(item.post()).equals(Removals.line(id)))
                .map(Item::iri)
                .collect(Collectors.toSet());
        feeds.values()
                .forEach(feed -> feed.held().stream()
                        .filter(item -> same.contains(item.iri()))
                        .forEach(item ->
                                change(feed, removed -> removed.add(item.post().id()))));
        return change(source, removed -> removed.add(id));
    }

    boolean restore(String source, String id) {
        return change(source, removed -> removed.restore(id));
    }

    boolean release(String source) {
        return change(source, RemovedPosts::decide);
    }

    boolean forget(String source) {
        Optional<HeldSource> found = source(source);
        found.ifPresent(HeldSource::forget);
        return found.isPresent();
    }

    private boolean change(String source, Consumer<RemovedPosts> what) {
        Optional<HeldSource> found = source(source);
        found.ifPresent(one -> change(one, what));
        return found.isPresent();
    }

    private static void change(HeldSource source, Consumer<RemovedPosts> what) {
        what.accept(source.subscription().removed());
        source.again();
    }
}
