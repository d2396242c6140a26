package io.github.zweiklick.media;

import io.github.zweiklick.file.WholeFile;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file for each picture. A file is replaced whole or not at all; one that is damaged is removed, and its picture fetched anew.
 * Those not asked for the longest go where there would be too many bytes. What the disk does not take is kept in memory.
 */
final class FilePictures implements PictureStore {
    private static final String EXTENSION = ".picture";
    /** The directory may be shared with others' files, which are neither counted nor touched. */
    private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{32}\\" + EXTENSION);

    private static final Pattern DRAFT = Pattern.compile("draft\\d+\\" + WholeFile.DRAFT);
    /** A younger one may be another process's, which is at it. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);
    /** A file's time tells the next process when it was last asked for; to the day is enough. */
    private static final Duration TOUCH = Duration.ofDays(1);

    private final Path directory;
    private final long most;
    private final int preparation;
    private final InstantSource clock;
    private final FindingSink findings;
    private final MemoryPictures spare = new MemoryPictures(MemoryPictures.MOST_BYTES);
    /** By file name, the one not asked for the longest first; empty until the directory was read. */
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private boolean opened;

    /** @param touched when the file's time was set */
    private record Entry(long size, Instant touched) {}

    /**
     * Pictures in a directory, which is created when the first is saved.
     *
     * @param most bytes of all files
     * @param preparation {@link Preparation#version} of those that may be shown
     */
    FilePictures(Path directory, long most, int preparation, InstantSource clock, FindingSink findings) {
        this.directory = directory;
        this.most = most;
        this.preparation = preparation;
        this.clock = clock;
        this.findings = findings;
    }

    @Override
    public Optional<Held> find(String name, int width) {
        Path file = file(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Optional<Held> held = PictureFile.read(channel, name, width, preparation);
            if (held.isPresent()) {
                used(file, channel.size());
                return held;
            }
        } catch (NoSuchFileException none) {
            // Another process has made room, or it was never there.
            synchronized (entries) {
                forget(fileName(name));
            }
            return spare.find(name, width);
        } catch (IOException unreadable) {
            return spare.find(name, width);
        }
        remove(name);
        return Optional.empty();
    }

    private void used(Path file, long size) throws IOException {
        Instant now = clock.instant();
        synchronized (entries) {
            open();
            String name = file.getFileName().toString();
            Entry entry = entries.get(name);
            if (entry == null) {
                put(name, new Entry(size, now));
            } else if (entry.touched().plus(TOUCH).isBefore(now)) {
                put(name, new Entry(size, now));
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        }
    }

    @Override
    public void save(String name, Pictures pictures, Instant made) {
        byte[] content = PictureFile.written(name, pictures, made, preparation);
        if (content.length > most) {
            // All others would have to go, and it as well.
            remove(name);
            return;
        }
        try {
            synchronized (entries) {
                open();
                if (!Files.isDirectory(directory)) {
                    Files.createDirectories(directory);
                }
                WholeFile.write(file(name), content);
                put(fileName(name), new Entry(content.length, clock.instant()));
                makeRoom();
            }
            spare.remove(name);
        } catch (ClosedByInterruptException ended) {
            // With the application; it says nothing of the disk.
            Thread.currentThread().interrupt();
        } catch (IOException unwritable) {
            spare.save(name, pictures, made);
            findings.report(new Finding(
                    Finding.Kind.UPSTREAM,
                    "pictures",
                    "Pictures of networks cannot be kept on the disk ("
                            + unwritable.getClass().getSimpleName()
                            + "): few are kept in memory, and all are fetched anew after a restart",
                    "Let the application write to the directory named for them, and see that the disk is not full."));
        }
    }

    @Override
    public void remove(String name) {
        spare.remove(name);
        synchronized (entries) {
            forget(fileName(name));
            delete(file(name));
        }
    }

    /** What cannot be deleted now is by the next who retains, or makes room after a restart. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // Nobody is shown it: whoever asks for it is told by the content that is held.
        }
    }

    @Override
    public void retain(Predicate<String> names) {
        spare.retain(names);
        List<String> gone;
        synchronized (entries) {
            openQuietly();
            gone = entries.keySet().stream()
                    .map(file -> PictureName.ofHex(file.substring(0, file.length() - EXTENSION.length())))
                    .filter(names.negate())
                    .toList();
        }
        gone.forEach(this::remove);
    }

    @Override
    public Extent extent() {
        Extent inMemory = spare.extent();
        synchronized (entries) {
            openQuietly();
            return new Extent(entries.size() + inMemory.pictures(), bytes + inMemory.bytes(), most);
        }
    }

    private void put(String name, Entry entry) {
        forget(name);
        entries.put(name, entry);
        bytes += entry.size();
    }

    private void forget(String name) {
        Entry entry = entries.remove(name);
        bytes -= entry == null ? 0 : entry.size();
    }

    private void makeRoom() {
        Iterator<Map.Entry<String, Entry>> longest = entries.entrySet().iterator();
        while (bytes > most && longest.hasNext()) {
            Map.Entry<String, Entry> file = longest.next();
            bytes -= file.getValue().size();
            longest.remove();
            delete(directory.resolve(file.getKey()));
        }
    }

    private void openQuietly() {
        try {
            open();
        } catch (IOException unreadable) {
            // Whoever saves the next picture tells of it.
        }
    }

    /** One file of the directory when it is opened. */
    private record Found(String name, long size, Instant modified) {}

    private void open() throws IOException {
        if (opened || !Files.isDirectory(directory)) {
            return;
        }
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (DRAFT.matcher(name).matches()) {
                    removeLeftOver(file);
                } else if (PICTURE.matcher(name).matches()) {
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

    private Path file(String name) {
        return directory.resolve(fileName(name));
    }

    private static String fileName(String name) {
        return PictureName.toHex(name) + EXTENSION;
    }
}
