package io.github.zweiklick.audit.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The executable of a browser. An update writes it anew: by size and time of change it is known to be the same.
 *
 * @param size in bytes
 */
public record BrowserFile(Path path, long size, Instant modified) {

    static BrowserFile of(Path path) throws IOException {
        return new BrowserFile(
                path.toAbsolutePath(),
                Files.size(path),
                Files.getLastModifiedTime(path).toInstant());
    }
}
