package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageBufferTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1000, 7",
        "0, 300000, 8192",
        "0, 300000, 300000",
        "1000, 1000, 1000",
        "1000, 5000, 999",
        "5000, 1000, 1",
        "0, 8192, 8192",
        "0, 8193, 8192",
        "0, 0, 1"
    })
    void holdsWhatWasWritten(int announced, int bytes, int atOnce) throws IOException {
        byte[] page = new byte[bytes];
        new Random(4711).nextBytes(page);
        PageBuffer buffer = new PageBuffer(PageMemory.OF_APPLICATION.share(), announced);
        for (int at = 0; at < bytes; at += atOnce) {
            byte[] piece = Arrays.copyOfRange(page, Math.max(0, at - 1), Math.min(bytes, at + atOnce));
            int before = at == 0 ? 0 : 1;
            buffer.append(piece, before, piece.length - before);
            assertThat(buffer.length()).isEqualTo(Math.min(bytes, at + atOnce));
        }
        assertThat(buffer.toBytes()).isEqualTo(page);
        assertThat(buffer.toBytes()).isEqualTo(page);
    }

    @Test
    void whatSomebodyElseKeepsIsNeitherCopiedNorChanged() throws IOException {
        byte[] kept = {1, 2, 3};
        PageBuffer buffer = PageBuffer.of(kept, PageMemory.OF_APPLICATION.share());
        assertThat(buffer.length()).isEqualTo(3);
        assertThat(buffer.toBytes()).isSameAs(kept);
        buffer.append(new byte[] {4, 5}, 0, 2);
        assertThat(buffer.toBytes()).containsExactly(1, 2, 3, 4, 5);
        assertThat(kept).containsExactly(1, 2, 3);
    }

    @Test
    void keepsWhatThereWasMemoryFor() throws IOException {
        PageMemory little = new PageMemory(1 << 20, Duration.ofMillis(1));
        byte[] page = new byte[1 << 20];
        new Random(4711).nextBytes(page);
        try (PageMemory.Share other = little.share();
                PageMemory.Share share = little.share()) {
            other.take(1 << 20);
            PageBuffer buffer = new PageBuffer(share);
            assertThatThrownBy(() -> buffer.append(page, 0, page.length)).isInstanceOf(PageMemory.Exhausted.class);
            assertThat(buffer.length()).isBetween(PageMemory.SMALL, page.length - 1);
            assertThat(buffer.toBytes()).isEqualTo(Arrays.copyOf(page, buffer.length()));
        }
    }
}
