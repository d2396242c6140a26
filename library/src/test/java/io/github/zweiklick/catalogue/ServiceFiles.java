package io.github.zweiklick.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The bundled files, for tests over every one of them. */
final class ServiceFiles {
    private ServiceFiles() {}

    static List<String> ids() {
        return BundledServices.text("index")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    static String text(String id) {
        return BundledServices.text(id + ".json");
    }

    /** The lines of a test's table, comments left out. */
    static Stream<String> lines(String table) {
        try (InputStream in = ServiceFiles.class.getResourceAsStream(table)) {
            String text = new String(Objects.requireNonNull(in, table).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
