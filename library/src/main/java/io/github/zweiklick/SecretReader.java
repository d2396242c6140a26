package io.github.zweiklick;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.upstream.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads secrets of the configuration. The file itself holds none: it names a variable of the environment, {@code
 * "${NAME}"}, or a file, {@code {"file": "/run/secrets/name"}}.
 */
final class SecretReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

    private SecretReader() {}

    static Secret required(JsonObject entry, String key) {
        entry.require(key);
        return read(entry, key);
    }

    static Optional<Secret> optional(JsonObject entry, String key) {
        return entry.has(key) ? Optional.of(read(entry, key)) : Optional.empty();
    }

    private static Secret read(JsonObject member, String key) {
        JsonObject entry = member.quoting();
        return entry.isObject(key) ? inFile(entry, key) : inEnvironment(entry, key);
    }

    private static Secret inEnvironment(JsonObject entry, String key) {
        Matcher variable = VARIABLE.matcher(entry.requiredString(key));
        if (!variable.matches()) {
            throw entry.wrong(
                    key,
                    "secrets do not stand in the file: write \"${NAME}\", a variable of the environment, or"
                            + " {\"file\": \"/path\"}");
        }
        String name = variable.group(1);
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw entry.wrong(key, "the environment has no variable " + name + ", or it is empty");
        }
        return new Secret("${" + name + "}", value::strip);
    }

    private static Secret inFile(JsonObject entry, String key) {
        JsonObject place = entry.requiredObject(key);
        place.allow("file");
        String path = place.requiredString("file");
        Path file = PathReader.file(place, "file", path);
        if (!Files.isReadable(file)) {
            throw place.wrong("file", "there is no such file, or it cannot be read");
        }
        if (!Files.isRegularFile(file)) {
            throw place.wrong(
                    "file", "this is a directory or a device: name the file in which the secret stands alone");
        }
        try {
            if (text(file).isEmpty()) {
                throw place.wrong("file", "the file is empty: write the secret into it, and nothing else");
            }
        } catch (IOException unreadable) {
            throw place.wrong("file", "the file cannot be read as text in UTF-8: write the secret into it anew");
        }
        return new Secret(path, () -> anew(file));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private static String anew(Path file) {
        try {
            return text(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
