package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.harness.HostList;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Makes one audit after the other, in the order in which they were asked for. */
final class Desk implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Desk.class.getName());
    /** As long as the command waits for a report when it is ended. */
    private static final int PATIENCE_SECONDS = 120;

    private final Shelf shelf;
    private final Auditor auditor;
    private final Map<String, LiveAudit> audits = new LinkedHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "zweiklick-audit-desk"));

    Desk(Shelf shelf, Auditor auditor) {
        this.shelf = shelf;
        this.auditor = auditor;
    }

    /** What keeps audits from being made on this machine, in English. */
    Optional<String> missing() {
        return auditor.missing();
    }

    /** Queues an audit that begins from the start. */
    void begin(String id, Wanted wanted) {
        queue(id, live -> {
            live.preparing(Auditor.Preparation.PAGES);
            List<String> pages = wanted.pages().addresses(host -> HostList.covers(wanted.own(), host));
            if (pages.isEmpty()) {
                throw new IOException("the sitemap names no page");
            }
            auditor.carryOut(wanted.order(pages), shelf.report(id), wanted.key(), live);
        });
    }

    /** Queues one that was cut off. */
    void goOn(String id) {
        Optional<Path> key =
                shelf.asked(id).flatMap(asked -> OrderForm.read(asked).wanted().flatMap(Wanted::key));
        queue(id, live -> auditor.goOn(shelf.report(id), key, live));
    }

    private interface Work {
        void on(LiveAudit live) throws IOException;
    }

    private void queue(String id, Work work) {
        LiveAudit live = new LiveAudit(id);
        synchronized (audits) {
            LiveAudit before = audits.get(id);
            if (before != null && !before.now().isOver()) {
                return;
            }
            // To the end of the order.
            audits.remove(id);
            audits.put(id, live);
        }
        worker.execute(() -> carryOut(live, work));
    }

    private static void carryOut(LiveAudit live, Work work) {
        if (!live.begin()) {
            return;
        }
        try {
            work.on(live);
            live.ended();
        } catch (IOException why) {
            live.failed(String.valueOf(why.getMessage()));
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "an audit broke off", broken);
            live.failed(broken.toString());
        }
    }

    /** What was asked for by this name since these pages are served. */
    Optional<LiveAudit> live(String id) {
        synchronized (audits) {
            return Optional.ofNullable(audits.get(id));
        }
    }

    /** Whether an audit waits or is being made. */
    boolean isBusyWith(String id) {
        return live(id).filter(live -> !live.now().isOver()).isPresent();
    }

    /** How many are before this one; 0 for one that is being made. */
    int before(String id) {
        int before = 0;
        synchronized (audits) {
            for (LiveAudit one : audits.values()) {
                if (one.id().equals(id)) {
                    return before;
                }
                before += one.now().isOver() ? 0 : 1;
            }
        }
        return before;
    }

    void stop(String id) {
        live(id).ifPresent(LiveAudit::stop);
    }

    /** Forgets one that is over. */
    void forget(String id) {
        synchronized (audits) {
            audits.remove(id);
        }
    }

    /** Lets the pages under way come to their end and the report be written; what waits is not begun. */
    @Override
    public void close() {
        List<LiveAudit> all;
        synchronized (audits) {
            all = new ArrayList<>(audits.values());
        }
        all.stream()
                .filter(live -> live.now().state() == LiveAudit.State.WAITING)
                .forEach(LiveAudit::stop);
        all.forEach(LiveAudit::stop);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.shutdownNow();
        }
    }
}
