package io.github.zweiklick.media;

import io.github.zweiklick.upstream.Downloads;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Fetches pictures, each once however many ask. Thread-safe. */
final class Flights implements AutoCloseable {
    /** What stays at its address may change all the same, such as the picture of an account. */
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final KnownPictures known;
    private final Downloads downloads;
    private final Preparation preparation;
    private final PictureStore store;
    private final InstantSource clock;
    private final PictureLog log;
    private final Misses misses;
    private final Lanes lanes = new Lanes();
    private final ConcurrentMap<String, CompletableFuture<IntFunction<Sight>>> flying = new ConcurrentHashMap<>();
    /** Names of pictures that were there to be shown when they were last looked for. */
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    private final AtomicLong fetched = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean closed;

    Flights(
            KnownPictures known,
            Downloads downloads,
            Preparation preparation,
            PictureStore store,
            InstantSource clock,
            PictureLog log) {
        this.known = known;
        this.downloads = downloads;
        this.preparation = preparation;
        this.store = store;
        this.clock = clock;
        this.log = log;
        this.misses = new Misses(clock);
    }

    Misses misses() {
        return misses;
    }

    boolean isReady(String name) {
        return ready.contains(name);
    }

    /** A picture is there. */
    void found(String name) {
        ready.add(name);
    }

    /** What was known of a picture. */
    void forget(String name) {
        ready.remove(name);
        misses.forget(name);
    }

    /** Forgets all others. */
    void retain(Predicate<String> names) {
        ready.removeIf(names.negate());
        misses.retain(names);
    }

    long fetched() {
        return fetched.get();
    }

    long failed() {
        return failed.get();
    }

    long underWay() {
        return flying.size();
    }

    boolean isOld(PictureStore.Held held) {
        return held.made().plus(GOOD_FOR).isBefore(clock.instant());
    }

    /**
     * Fetches a picture, unless that is under way.
     *
     * @return what there is to show of it in a width, once it is known; cancelled where there is no room for it
     */
    CompletableFuture<IntFunction<Sight>> begin(String name, String address) {
        CompletableFuture<IntFunction<Sight>> own = new CompletableFuture<>();
        CompletableFuture<IntFunction<Sight>> there = flying.putIfAbsent(name, own);
        if (there != null) {
            return there;
        }
        Optional<WebUrl> url = WebUrl.parse(address);
        if (closed || !lanes.submit(url.map(WebUrl::host).orElse(""), () -> fly(name, url, own))) {
            end(name, own);
        }
        return own;
    }

    private void fly(String name, Optional<WebUrl> url, CompletableFuture<IntFunction<Sight>> own) {
        try {
            IntFunction<Sight> sight = landed(name, url);
            // First, so that nobody who was answered finds it still flying.
            flying.remove(name, own);
            // What fails since it is ended says nothing of the picture.
            if (!closed) {
                own.complete(sight);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            end(name, own);
        }
    }

    private void end(String name, CompletableFuture<IntFunction<Sight>> own) {
        flying.remove(name, own);
        // Where nothing came of it.
        own.cancel(false);
    }

    private IntFunction<Sight> landed(String name, Optional<WebUrl> url) throws InterruptedException {
        if (!misses.isDue(name)) {
            return width -> new Sight.Dead();
        }
        // Another may have landed between a look into the store and the start of this one.
        if (store.find(name, MediaProxy.WIDEST).filter(held -> !isOld(held)).isPresent()) {
            found(name);
            return width -> store.find(name, width)
                    .<Sight>map(held -> new Sight.Shown(held.picture()))
                    .orElseGet(Sight.Dead::new);
        }
        boolean missed = true;
        try {
            Optional<Pictures> pictures = url.isPresent() ? fetched(name, url.get()) : Optional.empty();
            if (pictures.isPresent()) {
                store.save(name, pictures.get(), clock.instant());
                missed = false;
                if (known.address(name).isPresent()) {
                    found(name);
                    return width -> new Sight.Shown(pictures.get().at(width));
                }
                // Its post went while it was fetched.
                store.remove(name);
            }
            return width -> new Sight.Dead();
        } finally {
            // Also where it went wrong in a way nobody thought of.
            count(name, missed);
        }
    }

    private void count(String name, boolean missed) {
        if (missed && closed) {
            return;
        }
        if (missed) {
            failed.incrementAndGet();
            misses.add(name);
            if (store.find(name, MediaProxy.WIDEST).isEmpty()) {
                ready.remove(name);
            }
        } else {
            fetched.incrementAndGet();
            misses.forget(name);
        }
    }

    private Optional<Pictures> fetched(String name, WebUrl url) throws InterruptedException {
        try {
            byte[] bytes = downloads.fetch(url, preparation.accepted());
            log.succeeded(url.host());
            return Optional.of(preparation.of(bytes));
        } catch (UpstreamException failure) {
            if (failure.fault().kind() == Fault.Kind.GONE) {
                store.remove(name);
            }
            if (!closed) {
                log.failed(url.host(), failure.fault());
            }
            return Optional.empty();
        } catch (UnshowableException dead) {
            return Optional.empty();
        } catch (LinkageError | IllegalStateException incapable) {
            log.incapable(incapable);
            return Optional.empty();
        }
    }

    /** Whoever waits is told that nothing comes. */
    @Override
    public void close() {
        closed = true;
        lanes.close();
        flying.forEach(this::end);
    }
}
