package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSettings.Others;
import java.util.List;
import java.util.Optional;

/** What of a post may be shown. */
final class Permission {
    private Permission() {}

    /** A post as it may be shown; empty where nothing of it may. */
    static Optional<Post> of(Post post, Others others) {
        boolean all = others == Others.SHOW;
        if (post.own()) {
            Optional<Quoted> quoted = post.quoted()
                    .map(found -> all || found.post().filter(Post::own).isPresent()
                            ? found
                            : new Quoted(found.address(), Optional.empty()));
            // The picture of a page that it links to is that page's.
            Optional<LinkCard> card = post.card()
                    .map(shown -> all
                            ? shown
                            : new LinkCard(shown.address(), shown.title(), shown.description(), Optional.empty()));
            return Optional.of(new PostBuilder(post).quoted(quoted).card(card).build());
        }
        return switch (others) {
            case SHOW -> Optional.of(post);
            case LINK -> Optional.of(post.plain());
            case LEAVE_OUT -> Optional.empty();
        };
    }

    /** The same of a video, whose player stays without its picture. */
    static Optional<Post> ofVideo(Post post, Others others) {
        List<Media> bare = post.media().stream()
                .map(media -> new Media(media.kind(), Optional.empty(), media.alternative(), media.address()))
                .toList();
        return of(post, others)
                .map(shown -> shown.media().isEmpty()
                        ? new PostBuilder(shown).media(bare).build()
                        : shown);
    }
}
