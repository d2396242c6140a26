package io.github.zweiklick.feed;

/** What there is of a single post just now. */
public sealed interface SinglePost {
    /** Shown as an article. */
    record Article(Item item) implements SinglePost {}

    /** A video: its player is shown, with a title and perhaps a picture. */
    record Video(Item item) implements SinglePost {}

    /** There is none any more, or it is not to be shown. */
    record Gone() implements SinglePost {}

    /** Nothing is known yet, or for too long; or it is not shown this way. */
    record Unknown() implements SinglePost {}
}
