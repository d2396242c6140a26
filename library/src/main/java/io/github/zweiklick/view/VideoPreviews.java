package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.feed.Asker;
import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.feed.SinglePost;
import io.github.zweiklick.page.Poster;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What is shown of videos before anything of theirs is loaded: titles and pictures that the server has fetched. */
final class VideoPreviews {
    /** While a picture is still to come, or cannot be had for the time being. */
    private static final Duration WITHOUT_PICTURE = Duration.ofMinutes(5);

    private final ViewSettings settings;
    private final PictureAddresses addresses;
    private final Asker asker;

    /** @param base absolute path of the endpoints */
    VideoPreviews(ViewSettings settings, String base, Asker asker) {
        this.settings = settings;
        this.addresses = new PictureAddresses(base);
        this.asker = asker;
    }

    /**
     * What is known of one.
     *
     * @param lifetime how long a page may be kept with it; empty: no shorter than else
     */
    record Preview(Optional<String> title, Optional<Poster> poster, Optional<Duration> lifetime) {
        static final Preview NONE = new Preview(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether its network is asked for it, so that another time something else may be shown. */
    boolean areAskedFor(Embed embed) {
        return addresses(embed)
                .anyMatch(address -> settings.feeds().refresh(address).isPresent());
    }

    /** Of a video; of anything else there are none. */
    private Stream<WebUrl> addresses(Embed embed) {
        // The player's address holds the key of a video that is not listed, its page's does not.
        return embed.kind().content() == EmbedKind.Content.VIDEO
                        && settings.feeds().areSinglesAsked()
                ? Stream.concat(embed.frame().stream(), Stream.of(embed.original()))
                        .flatMap(address -> WebUrl.parse(address).stream())
                : Stream.empty();
    }

    /** Of an embed of any kind. */
    Preview of(Embed embed) {
        Feeds feeds = settings.feeds();
        return addresses(embed)
                .flatMap(
                        address -> feeds.video(address, asker).stream().map(found -> of(found, feeds.refresh(address))))
                .findFirst()
                .orElse(Preview.NONE);
    }

    private Preview of(SinglePost found, Optional<Duration> lifetime) {
        return found instanceof SinglePost.Video video
                ? of(video.item().post(), lifetime)
                : new Preview(Optional.empty(), Optional.empty(), lifetime);
    }

    private Preview of(Post video, Optional<Duration> lifetime) {
        Optional<Picture> picture = video.pictures().findFirst();
        Optional<Poster> poster = poster(picture);
        boolean lacking = picture.isPresent() && poster.isEmpty();
        return new Preview(
                video.title(),
                poster,
                lifetime.map(time -> lacking && time.compareTo(WITHOUT_PICTURE) > 0 ? WITHOUT_PICTURE : time));
    }

    /** A picture that is there; of one that is not, a placeholder shows nothing rather than a gap. */
    Optional<Poster> poster(Optional<Picture> picture) {
        return picture.filter(one -> settings.pictures().test(one.name()))
                .map(one -> new Poster(addresses.of(one), true));
    }
}
