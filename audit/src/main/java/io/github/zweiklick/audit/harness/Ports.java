package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes ports of a namespace. A server that was closed a moment ago holds its port until the thread that waited on it has
 * woken up, which on a busy machine takes a while.
 */
final class Ports {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Opens what listens at a port. */
    @FunctionalInterface
    interface Opening<T> {
        T open() throws IOException;
    }

    private record Outcome<T>(Optional<T> opened, Optional<IOException> failure) {}

    private Ports() {}

    /** @throws IOException when the port is still taken after ten seconds, or cannot be opened at all */
    static <T> T open(Opening<T> opening) throws IOException {
        Optional<Outcome<T>> outcome = Waiting.until(PATIENCE, () -> tried(opening));
        if (outcome.isEmpty()) {
            // Says itself what is in the way.
            return opening.open();
        }
        if (outcome.get().failure().isPresent()) {
            throw outcome.get().failure().get();
        }
        return outcome.get().opened().orElseThrow();
    }

    private static <T> Optional<Outcome<T>> tried(Opening<T> opening) {
        try {
            return Optional.of(new Outcome<>(Optional.of(opening.open()), Optional.empty()));
        } catch (BindException taken) {
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(new Outcome<>(Optional.empty(), Optional.of(failed)));
        }
    }
}
