package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.feed.SinglePost;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.PageMarkup.Embeds;
import io.github.zweiklick.page.PageMarkup.Feed;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageMarkup.Placeholder;
import io.github.zweiklick.page.PageMarkup.Posts;
import io.github.zweiklick.page.PostOutcome;
import io.github.zweiklick.url.WebUrl;
import java.util.function.BiFunction;

/** Posts of networks in one page. */
final class PostsInPage {
    private final View view;
    private final String base;
    private final VideoPreviews previews;
    private final BiFunction<Embed, Occurrence, Placeholder> placeholders;

    /**
     * Those of a page.
     *
     * @param base absolute path of the endpoints
     * @param placeholders makes those of the page, of videos without previews
     */
    PostsInPage(
            View view, String base, VideoPreviews previews, BiFunction<Embed, Occurrence, Placeholder> placeholders) {
        this.view = view;
        this.base = base;
        this.previews = previews;
        this.placeholders = placeholders;
    }

    Posts feed(Feed feed, Occurrence where, Embeds embeds) {
        if (where.place() == Place.INERT) {
            return new Posts(Html.EMPTY, false);
        }
        Wording wording = view.texts.of(where.language());
        TwoClickPlayers players = players(embeds, where, wording);
        return players.with(new FeedMarkup(view, base).of(feed, 1, id(where), where.headingLevel(), players, wording));
    }

    PostOutcome post(WebUrl address, Occurrence where, Embeds embeds) {
        SinglePost post = view.settings.feeds().post(address).orElseGet(SinglePost.Unknown::new);
        if (post instanceof SinglePost.Gone) {
            return new PostOutcome.Gone();
        } else if (post instanceof SinglePost.Video video) {
            Post shown = video.item().post();
            return new PostOutcome.Video(
                    shown.title(), previews.poster(shown.pictures().findFirst()));
        } else if (post instanceof SinglePost.Article article && where.place() != Place.INERT) {
            Wording wording = view.texts.of(where.language());
            TwoClickPlayers players = players(embeds, where, wording);
            return new PostOutcome.Shown(players.with(
                    new FeedMarkup(view, base).of(article.item(), id(where), where.headingLevel(), players, wording)));
        }
        return new PostOutcome.Unknown();
    }

    private TwoClickPlayers players(Embeds embeds, Occurrence where, Wording wording) {
        return new TwoClickPlayers(placeholders, previews, embeds, where, wording);
    }

    private static String id(Occurrence where) {
        return "zweiklick-" + where.number();
    }
}
