package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.feed.Media;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.Embeds;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageMarkup.Placeholder;
import io.github.zweiklick.page.PageMarkup.Posts;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.VideoPreviews.Preview;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** Placeholders for the videos in posts: one that is pasted into a page has no other. */
final class TwoClickPlayers implements PostMedia.Players {
    private final BiFunction<Embed, Occurrence, Placeholder> placeholders;
    private final VideoPreviews previews;
    private final Embeds embeds;
    private final Occurrence where;
    private final Wording wording;
    private boolean made;
    private Optional<Duration> lifetime = Optional.empty();

    /** @param placeholders makes those of the page, of videos without previews */
    TwoClickPlayers(
            BiFunction<Embed, Occurrence, Placeholder> placeholders,
            VideoPreviews previews,
            Embeds embeds,
            Occurrence where,
            Wording wording) {
        this.placeholders = placeholders;
        this.previews = previews;
        this.embeds = embeds;
        this.where = where;
        this.wording = wording;
    }

    @Override
    public Optional<Html> of(Media media, boolean pictured, Optional<String> title) {
        return media.address()
                .flatMap(WebUrl::parse)
                .flatMap(embeds::at)
                .filter(TwoClickPlayers::plays)
                .map(embed -> {
                    made = true;
                    Placeholder placeholder = placeholders.apply(embed, occurrence(embed, media, pictured, title));
                    return placeholder.before().and(alternative(media)).and(placeholder.after());
                });
    }

    /** Where the post tells no picture, the video is asked for it, as one that is pasted. */
    private Occurrence occurrence(Embed embed, Media media, boolean pictured, Optional<String> title) {
        Preview preview = media.picture().isPresent() ? Preview.NONE : previews.of(embed);
        preview.lifetime()
                .filter(time ->
                        lifetime.filter(shorter -> shorter.compareTo(time) < 0).isEmpty())
                .ifPresent(time -> lifetime = Optional.of(time));
        return new Occurrence(
                embeds.nextNumber(),
                Place.FLOW,
                Optional.of(wording.tag()),
                Optional.empty(),
                Optional.empty(),
                title.or(preview::title),
                Optional.empty(),
                Math.min(where.headingLevel() + 1, 6),
                previews.poster(media.picture()).or(preview::poster).filter(poster -> pictured));
    }

    /** A frame with the whole post would say once more what stands around it. */
    private static boolean plays(Embed embed) {
        return embed.kind().content() == EmbedKind.Content.VIDEO;
    }

    private static Html alternative(Media media) {
        return media.alternative()
                .map(words -> new HtmlBuilder()
                        .open("p")
                        .attribute("dir", "auto")
                        .text(words)
                        .close()
                        .toHtml())
                .orElse(Html.EMPTY);
    }

    /** Posts that these are in. */
    Posts with(Html posts) {
        return new Posts(posts, made, lifetime);
    }
}
