package io.github.zweiklick;

import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.media.MediaProxy;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.upstream.Upstream;
import io.github.zweiklick.upstream.Upstreams;
import io.github.zweiklick.url.WebUrl;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The networks that the server asks, if any, and what it knows from them. Nobody is asked before it {@link #begin}s; with that ends
 * what the configuration before had, as far as this does not go on with it.
 */
final class Asked implements AutoCloseable {
    /** By which way networks are asked, and in whose name: with another one all begins anew. */
    private final String way;

    private final Optional<Upstreams> upstreams;
    private final ShareCounts counts;
    private final Feeds feeds;
    private final Optional<AskedPictures> pictures;
    private final Optional<String> home;
    private Optional<Asked> before;
    private Runnable end = () -> {};
    /** What goes on with what this has. */
    private volatile Optional<Asked> successor = Optional.empty();

    private Asked(
            String way,
            Optional<Upstreams> upstreams,
            ShareCounts counts,
            Feeds feeds,
            Optional<AskedPictures> pictures,
            Optional<String> home,
            Optional<Asked> before) {
        this.way = way;
        this.upstreams = upstreams;
        this.counts = counts;
        this.feeds = feeds;
        this.pictures = pictures;
        this.home = home;
        this.before = before;
    }

    /**
     * What a configuration asks. Nothing of what was before is changed by it.
     *
     * @param before what the configuration before asked
     */
    static Asked of(
            Configuration configuration,
            Ownership ownership,
            Clock clock,
            FindingLog findings,
            Optional<Asked> before) {
        String way = configuration.outbound() + " " + configuration.origin();
        Optional<WebUrl> origin = configuration.origin().flatMap(WebUrl::parse);
        boolean nobody = configuration.shares().counts().sources().isEmpty()
                && configuration.feeds().isNone();
        if (nobody || origin.isEmpty()) {
            return new Asked(
                    way,
                    Optional.empty(),
                    ShareCounts.none(),
                    Feeds.none(),
                    Optional.empty(),
                    Optional.empty(),
                    before);
        }
        Optional<Asked> same = before.filter(last -> last.way.equals(way));
        Upstreams upstreams = same.flatMap(last -> last.upstreams)
                .orElseGet(() ->
                        Upstreams.of(configuration.outbound(), origin.get().origin(), clock, findings));
        OwnHosts own = ownership.of(origin.get());
        ShareCounts counts = ShareCounts.of(
                configuration.shares().counts(),
                origin.get(),
                own,
                upstreams,
                same.map(Asked::counts).orElseGet(ShareCounts::none));
        Optional<String> home = Optional.of(origin.get().origin() + "/");
        if (configuration.feeds().isNone()) {
            return new Asked(way, Optional.of(upstreams), counts, Feeds.none(), Optional.empty(), home, before);
        }
        AskedPictures pictures =
                AskedPictures.of(configuration, upstreams, clock, findings, same.flatMap(last -> last.pictures));
        Feeds feeds = Feeds.of(
                configuration.feeds(),
                own,
                upstreams,
                findings,
                before.map(Asked::feeds).orElseGet(Feeds::none),
                pictures);
        return new Asked(way, Optional.of(upstreams), counts, feeds, Optional.of(pictures), home, before);
    }

    ShareCounts counts() {
        return counts;
    }

    Feeds feeds() {
        return feeds;
    }

    Optional<MediaProxy> pictures() {
        return pictures.map(AskedPictures::proxy);
    }

    /** All that is asked. */
    private Set<Upstream> used() {
        return Stream.concat(counts.upstreams().stream(), feeds.upstreams().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether what was found at a place goes on to hold.
     *
     * @param place of a finding: mostly the id of an upstream of {@code last}
     */
    boolean goesOn(Asked last, String place) {
        Set<Upstream> used = used();
        return upstreams.equals(last.upstreams)
                && last.used().stream()
                        .filter(upstream -> upstream.settings().id().equals(place))
                        .allMatch(used::contains);
    }

    /** Asks from now on, and ends what was before: of two that read the same one would pay for what the other has read. */
    void begin() {
        before.ifPresent(this::succeed);
        before = Optional.empty();
        pictures.ifPresent(shown -> {
            shown.show(feeds);
            end = feeds.begin(upstreams.orElseThrow(), shown);
        });
        // An expired token is told when the site starts, not when somebody first opens a page.
        home.ifPresent(counts::byService);
    }

    private void succeed(Asked last) {
        last.successor = Optional.of(this);
        last.end.run();
        last.upstreams.ifPresent(old -> upstreams.ifPresentOrElse(
                now -> {
                    if (now.equals(old)) {
                        now.retain(used());
                    } else {
                        now.succeed(old);
                    }
                },
                old::close));
    }

    /** Ends it, but for what a successor goes on with. */
    @Override
    public void close() {
        pictures.filter(mine -> !successor.flatMap(next -> next.pictures).equals(Optional.of(mine)))
                .ifPresent(AskedPictures::close);
        if (successor.isEmpty()) {
            end.run();
            upstreams.ifPresent(Upstreams::close);
        }
    }
}
