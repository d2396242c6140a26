package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.AuditSummary;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The audits of a folder, as the pages tell them. */
final class History {
    private final Shelf shelf;
    private final Desk desk;
    /** Reading a report takes time, and one that was written stays as it is. */
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, long written, AuditSummary summary) {}

    History(Shelf shelf, Desk desk) {
        this.shelf = shelf;
        this.desk = desk;
    }

    /**
     * One audit.
     *
     * @param site host of its first page, or what there is in its place
     * @param live how far it is, where it was asked for since these pages are served
     * @param report what it came to; empty where no report is there
     * @param unfinished how many pages there are to go on from; empty where it is whole, or is being made
     */
    record Entry(
            String id,
            String site,
            Optional<LiveAudit.Moment> live,
            Optional<AuditSummary> report,
            Optional<UnfinishedAudit.Extent> unfinished) {

        boolean isBusy() {
            return live.filter(moment -> !moment.isOver()).isPresent();
        }
    }

    /** What is being made or waits comes first, then the youngest. */
    List<Entry> entries() throws IOException {
        List<Entry> busy = new ArrayList<>();
        List<Entry> rest = new ArrayList<>();
        for (String id : shelf.ids()) {
            Entry entry = entry(id);
            (entry.isBusy() ? busy : rest).add(entry);
        }
        busy.sort(Comparator.comparingInt(entry -> desk.before(entry.id())));
        rest.sort(Comparator.comparing(History::began).reversed());
        busy.addAll(rest);
        return busy;
    }

    /** Those without a report count as the youngest: something is to be done about them. */
    private static Instant began(Entry entry) {
        return entry.report().map(AuditSummary::started).orElse(Instant.MAX);
    }

    Entry entry(String id) {
        Path report = shelf.report(id);
        Optional<LiveAudit.Moment> live = desk.live(id).map(LiveAudit::now);
        boolean busy = live.filter(moment -> !moment.isOver()).isPresent();
        Optional<AuditSummary> summary = busy ? Optional.empty() : summary(report.resolve(JsonReport.FILE));
        return new Entry(id, site(id, summary), live, summary, busy ? Optional.empty() : unfinished(report));
    }

    private static Optional<UnfinishedAudit.Extent> unfinished(Path report) {
        try {
            return UnfinishedAudit.isIn(report) ? Optional.of(UnfinishedAudit.extent(report)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private String site(String id, Optional<AuditSummary> summary) {
        String first = summary.map(AuditSummary::first)
                .filter(address -> !address.isEmpty())
                .or(() -> shelf.asked(id).map(History::firstOf))
                .orElse("");
        return WebUrl.parse(first).map(WebUrl::host).orElse(id);
    }

    private static String firstOf(Fields asked) {
        return asked.lines(OrderForm.ADDRESSES).stream().findFirst().orElse(asked.text(OrderForm.SITEMAP));
    }

    private Optional<AuditSummary> summary(Path file) {
        try {
            long size = Files.size(file);
            long written = Files.getLastModifiedTime(file).toMillis();
            Known before = known.get(file);
            if (before == null || before.size() != size || before.written() != written) {
                before = new Known(size, written, AuditSummary.read(file));
                known.put(file, before);
            }
            return Optional.of(before.summary());
        } catch (IOException noneOrUnreadable) {
            known.remove(file);
            return Optional.empty();
        }
    }
}
