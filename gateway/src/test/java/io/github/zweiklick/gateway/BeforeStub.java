package io.github.zweiklick.gateway;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Tests of a gateway with a stub site behind it, both new for each. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class BeforeStub {
    /** What one direction of a connection holds on its way, at most: nothing that grows with what is sent. */
    static final long HELD = 32L << 20;

    StubSite site;
    Running gateway;

    @BeforeEach
    void start() throws Exception {
        site = new StubSite();
        gateway = Running.before(site);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        site.close();
    }

    /** A number once it no longer grows. */
    static long settled(AtomicLong number) throws InterruptedException {
        long before = -1;
        while (before != number.get() || before == 0) {
            before = number.get();
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(700).toMillis());
        }
        return before;
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
