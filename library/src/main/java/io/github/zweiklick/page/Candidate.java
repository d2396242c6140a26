package io.github.zweiklick.page;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * A start tag that some reading of the page sees.
 *
 * @param element what the tree made of it; empty where it made nothing, so that it may only be disarmed
 */
record Candidate(StartTag tag, Optional<Element> element) {
    /** Whether it is an element of HTML, where it may become a placeholder or a box. */
    boolean isHtml() {
        return element.filter(PageTree::isHtml).isPresent();
    }
}
