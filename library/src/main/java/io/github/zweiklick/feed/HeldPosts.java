package io.github.zweiklick.feed;

import io.github.zweiklick.feed.HeldPost.Shown;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Snapshot;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Single posts of one source that readers have asked for lately. They are asked for again at each interval, so that one which is
 * deleted goes within it; one that no reader asks for is forgotten after the time that posts are kept.
 */
final class HeldPosts {
    private static final Duration WHILE_UNKNOWN = Duration.ofMinutes(5);

    private final FeedSettings.Entry configured;
    private final PostReader reader;
    private final Subscription subscription;
    private final Clock clock;
    private final Room room;
    private final Set<String> elsewhere;
    private final BiConsumer<Set<String>, Set<String>> pictures;
    private final Duration interval;
    private final Map<String, HeldPost> byId = new ConcurrentHashMap<>();

    /**
     * Posts of a source.
     *
     * @param room of all sources together
     * @param elsewhere origins of other sources
     * @param before those of the configuration before; what readers asked these for is asked for on, where the source is the same
     * @param pictures is told the names of those that are shown now, and of those that are shown no more
     */
    HeldPosts(
            FeedSettings.Entry configured,
            Subscription subscription,
            PostReader reader,
            Set<String> elsewhere,
            Clock clock,
            Room room,
            Optional<HeldPosts> before,
            BiConsumer<Set<String>, Set<String>> pictures) {
        this.configured = configured;
        this.subscription = subscription;
        this.reader = reader;
        this.clock = clock;
        this.room = room;
        this.elsewhere = elsewhere;
        this.pictures = pictures;
        Duration wanted =
                reader.refresh().orElse(configured.upstream().keeping().refresh());
        Duration keep = configured.upstream().keeping().keep();
        this.interval = wanted.compareTo(keep) < 0 ? wanted : keep;
        before.filter(posts -> posts.subscription.equals(subscription)).ifPresent(this::takeOver);
    }

    private void takeOver(HeldPosts before) {
        before.byId.forEach((id, held) -> {
            // Whose it is may change meanwhile: the one before goes on until this begins.
            HeldPost copy =
                    elsewhere.equals(before.elsewhere) ? new HeldPost(held) : new HeldPost(held.asker(), held.asked());
            if (room.of(copy.asker()).tryAcquire()) {
                byId.put(id, copy);
            }
        });
    }

    boolean isOfVideos() {
        return reader.isPlayer();
    }

    Optional<PostReader.Name> recognise(WebUrl address) {
        return reader.recognise(address);
    }

    /** How long a page may be kept that is to show a post: not long where it could be shown any moment. */
    Duration lifetime(String id) {
        boolean known =
                Optional.ofNullable(byId.get(id)).filter(HeldPost::isFetched).isPresent();
        return known || interval.compareTo(WHILE_UNKNOWN) < 0 ? interval : WHILE_UNKNOWN;
    }

    /**
     * A post that a reader asks for.
     *
     * @return empty where there is no room for one more
     */
    Optional<SinglePost> get(String id, Asker asker) {
        HeldPost held = byId.get(id);
        if (held == null) {
            if (!room.of(asker).tryAcquire()) {
                return Optional.empty();
            }
            HeldPost fresh = new HeldPost(asker, clock.instant());
            HeldPost other = byId.putIfAbsent(id, fresh);
            if (other != null) {
                room.of(asker).release();
            }
            held = other == null ? fresh : other;
        }
        if (asker == Asker.PAGE) {
            take(id, held);
        }
        held.asked(asker, clock.instant());
        // In this order: once all that were taken out are known, what is made is none of them.
        boolean known = subscription.removed().isKnown();
        SinglePost post = shown(id, held).post();
        return Optional.of(known ? post : new SinglePost.Gone());
    }

    @SuppressWarnings("ReferenceEquality") // Another one of the same name has a permit of its own.
    private void take(String id, HeldPost held) {
        room.take(held, () -> byId.get(id) == held);
    }

