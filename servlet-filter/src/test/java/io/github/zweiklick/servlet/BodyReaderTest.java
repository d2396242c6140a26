package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A body is read whole, or its beginning, unless it takes too long. */
class BodyReaderTest {
    private long nanos = Long.MAX_VALUE - 5;
    private int reads;
    private final BodyReader reader = new BodyReader(() -> nanos);

    /** Gives a byte at each read, and takes its time. */
    private InputStream dripping(byte[] body, Duration each) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                nanos += each.toNanos();
                reads++;
                return super.read(into, offset, Math.min(length, 1));
            }
        };
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void readsItWhole() throws IOException {
        byte[] body = random(60_000);
        assertThat(reader.read(new ByteArrayInputStream(body), 65_537)).contains(body);
        assertThat(reader.read(new ByteArrayInputStream(body), 60_000)).contains(body);
        assertThat(reader.read(InputStream.nullInputStream(), 8_193)).contains(new byte[0]);
    }

    @Test
    void leavesTheRestOfWhatIsTooLong() throws IOException {
        byte[] body = random(60_000);
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        assertThat(reader.read(in, 8_193)).contains(Arrays.copyOf(body, 8_193));
        assertThat(in.available()).isEqualTo(60_000 - 8_193);
    }

    @Test
    void aByteNowAndAgainIsWaitedForSoLong() throws IOException {
        byte[] body = random(100);
        Duration each = Duration.ofSeconds(3);
        assertThat(reader.read(dripping(body, each), 8_193)).isEmpty();
        assertThat(reads).isEqualTo((int) BodyReader.LONGEST.dividedBy(each) + 1);
    }

    @Test
    void aSlowOneInTimeIsRead() throws IOException {
        byte[] body = random(100);
        assertThat(reader.read(dripping(body, Duration.ofMillis(100)), 8_193)).contains(body);
    }
}
