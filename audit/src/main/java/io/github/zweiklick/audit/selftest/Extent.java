package io.github.zweiklick.audit.selftest;

import java.util.List;

/** How much of the corpus is visited. */
public enum Extent {
    /** Three pages that hold every level of contact and every kind of log entry: half a minute. */
    SHORT,
    /** All pages: some minutes. */
    FULL;

    List<LeakPage> pages() {
        return this == FULL
                ? LeakCorpus.pages()
                : List.of(LeakCorpus.page("basic"), LeakCorpus.page("policy"), LeakCorpus.page("secure"));
    }
}
