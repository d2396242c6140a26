package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Resumption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps each page of an audit as it ends, so that the audit can go on when something ends it. */
public interface PageStore {
    /** Keeps nothing. */
    PageStore NONE = new PageStore() {
        @Override
        public Earlier earlier() {
            return new Earlier(Optional.empty(), "", new TreeMap<>(), List.of());
        }

        @Override
        public void keep(int number, String browser, PageResult page) {}
    };

    /** What was done before: asked for once, at the beginning. */
    Earlier earlier();

    /**
     * Keeps a page. What cannot be kept does not end an audit: it is told, and the page is visited again should the audit
     * have to go on.
     *
     * @param number of the page in the order, from 1
     * @param browser its name and version
     */
    void keep(int number, String browser, PageResult page);

    /**
     * What was done before.
     *
     * @param started when the audit began; empty: it begins now
     * @param browser that visited the pages, by name and version; empty where none was visited
     * @param pages by their number in the order, from 1
     * @param resumptions each time the audit went on, this one included
     */
    record Earlier(
            Optional<Instant> started,
            String browser,
            SortedMap<Integer, PageResult> pages,
            List<Resumption> resumptions) {

        public Earlier {
            pages = new TreeMap<>(pages);
            resumptions = List.copyOf(resumptions);
        }
    }
}
