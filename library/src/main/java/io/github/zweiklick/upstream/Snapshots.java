package io.github.zweiklick.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.core.IntervalFunction;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.upstream.SnapshotStore.Stored;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What was fetched last of each thing of one upstream. Whoever asks takes what is there at once; what is missing or due is
 * fetched in the background, once however many ask. A fetch is tried again by the next who asks, later each time. Thread-safe.
 */
public final class Snapshots<T> {
    private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);
    private static final double BACKOFF_FACTOR = 2;
    private static final double JITTER = 0.5;
    /** Where the upstream may not be asked just now. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Upstream upstream;
    private final SnapshotStore store;
    private final Codec<T> codec;
    private final Clock clock;
    private final FindingSink findings;
    private final Keeping keeping;
    /** It is fetched again after one interval; a second one passes for that to happen. */
    private final Duration fresh;

    private final IntervalFunction backoff;
    private final Cache<String, Entry<T>> entries;
    /**
     * Of things that were deleted, when: what the store still holds from before is not to be taken up again. Known for as long as
     * that could be shown, and of no more things than are held.
     */
    private final Cache<String, Instant> forgotten;

    private final Set<String> flying = ConcurrentHashMap.newKeySet();

    /**
     * What is known of one thing.
     *
     * @param fetched when the value was; without one, since when it is known that there is none
     * @param due when it is to be fetched again
     * @param failures since it was last fetched
     */
    private record Entry<T>(Optional<T> value, Instant fetched, Instant due, int failures) {
        static <T> Entry<T> unknown() {
            return new Entry<>(Optional.empty(), Instant.MIN, Instant.MIN, 0);
        }

        Entry<T> dueAt(Instant then) {
            return new Entry<>(value, fetched, then, failures);
        }
    }

    /**
     * Snapshots of one kind of thing.
     *
     * @param most things held in memory; beyond, those asked for least go
     */
    Snapshots(Upstream upstream, SnapshotStore store, Codec<T> codec, Clock clock, FindingSink findings, int most) {
        this.upstream = upstream;
        this.store = store;
        this.codec = codec;
        this.clock = clock;
        this.findings = findings;
        this.keeping = upstream.settings().keeping();
        this.fresh = keeping.refresh().multipliedBy(2);
        Duration longest = keeping.refresh().compareTo(FIRST_BACKOFF) > 0 ? keeping.refresh() : FIRST_BACKOFF;
        this.backoff = IntervalFunction.ofExponentialRandomBackoff(FIRST_BACKOFF, BACKOFF_FACTOR, JITTER, longest);
        this.entries =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
        this.forgotten = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(keeping.keep())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * What is there now; never waits.
     *
     * @param key names it among all of the upstream, also in the store; without secrets
     * @param fetch how it is fetched, should that be due
     */
    public Snapshot<T> get(String key, Fetch<T> fetch) {
        Entry<T> entry = entries.getIfPresent(key);
        Instant now = clock.instant();
        // What was never looked for may be in the store, which can be asked while the upstream rests.
        if (entry == null || (!now.isBefore(entry.due) && !upstream.isResting())) {
            askFor(key, fetch, entry != null && entry.value.isPresent());
        }
        return entry == null ? new Snapshot.Absent<>() : snapshot(entry, now);
    }

    private Snapshot<T> snapshot(Entry<T> entry, Instant now) {
        if (entry.value.isEmpty() || !now.isBefore(entry.fetched.plus(keeping.keep()))) {
            return new Snapshot.Absent<>();
        }
        return isStale(entry, now)
                ? new Snapshot.Stale<>(entry.value.get(), entry.fetched)
                : new Snapshot.Fresh<>(entry.value.get(), entry.fetched);
    }

    private boolean isStale(Entry<T> entry, Instant now) {
        return !now.isBefore(entry.fetched.plus(fresh));
    }

    /** Deletes what there is of a thing, in the store as well; whoever asks next has it fetched anew. */
    public void forget(String key) {
        forgotten.put(key, clock.instant());
        entries.invalidate(key);
        upstream.submit(() -> remove(key), true);
    }

    private void askFor(String key, Fetch<T> fetch, boolean known) {
        if (flying.add(key) && !upstream.submit(() -> fly(key, fetch), known)) {
            flying.remove(key);
        }
    }

    private void fly(String key, Fetch<T> fetch) {
        try {
            Entry<T> known = Optional.ofNullable(entries.getIfPresent(key)).orElseGet(Entry::unknown);
            Entry<T> newest = newest(key, known);
            entries.put(key, newest);
            if (!clock.instant().isBefore(newest.due)) {
                entries.put(key, fetched(key, newest, fetch));
            }
        } finally {
            flying.remove(key);
        }
    }

    /** Another process may have fetched it, or this one before it was started anew. */
    private Entry<T> newest(String key, Entry<T> known) {
        Instant now = clock.instant();
        // What a clock that went wrong dated ahead would be fresh for ever.
        Instant deleted = Optional.ofNullable(forgotten.getIfPresent(key)).orElse(Instant.MIN);
        return load(key)
                .filter(found -> found.fetched().isAfter(known.fetched)
                        && found.fetched().isAfter(deleted)
                        && !found.fetched().isAfter(now))
                .flatMap(this::decoded)
                .orElse(known);
    }

    private Optional<Entry<T>> decoded(Stored found) {
        try {
            return codec.read(found.content())
                    .map(value -> new Entry<>(
                            Optional.of(value), found.fetched(), found.fetched().plus(keeping.refresh()), 0));
        } catch (RuntimeException otherwise) {
            // Written by another version, or by somebody else: it is fetched anew.
            return Optional.empty();
        }
    }

    private Entry<T> fetched(String key, Entry<T> known, Fetch<T> fetch) {
        try {
            Optional<T> value = upstream.fetch(fetch, known.value.isPresent());
            Instant now = clock.instant();
            if (value.isEmpty()) {
                return known.dueAt(now.plus(SOON));
            }
            save(key, value.get(), now);
            return new Entry<>(value, now, now.plus(keeping.refresh()), 0);
        } catch (UpstreamException failure) {
            Instant now = clock.instant();
            if (failure.fault().kind() == Fault.Kind.GONE) {
                remove(key);
                // Should it still be in the store, since that failed, or be put there by one who asked before: it is
                // older.
                return new Entry<>(Optional.empty(), now, now.plus(keeping.refresh()), 0);
            }
            int failures = known.failures + 1;
            Duration wait = Duration.ofMillis(backoff.apply(failures));
            return new Entry<>(
                    known.value,
                    known.fetched,
                    now.plus(wait.compareTo(keeping.least()) > 0 ? wait : keeping.least()),
                    failures);
        }
    }

    private Optional<Stored> load(String key) {
        try {
            return store.load(storeKey(key));
        } catch (IOException | RuntimeException unreadable) {
            unusable(unreadable);
            return Optional.empty();
        }
    }

    private void save(String key, T value, Instant fetched) {
        try {
            store.save(storeKey(key), new Stored(fetched, codec.write(value)));
        } catch (IOException | RuntimeException unwritable) {
            unusable(unwritable);
        }
    }

    private void remove(String key) {
        try {
            store.remove(storeKey(key));
        } catch (IOException | RuntimeException unwritable) {
            unusable(unwritable);
        }
    }

    private String storeKey(String key) {
        return upstream.settings().id() + " " + key;
    }

    /** Told once: messages of failures name drafts, another each time. */
    private void unusable(Exception failure) {
        if (upstream.isClosed()) {
            return;
        }
        findings.report(new Finding(
                Finding.Kind.UPSTREAM,
                "snapshots",
                "What was fetched from networks cannot be kept for the time after a restart ("
                        + failure.getClass().getSimpleName() + ")",
                "Let the application write to the directory named in \"outbound.snapshots\"."));
    }

    /** How many things are known to have been deleted. */
    long forgotten() {
        forgotten.cleanUp();
        return forgotten.estimatedSize();
    }

    /** How the upstream is, and how much of it is here. */
    public UpstreamStatus status() {
        Instant now = clock.instant();
        return upstream.status(
                entries.asMap().values().stream()
                        .filter(entry -> entry.value.isPresent())
                        .count(),
                entries.asMap().values().stream()
                        .filter(entry -> entry.value.isPresent() && isStale(entry, now))
                        .count());
    }
}
