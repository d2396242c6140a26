package io.github.zweiklick.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A post, whatever network it comes from. All texts are contained and bounded, all links lead into the web, all markup is of
 * {@link RichText}'s few kinds: what a network answers can be wrong, not harmful.
 *
 * @param id by which its source tells it from others
 * @param address of the post at its network, http or https
 * @param permalink whether that is this post's alone; else it is the page's where it was found, or one that several posts have
 * @param own whether the account that the site shows wrote it: of others' posts words and pictures need a right to show them
 * @param author who wrote it
 * @param passedOn who passed it on, where that is not its author, and when
 * @param language BCP 47, empty where it is not told
 * @param title of a video or an article; posts mostly have none
 * @param warning by which the author asks readers to decide first whether they want to read it
 * @param sensitive whether its pictures had better not be seen unasked
 * @param continues address of the author's own post that this one goes on with
 */
public record Post(
        String id,
        String address,
        boolean permalink,
        boolean own,
        Author author,
        Optional<PassedOn> passedOn,
        Instant published,
        Optional<Instant> edited,
        Optional<String> language,
        Optional<String> title,
        RichText text,
        Optional<String> warning,
        boolean sensitive,
        List<Media> media,
        Optional<LinkCard> card,
        Optional<Poll> poll,
        Optional<Quoted> quoted,
        Optional<String> continues,
        PostCounts counts) {

    public Post {
        media = List.copyOf(media);
    }

    /** Whoever passes a post on does so at a time of their own. */
    public record PassedOn(Author by, Instant at) {}

    /** Its place among others: when it came to the account that the site shows. */
    public Instant time() {
        return passedOn.map(PassedOn::at).orElse(published);
    }

    /** All its pictures, those of what it quotes and of its authors too. */
    public Stream<Picture> pictures() {
        return Stream.of(
                        author.avatar().stream(),
                        passedOn.map(PassedOn::by).flatMap(Author::avatar).stream(),
                        media.stream().flatMap(one -> one.picture().stream()),
                        card.flatMap(LinkCard::picture).stream(),
                        text.emojis().map(RichText.Emoji::picture),
                        quoted.flatMap(Quoted::post).stream().flatMap(Post::pictures))
                .flatMap(pictures -> pictures);
    }

    /** The same without what it quotes. */
    Post withoutQuoted() {
        return quoted.isEmpty()
                ? this
                : new PostBuilder(this).quoted(Optional.empty()).build();
    }

    /** The same as text and link only: no pictures, nobody else's words beyond it. */
    Post plain() {
        return new PostBuilder(this)
                .author(new Author(author.name(), author.handle(), author.address(), Optional.empty()))
                .text(text.withoutEmojis())
                .media(List.of())
                .card(card.map(
                        shown -> new LinkCard(shown.address(), shown.title(), shown.description(), Optional.empty())))
                .quoted(quoted.map(other -> new Quoted(other.address(), Optional.empty())))
                .build();
    }
}
