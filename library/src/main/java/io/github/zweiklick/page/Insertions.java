package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a document gets once: style and script in the head, the form and refresh links at the start of the body. */
final class Insertions {
    private final PageMarkup markup;
    private boolean headDone;
    private boolean formDone;
    private boolean settingsDone;
    private boolean shareDone;
    private boolean feedDone;
    private boolean headNeeded;
    private boolean feedNeeded;
    private boolean shareNeeded;
    private boolean settingsNeeded;
    private boolean formNeeded;
    private final Set<Html> refreshes = new LinkedHashSet<>();
    private int first = Integer.MAX_VALUE;
    private boolean entryDone;
    /** That of the first embed that may be loaded; empty while there is none. */
    private Optional<Optional<String>> entry = Optional.empty();

    /** @param nested whether the document stands in a page, which is the one to lead to the settings */
    Insertions(PageMarkup markup, boolean nested) {
        this.markup = markup;
        this.entryDone = nested;
    }

    void needHead(StartTag where) {
        headNeeded = true;
        first = Math.min(first, where.start());
    }

    void needForm(StartTag where) {
        formNeeded = true;
        needHead(where);
    }

    void needShare(StartTag where) {
        shareNeeded = true;
        first = Math.min(first, where.start());
    }

    void needFeed(StartTag where) {
        feedNeeded = true;
        first = Math.min(first, where.start());
    }

    void needSettings(StartTag where) {
        settingsNeeded = true;
        needHead(where);
    }

    /**
     * An embed that may be loaded: what visitors allow they must be able to withdraw.
     *
     * @param language in force where it stands
     */
    void needEntry(Optional<String> language) {
        if (entry.isEmpty()) {
            entry = Optional.of(language);
        }
    }

    /** One address, however often it is named, leads to one link. */
    void refresh(Html link, StartTag where) {
        refreshes.add(link);
        needHead(where);
    }

    /** What this round needs and no earlier one has inserted. */
    List<Splice> splices(Examined page) {
        List<Splice> splices = new ArrayList<>();
        Html head = Html.EMPTY;
        if (headNeeded && !headDone) {
            headDone = true;
            head = markup.head();
        }
        if (settingsNeeded && !settingsDone) {
            settingsDone = true;
            head = head.and(markup.settingsHead());
        }
        if (shareNeeded && !shareDone) {
            shareDone = true;
            head = head.and(markup.shareHead());
        }
        if (feedNeeded && !feedDone) {
            feedDone = true;
            head = head.and(markup.feedHead());
        }
        if (!head.isEmpty()) {
            splices.add(Splice.insert(page.headPosition(first), head.toString()));
        }
        StringBuilder body = new StringBuilder();
        if (formNeeded && !formDone) {
            formDone = true;
            body.append(markup.form());
        }
        refreshes.forEach(body::append);
        refreshes.clear();
        if (!body.isEmpty()) {
            splices.add(Splice.insert(page.bodyPosition(first), body.toString()));
        }
        return splices;
    }

    /** Whether the page is to lead to the settings, asked once: the language of its first embed. */
    Optional<Optional<String>> entry() {
        if (entryDone) {
            return Optional.empty();
        }
        entryDone = entry.isPresent();
        return entry;
    }
}
