package io.github.zweiklick.page;

import io.github.zweiklick.page.PageMarkup.Place;
import java.util.Optional;

/** Where an element stands in its document: what surrounds it decides what may be written in its place. */
interface Standing {
    /** Whether it is an element of HTML rather than of SVG or MathML. */
    boolean isHtml();

    Place place();

    /** The language in force, as the page says it. */
    Optional<String> language();

    boolean isInside(String ancestor);
}
