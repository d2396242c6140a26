package io.github.zweiklick.audit.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Waits for conditions, never for a fixed time, and never without an end. */
final class Waiting {

    private static final long STEP_NANOS = Duration.ofMillis(40).toNanos();

    private Waiting() {}

    /** Asks until there is an answer; empty when the time is over. */
    static <T> Optional<T> until(Duration most, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()
                    || System.nanoTime() > end
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    static boolean until(Duration most, BooleanSupplier condition) {
        return until(most, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** Waits until a number has not changed for {@code quiet}; false when it still changed when the time was over. */
    static boolean quiet(Duration quiet, Duration most, LongSupplier number) {
        long[] last = {number.getAsLong(), System.nanoTime()};
        return until(most, () -> {
            long now = number.getAsLong();
            if (now != last[0]) {
                last[0] = now;
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > quiet.toNanos();
        });
    }
}
