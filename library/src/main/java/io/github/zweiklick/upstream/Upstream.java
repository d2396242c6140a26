package io.github.zweiklick.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * One network's interface: asked by a few threads of its own, so that one that hangs holds up no other; not faster than
 * agreed; not while it wants to rest, and hardly while it is unwell. Thread-safe.
 */
public final class Upstream implements AutoCloseable {
    private static final int WAITING = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** What concerns every request is mended by people. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(15);

    private static final int BREAKER_CALLS = 10;
    private static final int BREAKER_TRIALS = 2;
    private static final Duration BREAKER_OPEN = Duration.ofMinutes(1);

    private final UpstreamSettings settings;
    private final Outbound outbound;
    private final Clock clock;
    private final UpstreamLog log;
    private final BooleanSupplier free;
    private final ThreadPoolExecutor threads;
    private final CircuitBreaker breaker;
    private final RateLimiter pace;
    private final RateLimiter paceOfNew;
    private final AtomicInteger fetching = new AtomicInteger();
    private volatile boolean retired;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile Instant restingUntil = Instant.MIN;
    private volatile Optional<Quota> quota = Optional.empty();

    /** @param free whether others that asked the same network before have ended what they were at */
    Upstream(UpstreamSettings settings, Outbound outbound, Clock clock, UpstreamLog log, BooleanSupplier free) {
        this.settings = settings;
        this.outbound = outbound;
        this.clock = clock;
        this.log = log;
        this.free = free;
        int concurrency = settings.limits().concurrency();
        this.threads = new ThreadPoolExecutor(
                concurrency,
                concurrency,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Threads.named("zweiklick-upstream-" + settings.id()));
        threads.allowCoreThreadTimeOut(true);
        this.breaker = CircuitBreaker.of(
                settings.id(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(BREAKER_CALLS)
                        .minimumNumberOfCalls(BREAKER_CALLS)
                        .permittedNumberOfCallsInHalfOpenState(BREAKER_TRIALS)
                        .waitDurationInOpenState(BREAKER_OPEN)
                        .clock(clock)
                        .build());
        this.pace = pace(settings.id(), settings.limits().perMinute());
        this.paceOfNew = pace(settings.id(), Math.max(1, settings.limits().perMinute() / 2));
    }

    private static RateLimiter pace(String id, int perMinute) {
        return RateLimiter.of(
                id,
                RateLimiterConfig.custom()
                        .limitForPeriod(perMinute)
                        .limitRefreshPeriod(Duration.ofMinutes(1))
                        .timeoutDuration(Duration.ZERO)
                        .build());
    }

    public UpstreamSettings settings() {
        return settings;
    }

    /**
     * Asks, within {@link #fetch}: whoever reads the answer tells what it says.
     *
     * @throws UpstreamException where there is no whole answer within the limits
     */
    public Answer exchange(Ask ask) throws UpstreamException {
        Answer answer = outbound.exchange(ask, settings.reach(), settings.limits());
        Quota told = Quota.of(answer, clock.instant());
        if (!told.isSilent()) {
            quota = Optional.of(told);
        }
        told.rest().ifPresent(this::rest);
        return answer;
    }

    /** Whether it had better not be asked now. */
    boolean isResting() {
        return clock.instant().isBefore(restingUntil) || !isTrusted() || !free.getAsBoolean();
    }

    /** The breaker closes again only when it is asked. */
    private boolean isTrusted() {
        boolean permitted = breaker.tryAcquirePermission();
        if (permitted) {
            breaker.releasePermission();
        }
        return permitted;
    }

    /**
     * Runs a task on one of its threads.
     *
     * @param known whether it fetches anew what is known: other tasks take half of the room at most, for anybody can ask for
     *     what nobody knows
     * @return whether it will run; there is no room for more than a thousand that wait
     */
    boolean submit(Runnable task, boolean known) {
        if (!known && threads.getQueue().size() >= WAITING / 2) {
            return false;
        }
        try {
            threads.execute(task);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /**
     * Fetches something, on the caller's thread, which is one of its own.
     *
     * @param known whether it is fetched anew: what nobody knows yet takes half of the pace at most
     * @return empty where it may not be asked just now
     * @throws UpstreamException where it cannot be had
     */
    <T> Optional<T> fetch(Fetch<T> what, boolean known) throws UpstreamException {
        // First this, then the look at the other one: whoever retires it looks the other way round.
        fetching.incrementAndGet();
        try {
            return retired ? Optional.empty() : permitted(what, known);
        } finally {
            fetching.decrementAndGet();
        }
    }

    private <T> Optional<T> permitted(Fetch<T> what, boolean known) throws UpstreamException {
        if (clock.instant().isBefore(restingUntil)
                || !free.getAsBoolean()
                || (!known && !paceOfNew.acquirePermission())
                || !pace.acquirePermission()
                || !breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        asked.incrementAndGet();
        try {
            T fetched = what.fetch();
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            log.succeeded();
            return Optional.of(fetched);
        } catch (UpstreamException fault) {
            failed(fault, System.nanoTime() - start);
            throw fault;
        } catch (UncheckedIOException unreadable) {
            UpstreamException fault = new UpstreamException(new Fault(
                            Fault.Kind.CREDENTIALS, "the file with its secret cannot be read")
                    .withRemedy("Put the file that the configuration names back, and let the application read it."));
            failed(fault, System.nanoTime() - start);
            throw fault;
        } catch (RuntimeException | LinkageError | StackOverflowError unforeseen) {
            // An answer its parser did not expect, or a parser of somebody else's, built against another version of
            // this library: the page still renders.
            UpstreamException fault = new UpstreamException(
                    Fault.Kind.UNREADABLE,
                    "its answer could not be read (" + unforeseen.getClass().getSimpleName() + ")");
            failed(fault, System.nanoTime() - start);
            throw fault;
        }
    }

    private void failed(UpstreamException exception, long nanos) {
        Fault fault = exception.fault();
        if (threads.isShutdown()) {
            // It was ended, and says nothing of the network.
            breaker.releasePermission();
            return;
        }
        if (fault.kind().isUnwell()) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, exception);
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
        if (fault.kind().concernsAll() && !clock.instant().isBefore(restingUntil)) {
            rest(fault.rest().orElse(UNTIL_MENDED));
        } else {
            fault.rest().ifPresent(this::rest);
        }
        if (fault.kind() == Fault.Kind.GONE) {
            log.succeeded();
        } else {
            failed.incrementAndGet();
            log.failed(fault);
        }
    }

    private synchronized void rest(Duration time) {
        Instant until = clock.instant().plus(time);
        if (until.isAfter(restingUntil)) {
            restingUntil = until;
        }
    }

    /**
     * How it is just now.
     *
     * @param held things of it in memory
     * @param stale how many of these are older than they should be
     */
    UpstreamStatus status(long held, long stale) {
        return new UpstreamStatus(
                settings.id(),
                String.join(", ", settings.reach().origins().stream().sorted().toList()),
                log.lastSuccess(),
                log.lastFault(),
                log.lastFaultAt(),
                quota,
                switch (breaker.getState()) {
                    case OPEN, FORCED_OPEN -> UpstreamStatus.Circuit.OPEN;
                    case HALF_OPEN -> UpstreamStatus.Circuit.HALF_OPEN;
                    case CLOSED, DISABLED, METRICS_ONLY -> UpstreamStatus.Circuit.CLOSED;
                },
                Optional.of(restingUntil).filter(clock.instant()::isBefore),
                asked.get(),
                failed.get(),
                held,
                stale);
    }

    boolean isClosed() {
        return threads.isShutdown();
    }

    /** Asks for nothing more; what it is at it ends within its limits. */
    void retire() {
        retired = true;
        threads.shutdown();
        threads.getQueue().clear();
    }

    /** Whether it asks for nothing more, nor is at anything. */
    boolean hasEnded() {
        return retired && fetching.get() == 0;
    }

    /** Ends its threads. */
    @Override
    public void close() {
        retired = true;
        threads.shutdownNow();
    }

    /** Waits until its threads have ended, which have been told to; not longer than that. */
    void awaitEnd(long nanos) throws InterruptedException {
        boolean unused = threads.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }
}
