package io.github.zweiklick.view;

import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.share.ShareCounts;
import java.util.function.Predicate;

/**
 * What is decided about the view.
 *
 * @param ledOut whether links to other providers lead by way of our own endpoint, since no list names their hosts
 * @param counts how often pages were shared
 * @param feeds posts of networks
 * @param pictures whether one of these is there to be shown, by the name that pages know it by; asked with each page
 */
public record ViewSettings(
        Presentation presentation, boolean ledOut, ShareCounts counts, Feeds feeds, Predicate<String> pictures) {

    /** With links that lead where they say, without counts and posts. */
    public ViewSettings(Presentation presentation) {
        this(presentation, false, ShareCounts.none(), Feeds.none(), name -> false);
    }

    Remembering.Term term(String serviceId) {
        return presentation.remembering().of(serviceId);
    }
}
