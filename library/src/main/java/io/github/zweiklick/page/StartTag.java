package io.github.zweiklick.page;

import java.util.List;
import java.util.Optional;

/**
 * A start tag as the tokenizer reads it, all attributes kept, repeated ones too.
 *
 * @param name ASCII lower case
 * @param start index of the {@code <}
 * @param nameEnd index after the name
 * @param end index after the {@code >}
 */
record StartTag(String name, int start, int nameEnd, List<Attribute> attributes, boolean selfClosing, int end) {

    /** Browsers take the first of several attributes of one name. */
    Optional<Attribute> first(String attribute) {
        for (Attribute candidate : attributes) {
            if (candidate.name().equals(attribute)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The name without an XML prefix; a colon in an HTML name is no prefix. */
    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }
}
