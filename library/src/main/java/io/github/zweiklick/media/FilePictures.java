package io.github.zweiklick.media;

import io.github.zweiklick.file.BoundedFiles;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One file for each picture. A file is replaced whole or not at all; one that is damaged is removed, and its picture fetched anew.
 * Those not asked for the longest go where there would be too many bytes. What the disk does not take is kept in memory.
 */
final class FilePictures implements PictureStore {
    private static final String EXTENSION = ".picture";

    private final Path directory;
    private final long most;
    private final int preparation;
    private final FindingSink findings;
    private final MemoryPictures spare = new MemoryPictures(MemoryPictures.MOST_BYTES);
    private final BoundedFiles files;

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
        this.findings = findings;
        files = new BoundedFiles(directory, EXTENSION, Integer.MAX_VALUE, most, clock);
    }

    @Override
    public Optional<Held> find(String name, int width) {
        try (FileChannel channel = FileChannel.open(directory.resolve(fileName(name)), StandardOpenOption.READ)) {
            Optional<Held> held = PictureFile.read(channel, name, width, preparation);
            if (held.isPresent()) {
                synchronized (files) {
                    files.open();
                    files.used(fileName(name), channel.size());
                }
                return held;
            }
        } catch (NoSuchFileException none) {
            // Another process has made room, or it was never there.
            synchronized (files) {
                files.forget(fileName(name));
            }
            return spare.find(name, width);
        } catch (IOException unreadable) {
            return spare.find(name, width);
        }
        remove(name);
        return Optional.empty();
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
            synchronized (files) {
                files.write(fileName(name), content);
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
        synchronized (files) {
            try {
                files.remove(fileName(name));
            } catch (IOException ignored) {
                // Nobody is shown it, whoever asks for it is told by the content that is held; and it is deleted by the
                // next
                // who retains, or makes room after a restart.
            }
        }
    }

    @Override
    public void retain(Predicate<String> names) {
        spare.retain(names);
        List<String> gone;
        synchronized (files) {
            openQuietly();
            gone = files.names().stream()
                    .map(file -> PictureName.ofHex(file.substring(0, file.length() - EXTENSION.length())))
                    .filter(names.negate())
                    .toList();
        }
        gone.forEach(this::remove);
    }

    @Override
    public Extent extent() {
        Extent inMemory = spare.extent();
        synchronized (files) {
            openQuietly();
            return new Extent(files.count() + inMemory.pictures(), files.bytes() + inMemory.bytes(), most);
        }
    }

    private void openQuietly() {
        try {
            files.open();
        } catch (IOException unreadable) {
            // Whoever saves the next picture tells of it.
        }
    }

    private static String fileName(String name) {
        return PictureName.toHex(name) + EXTENSION;
    }
}
