package io.github.zweiklick.audit.harness;

import java.util.List;

/**
 * What in a page caused, or may have caused, contact with a host.
 *
 * @param url that was asked for
 * @param kind how it is known
 * @param text the element's start tag, or the place in a script as {@code address:line}
 * @param stack the functions that led there, innermost first, as {@code function address:line}
 */
public record Source(String host, String url, Kind kind, String text, List<String> stack) {

    /** How a source is known. */
    public enum Kind {
        /** An element of the page, a frame of the same origin or an open shadow root names the host. */
        ELEMENT,
        /** The browser says that its parser came upon it: the text is the document, with the line. */
        PARSER,
        /** The browser says that a script did it. */
        SCRIPT
    }

    public Source {
        stack = List.copyOf(stack);
    }
}
