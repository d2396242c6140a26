package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.visit.AuditOrder;
import io.github.zweiklick.audit.visit.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Makes audits as the commands make them. */
public interface Auditor {

    /** What is missing on this machine, in English; empty where audits can be made. */
    Optional<String> missing();

    /**
     * Carries out an order and writes the report. Returns when that is done, or when the audit was stopped and the report
     * tells what was done.
     *
     * @param report folder for the report, which is made
     * @param key that signs it
     * @throws IOException when it cannot begin, or the report cannot be written; the message says why
     */
    void carryOut(AuditOrder order, Path report, Optional<Path> key, Watch watch) throws IOException;

    /** The same from where it was cut off: see {@link io.github.zweiklick.audit.unfinished.UnfinishedAudit}. */
    void goOn(Path report, Optional<Path> key, Watch watch) throws IOException;

    /** What is done before the first page. */
    enum Preparation {
        /** A sitemap is read, links are followed. */
        PAGES,
        /** The browser is tried, where it has passed no self-test yet. */
        BROWSER
    }

    /** Is told how it goes on. */
    interface Watch extends Progress {

        /** Before the first page. */
        void preparing(Preparation what);

        /**
         * Pages are visited from now on.
         *
         * @param done pages that were visited before it was cut off
         * @param total pages in all
         * @param stop lets the pages under way come to their end and the report be written
         */
        void begun(Collection<PageResult> done, int total, Runnable stop);
    }
}
