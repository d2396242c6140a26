package io.github.zweiklick.feed;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Single posts of all sources. Authors choose which: no more than so many are held, further ones are left to the two-click embed
 * until room is found.
 */
final class SinglePosts {
    private final List<HeldPosts> sources;
    private final FindingLog findings;

    SinglePosts(List<HeldPosts> sources, FindingLog findings) {
        this.sources = List.copyOf(sources);
        this.findings = findings;
    }

    /** The source that an address's post is read from, and the post's name there. */
    private record Found(HeldPosts source, PostReader.Name name) {}

    /** That whose own post it is, else the first. */
    private Optional<Found> found(WebUrl address) {
        return sources.stream()
                .flatMap(source -> source.recognise(address).map(name -> new Found(source, name)).stream())
                .min(Comparator.comparing(found -> !found.name().own()));
    }

    /** A post that a reader asks for; empty where its address is none of a post that is read here. */
    Optional<SinglePost> at(WebUrl address) {
        return found(address)
                .map(found -> found.source().get(found.name().id(), Asker.PAGE).orElseGet(this::crowded));
    }

    /**
     * A video that a placeholder is of; empty where its address is none of a video that is read here.
     *
     * @param asker where it is anybody and there is no room, nothing is known
     */
    Optional<SinglePost> video(WebUrl address, Asker asker) {
        return found(address)
                .filter(found -> found.source().isOfVideos())
                .map(found -> found.source()
                        .get(found.name().id(), asker)
                        .orElseGet(asker == Asker.PAGE ? this::crowded : SinglePost.Unknown::new));
    }

    /** How long a page may be kept that shows what is at an address. */
    Optional<Duration> refresh(WebUrl address) {
        return found(address).map(found -> found.source().lifetime(found.name().id()));
    }

    private SinglePost crowded() {
        findings.report(new Finding(
                Finding.Kind.UPSTREAM,
                "feeds.posts",
                "Pages ask for more than " + Room.OF_PAGES + " single posts; further ones are two-click embeds",
                "Show fewer of them, or take those of pages that are read seldom out of these."));
        return new SinglePost.Unknown();
    }

    /** Asks for what is due. */
    void refresh() {
        sources.forEach(HeldPosts::refresh);
    }

    Optional<Picture> picture(String name) {
        return sources.stream().flatMap(source -> source.picture(name).stream()).findFirst();
    }
}
