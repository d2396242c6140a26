package io.github.zweiklick.upstream;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where snapshots outlive the process, and where several nodes of one site share them. Found by {@link
 * java.util.ServiceLoader}; without one they are kept in files, or in memory only.
 *
 * <p>Called on background threads, never while a page waits. Thread-safe. What fails is reported and done without.
 */
public interface SnapshotStore extends AutoCloseable {
    /** With what the keys of a ledger's entries begin. */
    String LEDGER = "ledger ";

    /**
     * What is kept.
     *
     * @param fetched when it was fetched
     */
    record Stored(Instant fetched, byte[] content) {}

    /** What was saved last under a key; empty where nothing is, or it cannot be read. */
    Optional<Stored> load(String key) throws IOException;

    /** Keeps it, in place of what was kept before: whoever loads finds one or the other, never a mixture. */
    void save(String key, Stored stored) throws IOException;

    /** Forgets it; nothing happens where there is none. */
    void remove(String key) throws IOException;

    /**
     * What is to stay, unlike snapshots, which can be fetched anew. Asked for once, until this is closed.
     *
     * <p>This one keeps its entries beside the snapshots, under keys that begin with {@value #LEDGER}; these must not be let go, and
     * {@link #load} must fail, rather than find nothing, where it cannot tell. Its changes are one step within this process only. A
     * store that several nodes share gives one whose changes are one step for all of them (a transaction, a compare-and-set):
     * else two nodes that read at the same moment may together pay for more than the budget.
     *
     * @param clock tells when entries are written
     */
    default Ledger ledger(InstantSource clock) {
        return new StoreLedger(this, clock);
    }

    @Override
    void close();

    /** Keeps nothing. */
    static SnapshotStore none() {
        return new SnapshotStore() {
            @Override
            public Optional<Stored> load(String key) {
                return Optional.empty();
            }

            @Override
            public void save(String key, Stored stored) {}

            @Override
            public void remove(String key) {}

            @Override
            public void close() {}
        };
    }
}
