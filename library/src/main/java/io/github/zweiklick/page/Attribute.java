package io.github.zweiklick.page;

/**
 * An attribute as it stands in a start tag; positions are indices into the page's text.
 *
 * @param name ASCII lower case
 * @param valueStart first character of the value, after an opening quote; equals {@code nameEnd} where there is none
 * @param valueEnd end of the value, before a closing quote
 * @param quoted whether the value stands in quotes
 */
record Attribute(String name, int nameStart, int nameEnd, int valueStart, int valueEnd, boolean quoted) {

    /** The name without a prefix: jsoup and older browsers honour {@code xlink:} everywhere. */
    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }
}
