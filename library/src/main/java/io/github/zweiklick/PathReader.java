package io.github.zweiklick;

import io.github.zweiklick.json.JsonObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads paths of the configuration. */
final class PathReader {
    private PathReader() {}

    /** A path of a file, absolute or relative to the working directory. */
    static Path file(JsonObject entry, String key, String text) {
        return read(entry, key, text, "write the path of a file");
    }

    /** An absolute path: a container's working directory is seldom what its operator thinks. */
    static Path directory(JsonObject entry, String key, String text) {
        String remedy = "write the absolute path of a directory";
        Path path = read(entry, key, text, remedy);
        if (!path.isAbsolute()) {
            throw entry.wrong(key, remedy);
        }
        return path;
    }

    /** The exception's message would quote the text, its reason does not. */
    private static Path read(JsonObject entry, String key, String text, String remedy) {
        try {
            return Path.of(text);
        } catch (InvalidPathException none) {
            throw entry.wrong(key, remedy + ": " + none.getReason());
        }
    }
}
