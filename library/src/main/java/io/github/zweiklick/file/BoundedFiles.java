package io.github.zweiklick.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files of one kind in a directory, which together take no more room than allowed: those not put or used the longest go.
 * Their names are 32 hexadecimal digits and an extension; others' files in the directory are neither counted nor touched.
 * For one thread at a time.
 */
public final class BoundedFiles {
    private static final Pattern DRAFT = Pattern.compile("draft\\d+\\" + WholeFile.DRAFT);
    /** A younger one may be another process's, which is at it. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    /** A file's time tells the next process when it was last used; to the day is enough. */
    private static final Duration TOUCH = Duration.ofDays(1);

    private final Path directory;
    private final Pattern mine;
    private final int mostFiles;
    private final long mostBytes;
    private final InstantSource clock;
    /** By file name, the one to go next first; empty until the directory was read. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private long bytes;
    private boolean opened;

    /** @param touched when the file's time was set */
    private record Entry(long size, Instant touched) {}

    /** One file of the directory when it is opened. */
    private record Found(String name, long size, Instant modified) {}

    /** @param extension with its dot */
    public BoundedFiles(Path directory, String extension, int mostFiles, long mostBytes, InstantSource clock) {
        this.directory = directory;
        this.mine = Pattern.compile("[0-9a-f]{32}" + Pattern.quote(extension));
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** Reads the directory, once, where there is one; drafts that a process has left behind are removed. */
    public void open() throws IOException {
        if (opened || !Files.isDirectory(directory)) {
            return;
        }
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (DRAFT.matcher(name).matches()) {
                    removeLeftOver(file);
                } else if (mine.matcher(name).matches()) {
                    found(file).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparing(Found::modified));
        found.forEach(file -> put(file.name(), new Entry(file.size(), file.modified())));
        opened = true;
        makeRoom();
    }

    private void removeLeftOver(Path draft) throws IOException {
        Optional<Found> left = found(draft);
        if (left.isPresent() && left.get().modified().isBefore(clock.instant().minus(LEFT_OVER))) {
            Files.deleteIfExists(draft);
        }
    }

    /** Empty where another process was faster. */
    private static Optional<Found> found(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Found(
                    file.getFileName().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Writes a file whole, in a directory that is created where it is missing, and makes room for it. */
    public void write(String name, byte[] content) throws IOException {
        // Somebody may have taken it away; and JDK 17 would not create what a symbolic link leads to.
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        open();
        WholeFile.write(directory.resolve(name), content);
        put(name, new Entry(content.length, clock.instant()));
        makeRoom();
    }

    /** Tells that a file, which another process may have written, was used just now: it is the last to go. */
    public void used(String name, long size) {
        Instant now = clock.instant();
        Entry before = entries.get(name);
        if (before == null) {
            put(name, new Entry(size, now));
        } else if (before.touched().plus(TOUCH).isBefore(now)) {
            put(name, new Entry(size, now));
            touch(directory.resolve(name), now);
        } else {
            put(name, before);
        }
    }

    private static void touch(Path file, Instant now) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (IOException readOnly) {
            // The next process takes it for one that was not used for longer.
        }
    }

    private void put(String name, Entry entry) {
        forget(name);
        entries.put(name, entry);
        bytes += entry.size();
    }

    /** Counts a file no longer that is gone. */
    public void forget(String name) {
        Entry entry = entries.remove(name);
        bytes -= entry == null ? 0 : entry.size();
    }

    /** Deletes a file, if there is one. */
    public void remove(String name) throws IOException {
        forget(name);
        Files.deleteIfExists(directory.resolve(name));
    }

    private void makeRoom() throws IOException {
        Iterator<Map.Entry<String, Entry>> longest = entries.entrySet().iterator();
        while ((entries.size() > mostFiles || bytes > mostBytes) && longest.hasNext()) {
            Map.Entry<String, Entry> file = longest.next();
            bytes -= file.getValue().size();
            longest.remove();
            Files.deleteIfExists(directory.resolve(file.getKey()));
        }
    }

    /** How many there are; none until the directory was read. */
    public int count() {
        return entries.size();
    }

    /** Of all files; empty until the directory was read. */
    public Set<String> names() {
        return Set.copyOf(entries.keySet());
    }

    /** Of all files together. */
    public long bytes() {
        return bytes;
    }
}