    /** Asks for what is due, and forgets what nobody wants: sooner where room is scarce. */
    void refresh() {
        Duration keep = configured.upstream().keeping().keep();
        Duration shorter = interval.multipliedBy(2).compareTo(keep) < 0 ? interval.multipliedBy(2) : keep;
        Instant now = clock.instant();
        byId.forEach((id, held) -> {
            boolean crowded = room.of(held.asker()).availablePermits() == 0;
            if (now.isBefore(held.asked().plus(crowded ? shorter : keep))) {
                shown(id, held);
            } else if (room.leave(held, () -> byId.remove(id, held))) {
                subscription.forgetPost(id);
                show(held, Shown.NOTHING);
            }
        });
    }

    /** What was fetched goes at once, and is asked for anew. */
    void forget() {
        byId.forEach((id, held) -> {
            subscription.forgetPost(id);
            show(held, Shown.NOTHING);
        });
    }

    /** An officer took posts out, or shows some again. */
    void again() {
        byId.forEach(this::shown);
    }

    List<Item> items() {
        return byId.values().stream()
                .flatMap(held -> held.last().item().stream())
                .toList();
    }

    Optional<Picture> picture(String name) {
        if (!subscription.removed().isKnown()) {
            return Optional.empty();
        }
        return byId.values().stream()
                .map(held -> held.last().pictures().get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Names of all pictures. */
    Set<String> pictures() {
        return byId.values().stream()
                .flatMap(held -> held.last().pictures().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** When the newest was fetched. */
    Optional<Instant> fetched() {
        return byId.values().stream()
                .map(held -> held.last().fetched())
                .filter(time -> !time.equals(Instant.MIN))
                .max(Instant::compareTo);
    }

    private Shown shown(String id, HeldPost held) {
        Shown last = held.last();
        Asker asker = held.asker();
        Set<String> without = subscription.removed().now();
        boolean due =
                !held.isFetched() || !clock.instant().isBefore(last.fetched().plus(interval));
        Snapshot<Timeline> snapshot =
                due ? subscription.post(id, () -> read(id)) : new Snapshot.Fresh<>(last.of(), last.fetched());
        Optional<Timeline> timeline = snapshot.value();
        Instant fetched = snapshot.time().orElse(Instant.MIN);
        if (timeline.isPresent() && last.isOf(timeline.get(), fetched, without, asker)) {
            return last;
        }
        Shown next = timeline.map(found -> made(found, fetched, without, asker)).orElse(Shown.NOTHING);
        show(held, next);
        return next;
    }

    /** That there is none is worth keeping too: what the author wrote stands alone then, after a restart as well. */
    private Timeline read(String id) throws UpstreamException {
        try {
            return reader.read(id);
        } catch (UpstreamException fault) {
            if (fault.fault().kind() == Fault.Kind.GONE) {
                return new Timeline(List.of());
            }
            throw fault;
        }
    }

    private Shown made(Timeline timeline, Instant fetched, Set<String> without, Asker asker) {
        Optional<Post> found = timeline.posts().stream().findFirst();
        if (found.isEmpty() || without.contains(RemovedPosts.id(found.get()))) {
            return new Shown(timeline, fetched, without, asker, new SinglePost.Gone(), Map.of());
        }
        Post shown = RemovedPosts.without(found.get(), without);
        // What others show needs the choice of an editor, not anybody's.
        FeedSettings.Others others = asker == Asker.PAGE ? configured.others() : FeedSettings.Others.LEAVE_OUT;
        Optional<Item> item = (reader.isPlayer() ? Permission.ofVideo(shown, others) : Permission.of(shown, others))
                .map(post -> new Item(post, configured.id(), configured.service(), fetched, interval));
        if (item.isEmpty()) {
            return new Shown(timeline, fetched, without, asker, new SinglePost.Unknown(), Map.of());
        }
        return new Shown(
                timeline,
                fetched,
                without,
                asker,
                reader.isPlayer() ? new SinglePost.Video(item.get()) : new SinglePost.Article(item.get()),
                ShownPictures.of(item.get().post().pictures(), elsewhere));
    }

    @SuppressWarnings("ReferenceEquality") // Nothing has come to nothing, most of the time.
    private void show(HeldPost held, Shown next) {
        Shown last = held.show(next);
        if (last != next) {
            ShownPictures.tell(last.pictures(), next.pictures(), pictures);
            subscription.undescribed().singles(items());
        }
    }
}
