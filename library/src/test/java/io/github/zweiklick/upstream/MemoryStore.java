package io.github.zweiklick.upstream;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store that several may share, and that fails when it is told to. */
public final class MemoryStore implements SnapshotStore {
    final Map<String, Stored> kept = new ConcurrentHashMap<>();
    volatile boolean broken;
    private int failures;

    public MemoryStore() {}

    /** Nothing can be kept or had from now on, or again. */
    public void breakDown(boolean down) {
        broken = down;
    }

    @Override
    public Optional<Stored> load(String key) throws IOException {
        check();
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void save(String key, Stored stored) throws IOException {
        check();
        kept.put(key, stored);
    }

    @Override
    public void remove(String key) throws IOException {
        check();
        kept.remove(key);
    }

    /** As of file systems, whose messages name a draft. */
    private synchronized void check() throws IOException {
        if (broken) {
            throw new IOException("draft" + failures++ + ".tmp: No space left on device");
        }
    }

    @Override
    public void close() {}
}
