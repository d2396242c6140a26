package io.github.zweiklick.view;

/**
 * What is decided about the view.
 *
 * @param ledOut whether links to other providers lead by way of our own endpoint, since no list names their hosts
 */
public record ViewSettings(Presentation presentation, boolean ledOut) {

    /** With links that lead where they say. */
    public ViewSettings(Presentation presentation) {
        this(presentation, false);
    }

    Remembering.Term term(String serviceId) {
        return presentation.remembering().of(serviceId);
    }
}
