package io.github.zweiklick.upstream;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that one of all threads and processes holds which name the same directory: also processes of other machines, where the file
 * system locks for them (NFS 4, SMB). It ends with its process, so that none is left over.
 */
final class ProcessLock {
    /** What is done under it takes milliseconds. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Path directory;
    private final Path file;
    private final Duration longest;
    private final ReentrantLock threads = new ReentrantLock();

    /** @param directory in which its file is, or will be */
    ProcessLock(Path directory) {
        this(directory, LONGEST);
    }

    /** @param longest time that is waited for it */
    ProcessLock(Path directory, Duration longest) {
        this.directory = directory;
        this.file = directory.resolve("ledger.lock");
        this.longest = longest;
    }

    /** What is done while nobody else does. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }

    /**
     * Does something while it is held; not within another such action.
     *
     * @throws IOException of the action, or where others hold it for too long, or the file system knows no locks
     */
    <T> T hold(Action<T> action) throws IOException {
        long end = System.nanoTime() + longest.toNanos();
        if (!within(longest)) {
            throw busy();
        }
        try {
            // JDK 17 would not create what a symbolic link leads to.
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            // The lock ends with the channel.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                take(channel, end);
                return action.run();
            }
        } finally {
            threads.unlock();
        }
    }

    private boolean within(Duration time) throws IOException {
        try {
            return threads.tryLock(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while others hold " + file, ending);
        }
    }

    private void take(FileChannel channel, long end) throws IOException {
        while (!isTaken(channel)) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw busy();
            }
            // There is no way to wait for another process with an end.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException otherApplication) {
            // Of this very process, with the same directory.
            return false;
        }
    }

    private IOException busy() {
        return new IOException("others hold " + file + " for too long");
    }
}
