package io.github.zweiklick.upstream;

import io.github.zweiklick.file.WholeFile;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ledger of two files for each entry, {@code KEY.ledger} and {@code KEY.ledger2}, each replaced whole and written through to the
 * disk, one after the other: a process that is killed leaves one of them whole, and so does what damages a file. The one that is
 * whole mends the other; of two the later one counts. Changes are one step also for other processes ({@link ProcessLock}).
 */
final class FileLedger implements Ledger {
    private final Path directory;
    private final FindingSink findings;
    private final ProcessLock lock;

    FileLedger(Path directory, FindingSink findings) {
        this.directory = directory;
        this.findings = findings;
        this.lock = new ProcessLock(directory);
    }

    /**
     * What the two files say.
     *
     * @param newest empty where there are none
     * @param damaged whether one of them has to be mended
     */
    private record Found(Optional<LedgerEntry> newest, boolean damaged) {}

    /** What one file says; a failure where that cannot be told. */
    private record Half(Optional<LedgerEntry> entry, Optional<IOException> failure) {}

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        Found found = find(key);
        if (found.damaged()) {
            mend(key);
        }
        return found.newest().map(LedgerEntry::content);
    }

    private void mend(String key) {
        String place = "snapshots/" + first(key).getFileName();
        try {
            boolean mended = lock.hold(() -> {
                Found found = find(key);
                if (found.damaged() && found.newest().isPresent()) {
                    write(found.newest().get());
                    return true;
                }
                // Another one was faster, or was at it.
                return false;
            });
            if (mended) {
                findings.report(new Finding(
                        Finding.Kind.UPSTREAM,
                        place,
                        "One of the two files of an entry that is kept for good was damaged or gone; the other one is whole",
                        "Nothing need be done: it was written anew. Should it happen again, have the disk examined."));
            }
        } catch (IOException unwritable) {
            findings.report(new Finding(
                    Finding.Kind.UPSTREAM,
                    place,
                    "One of the two files of an entry that is kept for good is damaged or gone, and cannot be written anew ("
                            + unwritable.getClass().getSimpleName() + ")",
                    "Let the application write to the directory named in \"outbound.snapshots\"."));
        }
    }

    @Override
    public byte[] change(String key, Change change) throws IOException {
        return lock.hold(() -> {
            Optional<LedgerEntry> before = find(key).newest();
            byte[] content = change.of(before.map(LedgerEntry::content));
            write(new LedgerEntry(key, before.map(LedgerEntry::number).orElse(0L) + 1, content));
            return content;
        });
    }

    @Override
    public void replace(String key, byte[] content) throws IOException {
        lock.hold(() -> {
            write(new LedgerEntry(key, 1, content));
            return content;
        });
    }

    private Found find(String key) throws IOException {
        Half first = half(key, first(key));
        Half second = half(key, second(key));
        Optional<LedgerEntry> newest = Stream.concat(first.entry().stream(), second.entry().stream())
                .max(Comparator.comparingLong(LedgerEntry::number));
        if (newest.isEmpty()) {
            Optional<IOException> failure = first.failure().or(second::failure);
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
        return new Found(
                newest,
                newest.isPresent() && (first.entry().isEmpty() || second.entry().isEmpty()));
    }

    private static Half half(String key, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] written = in.readNBytes(LedgerEntry.LARGEST + 1);
            return new Half(
                    Optional.of(LedgerEntry.read(written, key, "the file " + file.getFileName())), Optional.empty());
        } catch (NoSuchFileException none) {
            return new Half(Optional.empty(), Optional.empty());
        } catch (IOException failure) {
            return new Half(Optional.empty(), Optional.of(failure));
        }
    }

    /** The second one first: should this end in between, it is the later one. */
    private void write(LedgerEntry entry) throws IOException {
        byte[] written = entry.written();
        if (written.length > LedgerEntry.LARGEST) {
            throw new IOException("an entry of " + written.length + " bytes");
        }
        WholeFile.writeDurably(second(entry.key()), written);
        WholeFile.writeDurably(first(entry.key()), written);
    }

    private Path first(String key) {
        return directory.resolve(name(key) + ".ledger");
    }

    private Path second(String key) {
        return directory.resolve(name(key) + ".ledger2");
    }

    /** Known to people who look into the directory; colons are none of file names everywhere. */
    private static String name(String key) {
        return key.replace(':', '_');
    }
}
