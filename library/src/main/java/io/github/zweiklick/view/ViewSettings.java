package io.github.zweiklick.view;

import io.github.zweiklick.share.ShareCounts;

/**
 * What is decided about the view.
 *
 * @param ledOut whether links to other providers lead by way of our own endpoint, since no list names their hosts
 * @param counts how often pages were shared
 */
public record ViewSettings(Presentation presentation, boolean ledOut, ShareCounts counts) {

    /** With links that lead where they say, and without counts. */
    public ViewSettings(Presentation presentation) {
        this(presentation, false, ShareCounts.none());
    }

    Remembering.Term term(String serviceId) {
        return presentation.remembering().of(serviceId);
    }
}
