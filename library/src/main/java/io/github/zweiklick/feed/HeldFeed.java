package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Snapshot;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The feed of one source, as pages show it. */
final class HeldFeed implements HeldSource {
    private final FeedSettings.Source configured;
    private final Subscription subscription;
    private final boolean own;
    private final Set<String> elsewhere;
    private final BiConsumer<Set<String>, Set<String>> pictures;
    private final Optional<HeldPosts> singles;
    private final AtomicReference<Shown> shown = new AtomicReference<>(Shown.NOTHING);

    /**
     * What is made of a timeline, once.
     *
     * @param of the very timeline
     * @param without the very set of posts that were taken out
     * @param pictures by the names that pages know them by
     */
    private record Shown(
            Timeline of, Instant fetched, Set<String> without, List<Item> items, Map<String, Picture> pictures) {
        static final Shown NOTHING = new Shown(new Timeline(List.of()), Instant.MIN, Set.of(), List.of(), Map.of());

        /** The very same: to compare all posts with themselves at each page would be dear. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Timeline timeline, Instant time, Set<String> removed) {
            return of == timeline && fetched.equals(time) && without == removed;
        }
    }

    /**
     * A source.
     *
     * @param own whether what nobody else is named for is the site's own
     * @param elsewhere origins of other sources
     * @param singles its single posts; empty where it is not asked for any
     * @param pictures is told the names of those that are shown now, and of those that are shown no more
     */
    HeldFeed(
            FeedSettings.Source configured,
            Subscription subscription,
            boolean own,
            Set<String> elsewhere,
            Optional<HeldPosts> singles,
            BiConsumer<Set<String>, Set<String>> pictures) {
        this.configured = configured;
        this.subscription = subscription;
        this.own = own;
        this.elsewhere = elsewhere;
        this.singles = singles;
        this.pictures = pictures;
    }

    @Override
    public Subscription subscription() {
        return subscription;
    }

    @Override
    public Holding holding() {
        Shown now = shown();
        Set<String> names = new HashSet<>(now.pictures().keySet());
        singles.ifPresent(posts -> names.addAll(posts.pictures()));
        return new Holding(
                configured,
                Stream.concat(now.items().stream(), singles.stream().flatMap(posts -> posts.items().stream()))
                        .toList(),
                names.size(),
                now.items().isEmpty() ? singles.flatMap(HeldPosts::fetched) : Optional.of(now.fetched()),
                subscription.removed().ids(),
                !isShown(),
                subscription.paid());
    }

    /** The source's single posts; empty where it is not asked for any. */
    Optional<HeldPosts> singles() {
        return singles;
    }

    @Override
    public void again() {
        shown();
        singles.ifPresent(HeldPosts::again);
    }

    @Override
    public void forget() {
        subscription.forgetFeed();
        show(Shown.NOTHING);
        singles.ifPresent(HeldPosts::forget);
    }

    Duration refresh() {
        return configured.upstream().keeping().refresh();
    }

    /** Whether something of it was ever fetched, be it without posts. */
    boolean hasTold() {
        return isShown() && !Objects.requireNonNull(shown.get()).fetched().equals(Instant.MIN);
    }

    /** Else any post may be one that was taken out. */
    private boolean isShown() {
        return subscription.removed().isKnown();
    }

    /** The posts that may be shown, the newest first. */
    List<Item> items() {
        // In this order: once all are known, what is made holds none of them.
        return isShown() ? held() : List.of();
    }

    /** These, or those that would be. */
    List<Item> held() {
        return shown().items();
    }

    /** The post at an address, should it be among those shown. */
    Optional<Item> at(WebUrl address) {
        String last = PostSites.last(address.href());
        return items().stream()
                .filter(item -> item.post().address().contains(last))
                .filter(item -> WebUrl.parse(item.post().address())
                        .filter(url -> PostSites.same(url, address))
                        .isPresent())
                .findFirst();
    }

    Map<String, Picture> pictures() {
        return isShown() ? shown().pictures() : Map.of();
    }

    private Shown shown() {
        Snapshot<Timeline> snapshot = subscription.timeline();
        Optional<Timeline> timeline = snapshot.value();
        if (timeline.isEmpty()) {
            show(Shown.NOTHING);
            return Shown.NOTHING;
        }
        Instant fetched = snapshot.time().orElse(Instant.EPOCH);
        Set<String> without = subscription.removed().now();
        Shown last = Objects.requireNonNull(shown.get());
        if (last.isOf(timeline.get(), fetched, without)) {
            return last;
        }
        Shown next = shown(timeline.get(), fetched, without);
        show(next);
        return next;
    }

    private void show(Shown next) {
        Shown last = Objects.requireNonNull(shown.getAndSet(next));
        ShownPictures.tell(last.pictures(), next.pictures(), pictures);
    }

    private Shown shown(Timeline timeline, Instant fetched, Set<String> without) {
        List<Item> items = timeline.posts().stream()
                .filter(post -> !without.contains(RemovedPosts.id(post)))
                .map(post -> RemovedPosts.without(post, without))
                .map(post -> own ? post : new PostBuilder(post).own(false).build())
                .flatMap(post -> Permission.of(post, configured.others()).stream())
                .limit(configured.given().limit())
                .map(post -> new Item(post, configured.id(), configured.source().service(), fetched, refresh()))
                .toList();
        Map<String, Picture> names =
                ShownPictures.of(items.stream().flatMap(item -> item.post().pictures()), elsewhere);
        subscription.undescribed().feed(items);
        return new Shown(timeline, fetched, without, items, names);
    }
}
