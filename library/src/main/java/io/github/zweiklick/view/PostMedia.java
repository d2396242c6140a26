package io.github.zweiklick.view;

import io.github.zweiklick.feed.LinkCard;
import io.github.zweiklick.feed.Media;
import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/** Writes what is attached to posts. All pictures come from the site itself. */
final class PostMedia {
    private static final String AVATAR = "48";

    /** CSS shows it in this width. */
    private static final String THUMB = "5rem";

    /** Where nothing of a network's may be loaded. */
    static final Players NO_PLAYERS = (media, pictured, title) -> Optional.empty();

    private final Links links;
    private final PictureAddresses pictures;
    private final Players players;
    private final Room room;

    /** How wide a picture is shown where there is room, alone in its post and beside others. */
    enum Room {
        /** In a list, 44rem at most. */
        LIST("44rem", "22rem"),
        /** In cards, of which several stand beside each other. */
        CARDS("24rem", "12rem");

        private final String alone;
        private final String beside;

        Room(String alone, String beside) {
            this.alone = alone;
            this.beside = beside;
        }

        private String sizes(boolean several) {
            return "(min-width: 48rem) " + (several ? beside + ", 50vw" : alone + ", 100vw");
        }
    }

    /** Makes the two-click player of a video, where there is one. */
    @FunctionalInterface
    interface Players {
        /**
         * The player.
         *
         * @param pictured whether the picture stands in it
         */
        Optional<Html> of(Media media, boolean pictured, Optional<String> title);
    }

    PostMedia(Links links, PictureAddresses pictures, Players players, Room room) {
        this.links = links;
        this.pictures = pictures;
        this.players = players;
        this.room = room;
    }

    Html avatar(Picture avatar) {
        return new HtmlBuilder()
                .open("img")
                .attribute("class", "zweiklick-post-avatar")
                .attribute("src", pictures.smallest(avatar))
                .attribute("alt")
                .attribute("width", AVATAR)
                .attribute("height", AVATAR)
                .attribute("loading", "lazy")
                .attribute("decoding", "async")
                .closeVoid()
                .toHtml();
    }

    void write(Post post, String id, Wording wording, HtmlBuilder out) {
        out.open("div").attribute("class", "zweiklick-post-media");
        for (Media media : post.media()) {
            Optional<Html> player = media.kind() == Media.Kind.VIDEO
                    ? players.of(playable(media, post), room != Room.CARDS, post.title())
                    : Optional.empty();
            if (player.isEmpty()) {
                write(post, media, wording, out);
            } else if (room == Room.CARDS) {
                folded(post, media, player.get(), wording, out);
            } else {
                out.html(player.get());
            }
        }
        out.close();
    }

    /** In a card it stands by itself: what is to be read before the player is loaded would make all cards beside it as long. */
    private void folded(Post post, Media media, Html player, Wording wording, HtmlBuilder out) {
        out.open("div").attribute("class", "zweiklick-post-video");
        media.picture()
                .ifPresent(picture -> out.html(picture(picture, "", "zweiklick-post-picture", room.sizes(false))));
        out.open("details")
                .attribute("class", "zweiklick-post-asked")
                .open("summary")
                .text(said(post, media, wording))
                .close()
                .html(player)
                .close()
                .close();
    }

    /** Where a network of videos tells no address of the video, the post is one. */
    private static Media playable(Media media, Post post) {
        return new Media(
                media.kind(),
                media.picture(),
                media.alternative(),
                media.address().or(() -> Optional.of(post.address())));
    }

    private void write(Post post, Media media, Wording wording, HtmlBuilder out) {
        boolean still = media.kind() == Media.Kind.PICTURE;
        String sizes = room.sizes(post.media().size() > 1);
        out.open("figure").attribute("class", "zweiklick-post-figure");
        media.picture()
                .ifPresent(picture -> out.html(
                        picture(picture, still ? alternative(media, wording) : "", "zweiklick-post-picture", sizes)));
        if (!still) {
            out.open("figcaption")
                    .open("span")
                    .text(said(post, media, wording) + " ")
                    .close()
                    .html(links.external(
                            media.address().orElse(post.address()), wording.say("feed.original.page"), wording))
                    .close();
        }
        out.close();
    }

    /** What it is and shows; a post's title is that of its video. */
    private static String said(Post post, Media media, Wording wording) {
        return media.alternative()
                .or(post::title)
                .map(words -> kind(media, wording) + ": " + Isolated.of(words))
                .orElseGet(() -> alternative(media, wording));
    }

    private static String kind(Media media, Wording wording) {
        return wording.say(media.kind() == Media.Kind.AUDIO ? "feed.audio" : "feed.video");
    }

    /** That there is none is said: a picture without words is not to be passed over as if it were ornament. */
    private static String alternative(Media media, Wording wording) {
        return media.alternative()
                .orElseGet(() -> wording.say(
                        media.kind() == Media.Kind.PICTURE ? "feed.picture.unnamed" : "feed.video.unnamed"));
    }

    private Html picture(Picture picture, String alternative, String className, String sizes) {
        HtmlBuilder out = new HtmlBuilder()
                .open("img")
                .attribute("class", className)
                .attribute("src", pictures.of(picture))
                .attribute("srcset", pictures.set(picture))
                .attribute("sizes", sizes)
                .attribute("alt", alternative);
        if (picture.width().isPresent() && picture.height().isPresent()) {
            out.attribute("width", Integer.toString(picture.width().getAsInt()))
                    .attribute("height", Integer.toString(picture.height().getAsInt()));
        } else {
            // Its place is kept, so that nothing moves when it comes.
            out.attribute("data-unsized");
        }
        return out.attribute("loading", "lazy")
                .attribute("decoding", "async")
                .closeVoid()
                .toHtml();
    }

    void card(LinkCard card, boolean shown, Wording wording, HtmlBuilder out) {
        out.open("div").attribute("class", "zweiklick-post-card");
        if (shown) {
            card.picture().ifPresent(picture -> out.html(picture(picture, "", "zweiklick-post-thumb", THUMB)));
        }
        out.open("div")
                .attribute("class", "zweiklick-post-about")
                .open("p")
                .attribute("dir", "auto")
                .html(links.external(card.address(), card.title(), wording))
                .close();
        card.description()
                .ifPresent(text ->
                        out.open("p").attribute("dir", "auto").text(text).close());
        WebUrl.parse(card.address())
                .ifPresent(url -> out.open("p")
                        .attribute("class", "zweiklick-post-line")
                        .text(url.host())
                        .close());
        out.close().close();
    }
}
