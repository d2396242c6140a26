package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.report.Manifest;
import io.github.zweiklick.audit.unfinished.KeptFile;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which audits are kept: each a folder of its own, which holds the report and nothing else, and beside it what
 * was asked for ({@code ID.order}). Folders that the command {@code visit} made can be put here as well.
 *
 * @param folder which is there
 * @param zone of the times in names
 */
record Shelf(Path folder, ZoneId zone) {
    private static final String ORDER = ".order";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");
    private static final int LONGEST_HOST = 80;

    /** Makes the folder where it is missing, for its owner only. */
    static Shelf in(Path folder, ZoneId zone) throws IOException {
        if (!Files.isDirectory(folder)) {
            KeptFile.folder(folder);
        }
        return new Shelf(folder, zone);
    }

    /** {@code $XDG_DATA_HOME/zweiklick-audit}, by default below {@code ~/.local/share} (XDG Base Directory). */
    static Path standardFolder(Map<String, String> environment) {
        // The specification has relative paths ignored.
        return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"))
                .resolve("zweiklick-audit");
    }

    /** The youngest first, as far as their names tell it. */
    List<String> ids() throws IOException {
        TreeSet<String> ids = new TreeSet<>(Comparator.reverseOrder());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                String name = one.getFileName().toString();
                if (isReport(one)) {
                    ids.add(name);
                } else if (name.endsWith(ORDER)) {
                    ids.add(name.substring(0, name.length() - ORDER.length()));
                }
            }
        }
        ids.removeIf(id -> !ID.matcher(id).matches());
        return List.copyOf(ids);
    }

    /** Whether there is one of that name: only such a name is ever made part of a path. */
    boolean has(String id) {
        return ID.matcher(id).matches() && (isReport(report(id)) || Files.exists(order(id)));
    }

    /** Other folders may lie here as well: they are nobody's audits, and not to be deleted. */
    private static boolean isReport(Path one) {
        return Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
                && (Files.isRegularFile(one.resolve(JsonReport.FILE), LinkOption.NOFOLLOW_LINKS)
                        || Files.isRegularFile(one.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS)
                        || UnfinishedAudit.isIn(one));
    }

    /** The folder of a report, which need not be there yet. */
    Path report(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("no audit's name: " + id);
        }
        return folder.resolve(id);
    }

    private Path order(String id) {
        return report(id).resolveSibling(id + ORDER);
    }

    /** Keeps what was asked for. */
    String add(Fields asked, String host, Instant now) throws IOException {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
        String name = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT)
                        .withZone(zone)
                        .format(now)
                + "-" + plain.substring(0, Math.min(plain.length(), LONGEST_HOST));
        String id = name;
        for (int next = 2; has(id); next++) {
            id = name + "-" + next;
        }
        new KeptFile(order(id)).write(asked);
        return id;
    }

    /** What was asked for; empty where the command was asked, or that cannot be read. */
    Optional<Fields> asked(String id) {
        try {
            return Optional.of(new KeptFile(order(id)).read(Fields.class));
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    /** A file of a report by its name. Links are not followed. */
    Optional<Path> file(String id, String name) {
        if (!ID.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(report(id).resolve(name))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Names of a report's files: what is to be read comes first. */
    List<String> files(String id) throws IOException {
        TreeSet<String> names = new TreeSet<>(Comparator.comparing((String name) -> !name.startsWith("report."))
                .thenComparing(name -> name));
        if (Files.isDirectory(report(id))) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(report(id))) {
                all.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        names.removeIf(name -> file(id, name).isEmpty());
        return List.copyOf(names);
    }

    /** Deletes a report and what was asked for. Links are deleted and not followed. */
    void delete(String id) throws IOException {
        Path report = report(id);
        if (Files.isDirectory(report, LinkOption.NOFOLLOW_LINKS) && has(id)) {
            Files.walkFileTree(report, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failed)
                        throws IOException {
                    if (failed != null) {
                        throw failed;
                    }
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.deleteIfExists(order(id));
    }
}
