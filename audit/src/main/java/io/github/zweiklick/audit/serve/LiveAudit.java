package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.PageResult;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An audit that was asked for since these pages are served: it waits, is made, or has ended. */
final class LiveAudit implements Auditor.Watch {
    private final String id;
    private final Map<String, Optional<Step>> underWay = new LinkedHashMap<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private State state = State.WAITING;
    private Auditor.Preparation preparing = Auditor.Preparation.PAGES;
    private String failure = "";
    private boolean stopping;
    private int done;
    private int total;
    private int untested;
    private Optional<Duration> left = Optional.empty();
    private Runnable stop = () -> {};

    LiveAudit(String id) {
        this.id = id;
    }

    /** How far it is. */
    enum State {
        WAITING,
        /** Pages are gathered, the browser is tried. */
        PREPARING,
        RUNNING,
        ENDED,
        /** It came to no report. */
        FAILED,
        /** It was taken out of the queue. */
        CANCELLED
    }

    /**
     * How far it is at one moment.
     *
     * @param failure why there is no report, in English
     * @param stopping whether no further page is begun
     * @param underWay pages that are being visited, with the part of the visit that ended last; empty: the first is under way
     * @param hosts foreign hosts contacted so far, in the order in which they were seen
     * @param untested pages that could not be tested
     * @param left how long the rest may take
     */
    record Moment(
            State state,
            Auditor.Preparation preparing,
            String failure,
            boolean stopping,
            int done,
            int total,
            int untested,
            Map<String, Optional<Step>> underWay,
            List<String> hosts,
            Optional<Duration> left) {

        boolean isOver() {
            return state == State.ENDED || state == State.FAILED || state == State.CANCELLED;
        }
    }

    String id() {
        return id;
    }

    synchronized Moment now() {
        return new Moment(
                state,
                preparing,
                failure,
                stopping,
                done,
                total,
                untested,
                new LinkedHashMap<>(underWay),
                List.copyOf(hosts),
                left);
    }

    /** @return whether it had waited until now and can begin */
    synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.PREPARING;
        return true;
    }

    /** Lets the pages under way come to their end; takes it out of the queue where none is. */
    void stop() {
        Runnable now;
        synchronized (this) {
            if (state == State.WAITING) {
                state = State.CANCELLED;
            }
            stopping = state == State.PREPARING || state == State.RUNNING;
            now = stop;
        }
        now.run();
    }

    synchronized void ended() {
        state = State.ENDED;
        underWay.clear();
    }

    synchronized void failed(String why) {
        state = State.FAILED;
        failure = why;
        underWay.clear();
    }

    @Override
    public synchronized void preparing(Auditor.Preparation what) {
        preparing = what;
    }

    @Override
    public void begun(Collection<PageResult> earlier, int pages, Runnable ends) {
        boolean already;
        synchronized (this) {
            state = State.RUNNING;
            done = earlier.size();
            total = pages;
            earlier.forEach(this::count);
            stop = ends;
            already = stopping;
        }
        if (already) {
            ends.run();
        }
    }

    private void count(PageResult page) {
        page.foreign().stream().map(Contact::host).sorted().forEach(hosts::add);
        untested += page.failure().isPresent() ? 1 : 0;
    }

    @Override
    public synchronized void opens(String url) {
        underWay.put(url, Optional.empty());
    }

    @Override
    public synchronized void step(String url, Step step) {
        underWay.put(url, Optional.of(step));
    }

    @Override
    public synchronized void page(PageResult page, int visited, int pages, Optional<Duration> rest) {
        done = visited;
        total = pages;
        left = rest;
        underWay.remove(page.url());
        count(page);
    }
}
