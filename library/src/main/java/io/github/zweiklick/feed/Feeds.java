package io.github.zweiklick.feed;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.upstream.Upstream;
import io.github.zweiklick.upstream.UpstreamStatus;
import io.github.zweiklick.upstream.Upstreams;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The posts of all sources, as they were fetched last. They are fetched again at each source's interval, whether anybody looks or
 * not, so that what is deleted at its network goes from here within the interval. Thread-safe.
 */
public final class Feeds {
    /** How often it is seen to that what is due is fetched, and what other nodes of the site did is taken up. */
    private static final Duration TICK = Duration.ofSeconds(5);

    private final Sources sources;
    private final boolean pasted;
    private final ZoneId zone;

    private Feeds(Sources sources, boolean pasted, ZoneId zone) {
        this.sources = sources;
        this.pasted = pasted;
        this.zone = zone;
    }

    /** Nobody is asked, and there are no posts. */
    public static Feeds none() {
        return new Feeds(Sources.NONE, false, ZoneId.systemDefault());
    }

    /**
     * The feeds of a site, which ask nobody before they {@link #begin}.
     *
     * @param own the site's hosts: what stands in a document of theirs is the site's own
     * @param before those of the configuration before: a source that is the same goes on as it is
     * @param pictures is told which are shown
     */
    public static Feeds of(
            FeedSettings settings,
            OwnHosts own,
            Upstreams upstreams,
            FindingLog findings,
            Feeds before,
            PictureChanges pictures) {
        Sources sources = Sources.of(settings, own, upstreams, findings, before.sources, (came, gone) -> {
            came.forEach(pictures::came);
            gone.forEach(pictures::gone);
        });
        return new Feeds(sources, settings.posts().pasted(), settings.zone());
    }

    /**
     * Asks for posts from now on.
     *
     * @param upstreams of which it was made
     * @param pictures is told when all sources have told what they have
     * @return ends it
     */
    public Runnable begin(Upstreams upstreams, PictureChanges pictures) {
        AtomicBoolean settled = new AtomicBoolean();
        return upstreams.every(TICK, () -> {
            sources.refresh();
            if (sources.haveTold() && !settled.getAndSet(true)) {
                pictures.settled(name -> picture(name).isPresent());
            }
        });
    }

    /** Those that are asked. */
    public Set<Upstream> upstreams() {
        return sources.upstreams();
    }

    /**
     * A single post that a reader asks for.
     *
     * @param address of the post at its network, as an author wrote it: anything
     * @return empty where no source is asked for what is there
     */
    public Optional<SinglePost> post(WebUrl address) {
        return sources.singles()
                .flatMap(posts -> posts.at(address))
                .or(() -> inFeeds(address).map(SinglePost.Article::new));
    }

    /**
     * A video of which a page shows a placeholder.
     *
     * @param address of its page or its player
     * @return empty where no network is asked for it, or placeholders are to show nothing of it
     */
    public Optional<SinglePost> video(WebUrl address, Asker asker) {
        return sources.singles().filter(posts -> pasted).flatMap(posts -> posts.video(address, asker));
    }

    /** Whether anybody is asked for single posts or videos. */
    public boolean areSinglesAsked() {
        return sources.singles().isPresent()
                || sources.feeds().values().stream()
                        .anyMatch(feed -> feed.singles().isPresent());
    }

    /** An address may not tell which post it is of, and yet be that of one that a feed shows. */
    private Optional<Item> inFeeds(WebUrl address) {
        return sources.feeds().values().stream()
                .filter(feed -> feed.singles().isPresent())
                .flatMap(feed -> feed.at(address).stream())
                .findFirst();
    }

    /** How long a page may be kept that is to show the post at an address; empty where none is asked for. */
    public Optional<Duration> refresh(WebUrl address) {
        return sources.singles()
                .flatMap(posts -> posts.refresh(address))
                .or(() -> inFeeds(address).map(Item::refresh));
    }

    /** Whether embed codes of single posts are shown as these are. */
    public boolean arePastedShown() {
        return pasted && sources.singles().isPresent();
    }

    /** Ids of all sources, in the order of the configuration. */
    public Set<String> ids() {
        return sources.feeds().keySet();
    }

    /** In which times are written for readers. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Posts of some sources, the newest first.
     *
     * @param ids of sources; unknown ones have no posts
     * @param filter a word: in each post stands it, or a hashtag of it
     * @param skip of these, how many come before
     * @param most at least 1
     */
    public Page page(List<String> ids, Optional<String> filter, int skip, int most) {
        List<Item> items = merged(ids).stream()
                .filter(item -> filter.isEmpty() || item.holds(filter.get()))
                .toList();
        int from = Math.min(Math.max(skip, 0), items.size());
        int to = Math.min(from + most, items.size());
        return new Page(items.subList(from, to), from > 0, to < items.size());
    }

    /**
     * A part of a feed.
     *
     * @param newer whether there are newer posts than these
     * @param older whether there are older ones
     */
    public record Page(List<Item> items, boolean newer, boolean older) {
        public Page {
            items = List.copyOf(items);
        }
    }

    private List<Item> merged(List<String> ids) {
        List<HeldFeed> feeds = ids.stream()
                .distinct()
                .map(sources.feeds()::get)
                .filter(Objects::nonNull)
                .toList();
        if (feeds.size() == 1) {
            return feeds.get(0).items();
        }
        List<Item> items = new ArrayList<>();
        feeds.forEach(feed -> items.addAll(feed.items()));
        items.sort(Comparator.comparing((Item item) -> item.post().time()).reversed());
        // A post with a hashtag may come by two sources.
        Set<String> known = new HashSet<>();
        items.removeIf(item -> !known.add(item.iri()));
        return items;
    }

    /** The shortest interval of some sources: no page that shows them is to be kept longer. */
    public Optional<Duration> refresh(List<String> ids) {
        return ids.stream()
                .map(sources.feeds()::get)
                .filter(Objects::nonNull)
                .map(HeldFeed::refresh)
                .min(Duration::compareTo);
    }

    /** A picture that stands in a post just now, by the name that pages know it by. */
    public Optional<Picture> picture(String name) {
        return sources.picture(name);
    }

    /** What is held of each source. */
    public List<Holding> holdings() {
        return sources.holdings();
    }

    /**
     * Takes a post out: it is shown no more, though its network may go on answering it.
     *
     * @param id of the post in its source
     * @return whether there is such a source
     */
    public boolean remove(String source, String id) {
        return sources.remove(source, id);
    }

    /** Shows a post again that was taken out, should its network still have it. */
    public boolean restore(String source, String id) {
        return sources.restore(source, id);
    }

    /** Shows a source's posts though it can no longer be read which of them were taken out, but for those taken out since. */
    public boolean release(String source) {
        return sources.release(source);
    }

    /** Deletes what was fetched of a source, and asks for it anew. */
    public boolean forget(String source) {
        return sources.forget(source);
    }

    /** How the networks are. */
    public List<UpstreamStatus> statuses() {
        return sources.statuses();
    }

    /** Ids that are no source's. */
    public Stream<String> unknown(List<String> ids) {
        return ids.stream().filter(id -> !sources.feeds().containsKey(id));
    }
}
