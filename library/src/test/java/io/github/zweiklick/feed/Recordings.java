package io.github.zweiklick.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Answers that were recorded; other people's material that lies beside the repository, where it does. */
final class Recordings {
    private static final Path FOLDER =
            Path.of(System.getProperty("zweiklick.shared", "../../shared")).resolve("recordings");

    private Recordings() {}

    /** Skips the test where there are none. */
    static void assume() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "No recordings at " + FOLDER);
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Names of one folder's; none where there are no recordings. */
    static List<String> names(String folder) {
        if (!Files.isDirectory(FOLDER.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
