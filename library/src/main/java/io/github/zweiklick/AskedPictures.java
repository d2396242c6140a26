package io.github.zweiklick;

import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.feed.PictureChanges;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.media.KnownPictures;
import io.github.zweiklick.media.MediaProxy;
import io.github.zweiklick.media.MediaSettings;
import io.github.zweiklick.upstream.Upstreams;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pictures come from where the posts do, and from wherever these say; what a post shows is known before it is shown. */
final class AskedPictures implements PictureChanges, AutoCloseable {
    private final String settings;
    private final Upstreams upstreams;
    private final MediaProxy proxy;
    private volatile Feeds feeds = Feeds.none();

    private AskedPictures(MediaSettings settings, Upstreams upstreams, Clock clock, FindingLog findings) {
        this.settings = settings.toString();
        this.upstreams = upstreams;
        this.proxy = MediaProxy.of(settings, upstreams, known(), clock, findings);
    }

    private KnownPictures known() {
        return new KnownPictures() {
            @Override
            public Optional<String> address(String name) {
                return feeds.picture(name).map(Picture::address);
            }

            @Override
            public Optional<Size> size(String name) {
                return feeds.picture(name)
                        .filter(picture ->
                                picture.width().isPresent() && picture.height().isPresent())
                        .map(picture -> new Size(
                                picture.width().getAsInt(), picture.height().getAsInt()));
            }
        };
    }

    /**
     * The pictures of a configuration's posts.
     *
     * @param before those of the configuration before, with the same upstreams: they go on where the settings are the same
     */
    static AskedPictures of(
            Configuration configuration,
            Upstreams upstreams,
            Clock clock,
            FindingLog findings,
            Optional<AskedPictures> before) {
        FeedSettings feeds = configuration.feeds();
        Set<String> configured = Stream.concat(feeds.sources().stream(), feeds.posts().networks().stream())
                .flatMap(entry -> entry.upstream().reach().configured().stream())
                .collect(Collectors.toUnmodifiableSet());
        MediaSettings settings = new MediaSettings(
                feeds.pictures().reencode(),
                feeds.pictures().megabytes() * 1_000_000L,
                configuration.outbound().snapshots().map(directory -> directory.resolve("pictures")),
                configured);
        return before.filter(last -> last.settings.equals(settings.toString()))
                .orElseGet(() -> new AskedPictures(settings, upstreams, clock, findings));
    }

    MediaProxy proxy() {
        return proxy;
    }

    /** Of these posts from now on. */
    void show(Feeds shown) {
        feeds = shown;
    }

    @Override
    public void came(String name) {
        // The first visitor is not to wait for it, nor a page for the disk.
        upstreams.soon(() -> proxy.prepare(name));
    }

    @Override
    public void gone(String name) {
        if (feeds.picture(name).isEmpty()) {
            upstreams.soon(() -> proxy.purge(name));
        }
    }

    @Override
    public void settled(Predicate<String> shown) {
        proxy.retain(shown);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
