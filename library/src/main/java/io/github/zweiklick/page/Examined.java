package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import java.util.Optional;
import java.util.OptionalInt;

/** A document with everything its examination needs to know of its structure. */
abstract class Examined {
    final SourceText source;
    final boolean xml;
    /** Whether whole elements may be replaced and markup be inserted; XML that is no page is only disarmed. */
    final boolean replaceable;

    Examined(SourceText source, boolean xml, boolean replaceable) {
        this.source = source;
        this.xml = xml;
        this.replaceable = replaceable;
    }

    /** Start tags in the order of the text: all, or at least each that could make a browser contact a host. */
    abstract Iterable<Candidate> candidates();

    /** All start tags between two positions. */
    abstract Iterable<Candidate> between(int start, int end);

    /** The content of an element, where it holds text only or its end is known. */
    abstract Optional<Span> content(StartTag tag);

    /** Whether every reader takes the content for raw text rather than for markup with entities. */
    abstract boolean isRaw(StartTag tag);

    /** The content of a style sheet for readers to whom it is raw text. */
    abstract Span rawStyle(StartTag tag);

    /** How far an element reaches by the tags alone. */
    abstract Optional<Extent> reach(StartTag tag);

    /** How far an element certainly reaches in a browser too: what may be cut out. */
    abstract Optional<Extent> extent(Candidate candidate);

    /** One below the last heading before a position. */
    abstract int headingLevel(int position);

    /** What was written is to be examined once more, as by the next round of the exact way. */
    void needAnotherLook() {}

    /** The first start tag. */
    abstract Optional<StartTag> firstTag();

    /** Start tags as they are read where scripts run, to whom {@code noscript} is text. */
    abstract Iterable<StartTag> shownTags();

    /** Whether a text of ASCII stands anywhere, in tags or not. */
    abstract boolean holds(String ascii);

    /** Where the last end tag of the body begins; empty where there is none, or where it is no such tag to every reader. */
    abstract OptionalInt bodyEnd();

    /** Processing instructions, which only XML has. */
    abstract Iterable<Span> instructions();

    /** Where style and script go; the body's position where the document has no head. */
    abstract int headPosition(int first);

    /**
     * Where the form and links go: at the start of the body.
     *
     * @param first position of the first element replaced, before whose outermost ancestor they stand in a fragment
     */
    abstract int bodyPosition(int first);
}
