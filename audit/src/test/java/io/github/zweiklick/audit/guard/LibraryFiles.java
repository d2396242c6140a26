package io.github.zweiklick.audit.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The libraries that the build has fetched from npm, in the versions and with the sums of src/test/npm/package-lock.json. */
public final class LibraryFiles {
    private static final Path FOLDER = Path.of("target", "npm");
    private static final Path MODULES = FOLDER.resolve("node_modules");

    private LibraryFiles() {}

    /** Skips the test visibly where npm or its registry is missing; wrong sums are no reason to skip. */
    public static void assumeThere() throws IOException {
        Path log = FOLDER.resolve("npm.log");
        String said = Files.exists(log) ? Files.readString(log) : "npm is not installed";
        assertThat(said).as("what npm ci said").doesNotContain("EINTEGRITY");
        assumeTrue(
                Files.exists(MODULES.resolve(".package-lock.json")),
                "the libraries could not be fetched with npm: see audit/" + log + ": " + said.strip());
    }

    /** A file of a package, as {@code jquery/dist/jquery.min.js}; empty where there is none. */
    public static Optional<byte[]> read(String path) throws IOException {
        Path file = MODULES.resolve(path).normalize();
        return file.startsWith(MODULES) && Files.isRegularFile(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** A CommonJS module as a script that tells it by the name of its file, without the bundler of its users. */
    static Optional<byte[]> script(String path) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1, path.indexOf(".production"));
        return read(path)
                .map(code -> ("{const module = {exports: {}}; ((module, exports) => {"
                                + new String(code, StandardCharsets.UTF_8) + "\n})(module, module.exports);modules['"
                                + name
                                + "'] = module.exports;}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
