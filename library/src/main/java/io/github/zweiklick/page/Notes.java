package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.Addresses.Foreign;
import java.util.Collection;
import java.util.List;

/**
 * Is told of each place in a page that is replaced or disarmed. A rewriting tells nobody, an inspection all of it. Positions
 * are those of the text under examination.
 */
interface Notes {
    /** Nobody is told. */
    Notes NONE = new Notes() {};

    /** The page is read the exact way, as this text. */
    default void readAs(PageText text) {}

    /** The same for one examination of a document. */
    default Notes of(Examined page, Patchwork patchwork, Addresses addresses) {
        return this;
    }

    /** An element becomes something else, or nothing. */
    default void replaced(StartTag tag, int end, Verdict verdict) {}

    /** A tag loses its foreign addresses, or what makes them count. */
    default void disarmed(StartTag tag, Collection<String> attributes, List<Foreign> foreign) {}

    /** An address in a style sheet, or an instruction, is taken out. */
    default void takenOut(String element, int start, int end, Foreign foreign) {}

    /** A script that loads a service stays, for the headers stop what it loads. */
    default void loader(StartTag tag, Service service) {}

    /** An element of a service stays, for it holds nothing that could be understood. */
    default void unreadable(StartTag tag, Service service) {}

    /** What follows stands in a document in this tag's attribute, until it is left. */
    default void enter(StartTag tag) {}

    default void leave() {}

    /**
     * A tag of which nothing but its plainly foreign attributes was read.
     *
     * @param names where the names of these begin, at each index from {@code first} on
     */
    default void plain(int start, int[] names, int first, int count) {}
}
