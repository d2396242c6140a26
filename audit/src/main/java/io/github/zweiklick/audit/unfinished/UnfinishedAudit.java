package io.github.zweiklick.audit.unfinished;

import io.github.zweiklick.audit.report.Manifest;
import io.github.zweiklick.audit.result.AuditVersion;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Resumption;
import io.github.zweiklick.audit.visit.AuditOrder;
import io.github.zweiklick.audit.visit.PageStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an audit has done so far, kept in the folder {@value Manifest#UNFINISHED} beside its report, which its owner only
 * may read: addresses and pictures are whole there. One process at a time has it.
 *
 * <p>Order of calls: {@link #begin} or {@link #resume}, then it is given to a run, then {@link #remove} once all pages were
 * visited, then {@link #close}.
 */
public final class UnfinishedAudit implements PageStore, AutoCloseable {
    private static final String ORDER = "order.json";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;
    private final KeptOrder kept;
    private final Earlier earlier;
    private final List<String> damaged;
    private final Consumer<String> told;
    private boolean failed;

    private UnfinishedAudit(
            Path folder,
            FileChannel lock,
            KeptOrder kept,
            Earlier earlier,
            List<String> damaged,
            Consumer<String> told) {
        this.folder = folder;
        this.lock = lock;
        this.kept = kept;
        this.earlier = earlier;
        this.damaged = List.copyOf(damaged);
        this.told = told;
    }

    /** Whether something of an audit that did not come to its end lies beside a report. */
    public static boolean isIn(Path report) {
        return Files.isRegularFile(
                file(report.resolve(Manifest.UNFINISHED), ORDER).path());
    }

    /** How many pages an audit was to visit, and how many of them it has. Another process may be at work on it. */
    public record Extent(int done, int all) {}

    /** @throws IOException when nothing that can be read lies beside that report; the message says why */
    public static Extent extent(Path report) throws IOException {
        Path folder = report.resolve(Manifest.UNFINISHED);
        int all = order(folder).order().urls().size();
        int done = 0;
        for (int number = 1; number <= all; number++) {
            done += Files.isRegularFile(page(folder, number).path()) ? 1 : 0;
        }
        return new Extent(done, all);
    }

    /**
     * Begins to keep an audit.
     *
     * @param report the report's folder, which is there
     * @param told what cannot be kept, in English
     * @throws IOException when another lies there, or nothing can be written
     */
    public static UnfinishedAudit begin(Path report, AuditOrder order, Consumer<String> told, Clock clock)
            throws IOException {
        Path folder = report.resolve(Manifest.UNFINISHED);
        KeptFile.folder(folder);
        FileChannel lock = lock(folder);
        try {
            if (isIn(report)) {
                throw new IOException(report + " holds an audit that was cut off: go on with it (--resume " + report
                        + "), or delete " + folder);
            }
            for (Path rest : files(folder)) {
                Files.delete(rest);
            }
            KeptOrder kept = new KeptOrder(AuditVersion.NUMBER, order, clock.instant(), List.of());
            file(folder, ORDER).write(kept);
            Earlier nothing = new Earlier(Optional.of(kept.started()), "", new TreeMap<>(), List.of());
            return new UnfinishedAudit(folder, lock, kept, nothing, List.of(), told);
        } catch (IOException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /**
     * Takes up an audit where it was cut off. Pages of which what was kept is damaged count as not visited.
     *
     * @throws IOException when nothing lies there, another process is at work on it, it was begun by another version of this
     *     program or with several browsers
     */
    public static UnfinishedAudit resume(Path report, Consumer<String> told, Clock clock) throws IOException {
        Path folder = report.resolve(Manifest.UNFINISHED);
        if (!isIn(report)) {
            throw new IOException(report + " holds no audit that was cut off: there is no " + folder);
        }
        FileChannel lock = lock(folder);
        try {
            KeptOrder kept = order(folder);
            List<String> damaged = new ArrayList<>();
            SortedMap<Integer, KeptPage> pages = pages(folder, kept.order(), damaged);
            return new UnfinishedAudit(
                    folder, lock, kept, earlier(kept, pages, damaged.size(), clock.instant()), damaged, told);
        } catch (IOException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private static KeptOrder order(Path folder) throws IOException {
        KeptOrder kept = file(folder, ORDER).read(KeptOrder.class);
        if (!kept.audit().equals(AuditVersion.NUMBER)) {
            throw new IOException("the audit was begun by version " + kept.audit() + " of this program, and this is "
                    + AuditVersion.NUMBER + ": begin anew, after deleting " + folder);
        }
        return kept;
    }

    private static SortedMap<Integer, KeptPage> pages(Path folder, AuditOrder order, List<String> damaged) {
        SortedMap<Integer, KeptPage> pages = new TreeMap<>();
        for (int number = 1; number <= order.urls().size(); number++) {
            KeptFile file = page(folder, number);
            if (!Files.exists(file.path())) {
                continue;
            }
            String url = order.urls().get(number - 1);
            try {
                KeptPage page = file.read(KeptPage.class);
                if (!page.page().url().equals(url)) {
                    throw new IOException(file.path() + " is of another page");
                }
                pages.put(number, page);
            } catch (IOException unreadable) {
                damaged.add(url);
            }
        }
        return pages;
    }

    private static Earlier earlier(KeptOrder kept, SortedMap<Integer, KeptPage> pages, int again, Instant now)
            throws IOException {
        List<String> browsers =
                // A browser that did not start told no name.
                pages.values().stream()
                        .map(KeptPage::browser)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (browsers.size() > 1) {
            throw new IOException("its pages were visited by several browsers: " + String.join(", ", browsers));
        }
        SortedMap<Integer, PageResult> results = new TreeMap<>();
        pages.forEach((number, page) -> results.put(number, page.page()));
        Instant after = results.values().stream()
                .map(PageResult::ended)
                .max(Instant::compareTo)
                .orElse(kept.started());
        List<Resumption> resumptions =
                kept.and(new Resumption(after, now, results.size(), again)).resumptions();
        return new Earlier(
                Optional.of(kept.started()), browsers.isEmpty() ? "" : browsers.get(0), results, resumptions);
    }

    /** What was asked for. The values of login cookies are not kept, and empty here. */
    public AuditOrder order() {
        return kept.order();
    }

    /** Addresses of pages that were visited and will be again, because what was kept of them is damaged. */
    public List<String> damaged() {
        return damaged;
    }

    @Override
    public Earlier earlier() {
        return earlier;
    }

    /** Writes down that it goes on, so that a report which comes after a further interruption tells this one as well. */
    public void goOn() throws IOException {
        file(folder, ORDER).write(new KeptOrder(kept.audit(), kept.order(), kept.started(), earlier.resumptions()));
    }

    @Override
    public void keep(int number, String browser, PageResult page) {
        try {
            page(folder, number).write(new KeptPage(browser, page));
        } catch (IOException | RuntimeException notKept) {
            if (!failed) {
                failed = true;
                told.accept("What is done cannot be kept, so it cannot go on should it be cut off: " + notKept);
            }
        }
    }

    /** Deletes what was kept. */
    public void remove() throws IOException {
        // The order first: without it there is nothing to go on with.
        Files.deleteIfExists(file(folder, ORDER).path());
        for (Path rest : files(folder)) {
            Files.delete(rest);
        }
        // Windows keeps what is open.
        lock.close();
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.delete(folder);
    }

    private static KeptFile file(Path folder, String name) {
        return new KeptFile(folder.resolve(name));
    }

    private static KeptFile page(Path folder, int number) {
        return file(folder, "page-%04d.json".formatted(number));
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(file -> {
                if (!file.endsWith(LOCK)) {
                    files.add(file);
                }
            });
        }
        return files;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            // As when another process has it.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new IOException("another audit is at work in " + folder.getParent());
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
