package io.github.zweiklick.media;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.media.PictureStore.Extent;
import io.github.zweiklick.media.PictureStore.Held;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.upstream.Upstreams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Shows pictures that stand in content of networks. The first who asks for one has it fetched, once however many ask, and waits a
 * little for it; whoever comes later gets what is kept. It is no open proxy: only what content that is held shows is fetched, and
 * what none shows any more is removed. Thread-safe.
 */
public final class MediaProxy implements AutoCloseable {
    /** For which pictures are made, in pixels; none is made wider than it came. */
    public static final List<Integer> WIDTHS = List.of(320, 640, 1280);

    static final int WIDEST = 1280;
    static final int MOST_BYTES = 10_000_000;
    static final Patience PATIENCE = new Patience(32, Duration.ofSeconds(5));
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(10), MOST_BYTES, 1, Integer.MAX_VALUE);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final KnownPictures known;
    private final PictureStore store;
    private final Flights flights;
    private final Duration longest;
    private final Semaphore waiting;

    /**
     * How long requests wait.
     *
     * @param most requests that wait at once; the server's threads are needed for pages
     * @param longest how long each waits
     */
    record Patience(int most, Duration longest) {}

    MediaProxy(
            MediaSettings settings,
            Upstreams upstreams,
            KnownPictures known,
            Clock clock,
            FindingLog findings,
            Patience patience) {
        Preparation preparation = settings.reencode() ? new Reencoding() : new PassingThrough();
        this.known = known;
        this.store = settings.directory()
                .<PictureStore>map(directory ->
                        new FilePictures(directory, settings.cacheBytes(), preparation.version(), clock, findings))
                .orElseGet(() -> new MemoryPictures(MemoryPictures.MOST_BYTES));
        this.flights = new Flights(
                known,
                upstreams.downloads(settings.configuredOrigins(), LIMITS),
                preparation,
                store,
                clock,
                new PictureLog(findings));
        this.waiting = new Semaphore(patience.most());
        this.longest = patience.longest();
    }

    /**
     * A proxy. Nothing is fetched, no thread runs and no directory is read before the first picture is asked for.
     *
     * @param upstreams the way to the networks; to be closed after this
     * @param known tells where a picture is to be fetched
     * @param findings is told of hosts none of whose pictures can be fetched; a single dead picture is nothing to tell
     */
    public static MediaProxy of(
            MediaSettings settings, Upstreams upstreams, KnownPictures known, Clock clock, FindingLog findings) {
        return new MediaProxy(settings, upstreams, known, clock, findings, PATIENCE);
    }

    /**
     * What there is to show of a picture. Waits up to five seconds for one that is not there yet, unless too many others wait.
     *
     * @param name of {@link PictureName#of}, perhaps made up
     * @param width one of {@link #WIDTHS}; of others the next wider is taken
     */
    public Sight look(String name, int width) {
        Optional<String> address = address(name);
        if (address.isEmpty()) {
            return new Sight.Dead();
        }
        Optional<Held> held = store.find(name, width);
        boolean due = flights.misses().isDue(name);
        if (held.isPresent()) {
            if (due && flights.isOld(held.get())) {
                CompletableFuture<?> unused = flights.begin(name, address.get());
            }
            return new Sight.Shown(held.get().picture());
        }
        return due ? await(flights.begin(name, address.get()), width) : new Sight.Dead();
    }

    /** Has a picture fetched that will soon be asked for, unless it is there; does not wait. */
    public void prepare(String name) {
        if (address(name).isPresent() && store.find(name, WIDEST).isPresent()) {
            flights.found(name);
        } else {
            begin(name);
        }
    }

    /**
     * Whether a picture is there, for pages that leave out what cannot be shown; it is looked for where that is not known. Neither
     * waits nor asks the disk.
     */
    public boolean isReady(String name) {
        if (flights.isReady(name)) {
            return true;
        }
        begin(name);
        return false;
    }

    private void begin(String name) {
        Optional<String> address = address(name);
        if (address.isPresent() && flights.misses().isDue(name)) {
            CompletableFuture<?> unused = flights.begin(name, address.get());
        }
    }

    /** How large its network says a picture is, be it there or not. */
    public Optional<KnownPictures.Size> size(String name) {
        return PictureName.isName(name) ? known.size(name) : Optional.empty();
    }

    /** Just after a start nothing is known yet: what is kept stays until it is told to go. */
    private Optional<String> address(String name) {
        return PictureName.isName(name) ? known.address(name) : Optional.empty();
    }

    private Sight await(CompletableFuture<IntFunction<Sight>> flight, int width) {
        if (!waiting.tryAcquire()) {
            return new Sight.Busy(RETRY);
        }
        try {
            return flight.get(longest.toNanos(), TimeUnit.NANOSECONDS).apply(width);
        } catch (TimeoutException | CancellationException | ExecutionException none) {
            return new Sight.Busy(RETRY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Sight.Busy(RETRY);
        } finally {
            waiting.release();
        }
    }

    /** Removes what is kept of a picture; it is fetched anew if it is asked for again and still known. */
    public void purge(String name) {
        if (PictureName.isName(name)) {
            store.remove(name);
            flights.forget(name);
        }
    }

    /** Removes all pictures but these; to be called when content went. Reads the directory's names at most once. */
    public void retain(Predicate<String> names) {
        store.retain(names);
        flights.retain(names);
    }

    /** How it is just now. */
    public MediaStatus status() {
        Extent extent = store.extent();
        return new MediaStatus(
                extent.pictures(),
                extent.bytes(),
                extent.mostBytes(),
                flights.fetched(),
                flights.failed(),
                flights.underWay());
    }

    /** Ends its threads, and the waiting of requests; what was kept in the directory stays. */
    @Override
    public void close() {
        flights.close();
    }
}
