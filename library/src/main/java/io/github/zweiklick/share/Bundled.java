package io.github.zweiklick.share;

import io.github.zweiklick.json.JsonFile;
import io.github.zweiklick.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files that come with this package: what it knows of services by name. */
final class Bundled {
    private Bundled() {}

    static JsonObject read(String name) {
        try (InputStream in = Objects.requireNonNull(Bundled.class.getResourceAsStream(name), name)) {
            return JsonFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
