package io.github.zweiklick.media;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads, of which no host has more than half: one that hangs holds up no other. Thread-safe. */
final class Lanes implements AutoCloseable {
    static final String THREADS = "zweiklick-media";
    private static final int CONCURRENCY = 6;
    private static final int PER_HOST = CONCURRENCY / 2;
    private static final int MOST_WAITING = 5_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** How long what runs has to end; what hangs in a connection does not heed an interrupt. */
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final ThreadPoolExecutor threads;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int waiting;

    private static final class Lane {
        final Queue<Runnable> waiting = new ArrayDeque<>();
        int running;
    }

    Lanes() {
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                CONCURRENCY, CONCURRENCY, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, THREADS + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    // The first to use the JDK's image classes gives them its loader for the life of the process.
                    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** @return whether it will run; there is room for some thousand that wait */
    synchronized boolean submit(String host, Runnable task) {
        if (waiting >= MOST_WAITING || threads.isShutdown()) {
            return false;
        }
        Lane lane = lanes.computeIfAbsent(host, one -> new Lane());
        lane.waiting.add(task);
        waiting++;
        next(host, lane);
        return true;
    }

    private void next(String host, Lane lane) {
        if (lane.running == PER_HOST || lane.waiting.isEmpty()) {
            return;
        }
        Runnable task = lane.waiting.remove();
        waiting--;
        lane.running++;
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    ended(host, lane);
                }
            });
        } catch (RejectedExecutionException closed) {
            lane.running--;
        }
    }

    private synchronized void ended(String host, Lane lane) {
        lane.running--;
        next(host, lane);
        if (lane.running == 0) {
            lanes.remove(host, lane);
        }
    }

    /** Interrupts what runs, and waits a little for its end; what waits never runs. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean unused = threads.awaitTermination(ENDING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
