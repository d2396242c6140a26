package io.github.zweiklick.servlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The image library in the self-contained jar: works where it was moved to, and goes with the application. */
class PicturesIT {
    private static final Path WEBP = Path.of("../library/src/test/resources/io/github/zweiklick/media/lossy.webp");

    @Test
    void areDecodedAndLeaveNoClassLoader() throws Exception {
        WeakReference<ClassLoader> loader = decodingAll();
        Eventually.collected(loader);
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> decodingAll() throws Exception {
        URL jar = Path.of(System.getProperty("zweiklick.jar")).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            Class<?> kind = loader.loadClass("io.github.zweiklick.media.Reencoding");
            Constructor<?> constructor = kind.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object reencoding = constructor.newInstance();
            Method of = kind.getDeclaredMethod("of", byte[].class);
            of.setAccessible(true);
            for (byte[] picture : List.of(written("jpeg"), written("png"), written("gif"), Files.readAllBytes(WEBP))) {
                assertThat(of.invoke(reencoding, (Object) picture).toString()).contains("image/jpeg");
            }
            // As the façade does when it is closed.
            Method forget =
                    loader.loadClass("io.github.zweiklick.LinkedRecords").getDeclaredMethod("forget");
            forget.setAccessible(true);
            forget.invoke(null);
            return new WeakReference<>(loader);
        }
    }

    private static byte[] written(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(700, 500, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
