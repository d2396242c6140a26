package io.github.zweiklick.upstream;

import io.github.zweiklick.upstream.SnapshotStore.Stored;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** A ledger beside the snapshots of any store. Its changes are one step within this process. */
final class StoreLedger implements Ledger {
    private final SnapshotStore store;
    private final InstantSource clock;

    StoreLedger(SnapshotStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return entry(key).map(LedgerEntry::content);
    }

    @Override
    public synchronized byte[] change(String key, Change change) throws IOException {
        Optional<LedgerEntry> before = entry(key);
        byte[] content = change.of(before.map(LedgerEntry::content));
        write(key, before, content);
        return content;
    }

    @Override
    public synchronized void replace(String key, byte[] content) throws IOException {
        write(key, Optional.empty(), content);
    }

    private Optional<LedgerEntry> entry(String key) throws IOException {
        Optional<Stored> stored = store.load(SnapshotStore.LEDGER + key);
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(LedgerEntry.read(stored.get().content(), key, "the entry \"" + key + "\" of the store"));
    }

    private void write(String key, Optional<LedgerEntry> before, byte[] content) throws IOException {
        long number = before.map(LedgerEntry::number).orElse(0L) + 1;
        store.save(
                SnapshotStore.LEDGER + key,
                new Stored(clock.instant(), new LedgerEntry(key, number, content).written()));
    }
}
