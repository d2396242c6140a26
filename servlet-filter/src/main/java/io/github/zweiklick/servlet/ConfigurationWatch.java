package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.finding.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads the configuration again when its files change. There is no thread for it: a request looks, at most once in a while,
 * and only one at a time; the others go on with what there is.
 *
 * <p>What is wrong is refused, and the configuration read before stays in force. Refusal is told once, and only when a
 * second look finds the same fault: an editor may still be writing.
 */
final class ConfigurationWatch implements Supplier<RunningSite> {
    private final ConfigurationFile file;
    private final Optional<Duration> interval;
    private final String contextPath;
    private final LongSupplier nanoTime;
    private final ReentrantLock looking = new ReentrantLock();

    private volatile RunningSite current;
    private volatile long lastLook;

    private ConfigurationFile.Reading inForce;
    private String seen = "";
    private String told = "";

    /**
     * @param interval at most once in which the files are looked at; empty: never
     * @param nanoTime of an arbitrary origin
     * @throws ConfigurationException where the configuration is wrong
     */
    ConfigurationWatch(ConfigurationFile file, Optional<Duration> interval, String contextPath, LongSupplier nanoTime)
            throws IOException {
        this.file = file;
        this.interval = interval;
        this.contextPath = contextPath;
        this.nanoTime = nanoTime;
        this.inForce = file.read();
        this.current = RunningSite.of(Zweiklick.of(inForce.configuration()));
        file.take();
        this.lastLook = nanoTime.getAsLong();
    }

    @Override
    public RunningSite get() {
        if (isDue() && looking.tryLock()) {
            try {
                if (isDue()) {
                    look();
                }
            } finally {
                looking.unlock();
            }
        }
        return current;
    }

    /** Looks no more. */
    void close() {
        current.zweiklick().close();
    }

    /** Whether who asks now has the files looked at, and read anew if they have changed. */
    boolean isDue() {
        return interval.isPresent()
                && nanoTime.getAsLong() - lastLook >= interval.get().toNanos();
    }

    private void look() {
        try {
            if (file.isAsRead(inForce)) {
                settle();
            } else {
                take(file.read());
            }
        } catch (IOException | RuntimeException wrong) {
            refuse(String.valueOf(wrong.getMessage()));
        } finally {
            lastLook = nanoTime.getAsLong();
        }
    }

    private void take(ConfigurationFile.Reading reading) {
        Configuration next = reading.configuration();
        if (reading.name().isEmpty() || (reading.fixed() && !inForce.fixed())) {
            throw new ConfigurationException(inForce.name().orElse("") + ": the file is gone. Put it back, or start the"
                    + " application anew to go on without it");
        }
        if (!next.base().equals(current.zweiklick().configuration().base())) {
            throw new ConfigurationException(reading.name().orElseThrow() + ": \"base\" is \"" + next.base()
                    + "\"; it cannot change while the application runs, for the servlet of the findings is mapped there."
                    + " Start the application anew");
        }
        // Before anything is forgotten for the sake of a configuration that is then refused.
        RunningSite.check(next);
        RunningSite before = current;
        RunningSite after = RunningSite.of(before.zweiklick().succeededBy(next, contextPath));
        current = after;
        inForce = reading;
        file.take();
        settle();
        before.zweiklick().close();
        Log.LOGGER.log(
                System.Logger.Level.INFO,
                "The configuration was read again. " + after.zweiklick().summary());
    }

    private void settle() {
        if (!told.isEmpty()) {
            forgetRefusal();
        }
        seen = "";
        told = "";
    }

    private void forgetRefusal() {
        current.zweiklick()
                .forget(finding -> finding.kind() == Finding.Kind.CONFIGURATION
                        && finding.place().equals(place()));
    }

    private void refuse(String message) {
        if (message.equals(seen) && !message.equals(told)) {
            forgetRefusal();
            told = message;
            current.zweiklick()
                    .report(new Finding(
                            Finding.Kind.CONFIGURATION,
                            place(),
                            "The configuration has changed and is wrong; the one read before stays in force: "
                                    + message,
                            "Mend it; nothing need be started anew"));
        }
        seen = message;
    }

    private String place() {
        return inForce.name().orElse("zweiklick.json");
    }
}
