package io.github.zweiklick.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Material beside the repository that is not part of it; tests over it are skipped where it is absent. */
final class SharedMaterial {
    private static final Path ROOT = Path.of(System.getProperty("zweiklick.shared", "../../shared"));

    private SharedMaterial() {}

    /** The files of a folder whose names match, by name; the test is skipped where there is no such folder. */
    static List<Path> files(String folder, String glob) {
        Path directory = ROOT.resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(directory), "No shared material at " + directory);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, glob)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }
}
