package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    private static final byte[] TEXT = "Musterstadt ".repeat(1000).getBytes(UTF_8);

    private static PageMemory.Share memory() {
        return PageMemory.OF_APPLICATION.share();
    }

    @Test
    void readsGzip() throws IOException {
        byte[] coded = ContentCoding.gzip(TEXT);
        assertThat(coded.length).isLessThan(TEXT.length);
        assertThat(ContentCoding.GZIP.decode(coded, TEXT.length, memory())).hasValue(TEXT);
    }

    @Test
    void decodesNoMoreThanAllowed() throws IOException {
        assertThat(ContentCoding.GZIP.decode(ContentCoding.gzip(TEXT), TEXT.length - 1, memory()))
                .isEmpty();
    }

    /** What a page takes is known only as it is decoded. */
    @Test
    void decodesNoMoreThanThereIsMemoryFor() throws IOException {
        byte[] coded = ContentCoding.gzip(new byte[1 << 20]);
        PageMemory little = new PageMemory(1 << 20, Duration.ofMillis(1));
        try (PageMemory.Share other = little.share()) {
            other.take(1 << 20);
            assertThatThrownBy(() -> ContentCoding.GZIP.decode(coded, 1 << 20, little.share()))
                    .isInstanceOf(PageMemory.Exhausted.class);
        }
        assertThat(ContentCoding.GZIP.decode(coded, 1 << 20, little.share())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsDeflateWithAndWithoutItsWrapper(boolean bare) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(TEXT);
        } finally {
            deflater.end();
        }
        assertThat(ContentCoding.DEFLATE.decode(bytes.toByteArray(), 1 << 20, memory()))
                .hasValue(TEXT);
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> ContentCoding.GZIP.decode(TEXT, 1 << 20, memory()))
                .isInstanceOf(IOException.class);
        byte[] cut = new byte[20];
        assertThatThrownBy(() -> {
                    System.arraycopy(ContentCoding.gzip(TEXT), 0, cut, 0, cut.length);
                    ContentCoding.GZIP.decode(cut, 1 << 20, memory());
                })
                .isInstanceOf(IOException.class);
    }

    /** Coded by Node's zlib: {@link #TEXT}, 32 MB of zeros, and TEXT with a window of 2^28 that RFC 7932 does not know. */
    @Test
    void readsBrotliWithinBounds() throws IOException {
        byte[] coded = base64("G98u+AWacaShJNDdBrJ+cWAsoKMJgL/slQwC");
        assertThat(ContentCoding.BROTLI.decode(coded, TEXT.length, memory())).hasValue(TEXT);
        assertThat(ContentCoding.BROTLI.decode(coded, TEXT.length - 1, memory()))
                .isEmpty();
        byte[] bomb = base64("y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37v/z//8M/ARCHBQC6938=");
        assertThat(ContentCoding.BROTLI.decode(bomb, 1 << 20, memory())).isEmpty();
        assertThat(ContentCoding.BROTLI.decode(bomb, 1 << 25, memory()))
                .hasValueSatisfying(zeros -> assertThat(zeros).hasSize(1 << 25));
        byte[] largeWindow = base64("EVx8u+AXaMaRhpJAdxvI+sWBsQAdTQD8Za9kEA==");
        assertThatThrownBy(() -> ContentCoding.BROTLI.decode(largeWindow, 1 << 20, memory()))
                .isInstanceOf(IOException.class);
    }

    /** The visitor gets "cannot be shown protected", not the container's page for an unexpected exception. */
    @Test
    void whateverIsWrongWithBrotliIsAnIOException() {
        byte[] coded = base64("G98u+AWacaShJNDdBrJ+cWAsoKMJgL/slQwC");
        Random random = new Random(4711);
        int refused = 0;
        for (int n = 0; n < 2_000; n++) {
            byte[] broken = Arrays.copyOf(coded, n % 5 == 0 ? 1 + random.nextInt(coded.length - 1) : coded.length);
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            try {
                ContentCoding.BROTLI.decode(broken, 1 << 16, memory());
            } catch (IOException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    @Test
    void knowsItsNames() {
        assertThat(ContentCoding.of(List.of())).hasValue(ContentCoding.IDENTITY);
        assertThat(ContentCoding.of(List.of("X-GZIP"))).hasValue(ContentCoding.GZIP);
        assertThat(ContentCoding.of(List.of("BR"))).hasValue(ContentCoding.BROTLI);
        assertThat(ContentCoding.of(List.of("zstd"))).isEmpty();
        assertThat(ContentCoding.of(List.of("gzip", "gzip"))).isEmpty();
    }
}
