package io.github.zweiklick.page;

import java.util.Optional;

/**
 * A start tag that some reading of the page sees.
 *
 * @param standing what surrounds the element; empty where the parser makes none of the tag, so that it may only be
 *     disarmed
 */
record Candidate(StartTag tag, Optional<Standing> standing) {
    /** Whether it is an element of HTML, where it may become a placeholder or a box. */
    boolean isHtml() {
        return standing.filter(Standing::isHtml).isPresent();
    }
}
