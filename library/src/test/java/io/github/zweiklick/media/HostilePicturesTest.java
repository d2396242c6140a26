package io.github.zweiklick.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no picture, lies about its size, or would take the server's memory or time. */
@Timeout(60)
class HostilePicturesTest {
    private static final Reencoding REENCODING = new Reencoding();
    private static final long SEED = Long.getLong("zweiklick.seed", 7);

    /** Of each form; with {@code ./verify --full} some minutes' worth. */
    private static final int MUTATIONS =
            Integer.getInteger("zweiklick.mutations", System.getProperty("full") == null ? 300 : 20_000);

    /** A little file whose texts and profiles would be a large one. */
    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void whatInflatesIsNotInflated(String type) throws InterruptedException {
        byte[] bomb = Samples.deflated(new byte[64 << 20]);
        byte[] content = Samples.joined(Samples.latin1(type.equals("iTXt") ? "a\0\1\0\0\0" : "a\0\0"), bomb);
        assertThat(ReencodingTest.of(Samples.pngWith(Samples.png(40, 30), type, content))
                        .versions())
                .hasSize(1);
    }

    static Stream<Arguments> dead() {
        byte[] gif = Samples.written("gif", Samples.halves(10, 10, BufferedImage.TYPE_BYTE_INDEXED));
        byte[] hugeFrame = gif.clone();
        int descriptor = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0\n\0\n\0");
        Arrays.fill(hugeFrame, descriptor + 5, descriptor + 9, (byte) 0xff);
        byte[] lossy = Samples.webp("lossy");
        byte[] hugeWebp = lossy.clone();
        int head = new String(lossy, StandardCharsets.ISO_8859_1).indexOf("\u009d\u0001*");
        Arrays.fill(hugeWebp, head + 3, head + 7, (byte) 0x3f);
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of(
                        "svg",
                        Samples.latin1("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")),
                Arguments.of("html", Samples.latin1("<!DOCTYPE html><img src=x onerror=alert(1)>")),
                Arguments.of("script that begins as a GIF", Samples.latin1("GIF89a=1;alert(1)//")),
                Arguments.of("script that begins as a JPEG", Samples.latin1("\u00ff\u00d8\u00ff=1;alert(1)")),
                Arguments.of(
                        "html that begins as a WebP", Samples.latin1("RIFF<!--WEBPVP8 --><script>alert(1)</script>")),
                Arguments.of("bitmap", Samples.written("bmp", Samples.halves(10, 10, BufferedImage.TYPE_INT_RGB))),
                Arguments.of("avif", Samples.latin1("\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf")),
                Arguments.of("png of 3.6 gigapixels", Samples.pngOf(60_000, 60_000)),
                Arguments.of("png of too many bits", Samples.pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                Arguments.of("png without a pixel", Samples.pngOf(0, 10)),
                Arguments.of("png of a head alone", Samples.part(Samples.png(10, 10), 0, 33)),
                Arguments.of("gif with a frame of 4 gigapixels", hugeFrame),
                Arguments.of("webp whose frame is larger than it says", hugeWebp),
                Arguments.of("webp coded without loss", Samples.webp("lossless")),
                Arguments.of("webp coded without loss, transparent", Samples.webp("lossless-alpha")),
                Arguments.of("webp whose transparency is coded without loss", Samples.webp("lossy-alpha")),
                Arguments.of("webp cut off", Samples.part(lossy, 0, lossy.length - 70)),
                Arguments.of(
                        "jpeg of very many scans",
                        Samples.joined(Samples.jpeg(10, 10), Samples.latin1("\u00ff\u00da".repeat(100)))),
                Arguments.of("jpeg, lossless, of a kind nobody shows", lossless(Samples.jpeg(10, 10))),
                Arguments.of(
                        "jpeg with something between its segments",
                        Samples.joined(
                                Samples.part(Samples.jpeg(10, 10), 0, 2),
                                new byte[1],
                                Samples.part(Samples.jpeg(10, 10), 2, 100))),
                Arguments.of("jpeg of a head alone", Samples.part(Samples.jpeg(10, 10), 0, 20)));
    }

    private static byte[] lossless(byte[] jpeg) {
        jpeg[new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0") + 1] = (byte) 0xc3;
        return jpeg;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dead")
    void isNoPicture(String what, byte[] bytes) {
        assertThatThrownBy(() -> REENCODING.of(bytes)).isInstanceOf(UnshowableException.class);
    }

    /** The size of the screen is nobody's: what counts is the frame. */
    @Test
    void gifOnAVastScreen() throws InterruptedException {
        byte[] gif = Samples.written("gif", Samples.halves(10, 10, BufferedImage.TYPE_BYTE_INDEXED));
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        assertThat(ReencodingTest.sizes(ReencodingTest.of(gif))).containsExactly("320: 10x10");
    }

    /** Cut off or changed anywhere it is shown or not, but nothing else happens, and soon. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.zweiklick.media.ReencodingTest#formats")
    @Timeout(600)
    void damagedOnesAreShownOrNot(String form, byte[] whole) throws InterruptedException {
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = damaged(whole, i, random);
            try {
                assertThat(REENCODING.of(damaged).versions()).isNotEmpty();
            } catch (UnshowableException dead) {
                assertThat(dead.getMessage()).isNotBlank();
            } catch (RuntimeException | Error broken) {
                throw new AssertionError(form + ", mutation " + i + " with -Dzweiklick.seed=" + SEED, broken);
            }
        }
    }

    /** Cut off, or some bytes changed, or a run of them, or a part of it twice. */
    private static byte[] damaged(byte[] whole, int kind, Random random) {
        int at = random.nextInt(whole.length);
        if (kind % 4 == 0) {
            return Samples.part(whole, 0, at);
        }
        if (kind % 4 == 1) {
            return Samples.joined(
                    Samples.part(whole, 0, at), Samples.part(whole, random.nextInt(at + 1), whole.length));
        }
        byte[] damaged = whole.clone();
        if (kind % 4 == 2) {
            Arrays.fill(damaged, at, Math.min(whole.length, at + 1 + random.nextInt(8)), (byte) random.nextInt());
        } else {
            for (int change = 0; change < 3; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
        }
        return damaged;
    }
}
