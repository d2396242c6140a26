package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.SecondBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser's logs as it wrote them, apart from the report, because they hold what the report masks: addresses with all
 * their values, cookies, identifiers. They are kept for a set time. Each file's name says until when, so that a log is
 * found and deleted whatever became of the audit that left it.
 */
public final class RawLogs {
    static final String FOLDER = "raw";
    static final String README = "README.txt";

    private static final Pattern NAME =
            Pattern.compile("page-[0-9]{4,9}(?:-[a-z]{1,20})?-delete-([0-9]{4}-[0-9]{2}-[0-9]{2})\\.(?:json|log)");
    private static final int DEEPEST = 8;

    private static final String TEXT = """
            Rohprotokolle des Browsers. Sie enthalten, was der Bericht unkenntlich macht: vollständige Adressen, Cookies, Kennungen.
            Zu löschen am: %1$s. Jeder Dateiname nennt den Tag; an ihm gehört die Datei gelöscht, spätestens an diesem.
            Löschen: zweiklick-audit clean ORDNER (oder die nächste Prüfung in denselben Ordner). Der Bericht bleibt gültig.

            Raw logs of the browser. They hold what the report masks: whole addresses, cookies, identifiers.
            To be deleted on: %1$s. Each file's name says its day; on it the file is to be deleted, on this one at the latest.
            To delete: zweiklick-audit clean FOLDER (or the next audit into the same folder). The report stays valid.
            """;

    private final Path folder;
    private final LocalDate until;

    private RawLogs(Path folder, LocalDate until) {
        this.folder = folder;
        this.until = until;
    }

    /**
     * Begins to keep logs beside a report, after those that are due there are deleted.
     *
     * @param report the report's folder, which is there
     * @param days from today after which they are to be deleted, at least 1
     */
    public static RawLogs in(Path report, int days, Clock clock) throws IOException {
        if (days < 1) {
            throw new IllegalArgumentException("raw logs are kept for at least one day, not " + days);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate until = today.plusDays(days);
        clean(report, today);
        Path folder = Files.createDirectories(report.resolve(FOLDER));
        PosixFileAttributeView access = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (access != null) {
            access.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
        LocalDate last = logs(folder).stream()
                .map(Log::until)
                .filter(until::isBefore)
                .max(LocalDate::compareTo)
                .orElse(until);
        Files.writeString(folder.resolve(README), TEXT.formatted(last), StandardCharsets.UTF_8);
        return new RawLogs(folder, until);
    }

    /** The day on which what is kept now is to be deleted. */
    public LocalDate until() {
        return until;
    }

    /** Keeps a copy of the first browser's log: see {@link #keep(Path, int, Optional)}. */
    public void keep(Path log, int page) {
        keep(log, page, Optional.empty());
    }

    /**
     * Keeps a copy of a log. To be called when the browser has left, which completes its log, and before its profile is
     * deleted: see {@link io.github.zweiklick.audit.harness.Visit#onLog}.
     *
     * @param page number of the page in the audit, from 1
     * @param browser whose it is; empty: the first one's
     * @throws UncheckedIOException when it could not be copied; no half of it stays
     */
    public void keep(Path log, int page, Optional<SecondBrowser> browser) {
        String of = browser.map(other -> "-" + other.word()).orElse("");
        Path copy = folder.resolve(
                "page-%04d%s-delete-%s.%s".formatted(page, of, until, browser.isPresent() ? "log" : "json"));
        try {
            try {
                Files.copy(log, copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                Files.deleteIfExists(copy);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the raw log of page " + page + " could not be kept", failed);
        }
    }

    /**
     * What a cleaning did.
     *
     * @param deleted files that were due
     * @param kept files that are not yet
     * @param next the day on which the first of those is
     */
    public record Cleaned(List<Path> deleted, List<Path> kept, Optional<LocalDate> next) {

        public Cleaned {
            deleted = List.copyOf(deleted);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Deletes the raw logs that are due in a report's folder, or in all reports below a folder, at most eight deep. Only files
     * named as {@link #keep} names them, in folders named {@code raw}, are touched, and their readme with the last of them;
     * links are not followed.
     *
     * @throws IOException when one could not be deleted, or a folder not be read
     */
    public static Cleaned clean(Path root, LocalDate today) throws IOException {
        List<Path> deleted = new ArrayList<>();
        List<Log> kept = new ArrayList<>();
        for (Path folder : folders(root)) {
            List<Log> logs = logs(folder);
            for (Log log : logs) {
                if (today.isBefore(log.until())) {
                    kept.add(log);
                } else {
                    Files.delete(log.file());
                    deleted.add(log.file());
                }
            }
            if (!logs.isEmpty() && logs(folder).isEmpty()) {
                leave(folder);
            }
        }
        return new Cleaned(
                deleted,
                kept.stream().map(Log::file).toList(),
                kept.stream().map(Log::until).min(LocalDate::compareTo));
    }

    /** The day on which a file is to be deleted, by its name. */
    static Optional<LocalDate> until(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(matcher.group(1)));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private record Log(Path file, LocalDate until) {}

    private static List<Log> logs(Path folder) throws IOException {
        List<Log> logs = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    until(file.getFileName().toString()).ifPresent(day -> logs.add(new Log(file, day)));
                }
            }
        }
        return logs;
    }

    private static List<Path> folders(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, java.util.Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.endsWith(FOLDER)) {
                    found.add(folder);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static void leave(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(README));
        try (DirectoryStream<Path> rest = Files.newDirectoryStream(folder)) {
            if (rest.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
