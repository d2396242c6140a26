package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.result.AuditVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Keeps passed self-tests, one file a browser, so that not every visit needs one of its own. */
public final class SelfTestRecord {

    private static final int NAME_BYTES = 8;

    private SelfTestRecord() {}

    /** {@code $XDG_STATE_HOME/zweiklick-audit}, by default below {@code ~/.local/state} (XDG Base Directory). */
    public static Path standardFolder() {
        return folder(System.getenv());
    }

    static Path folder(Map<String, String> environment) {
        // The specification has relative paths ignored.
        return Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
                .resolve("zweiklick-audit");
    }

    /**
     * The self-test this browser has passed: the same executable, the same version, this version of the audit. Empty as well
     * where what was kept cannot be read.
     *
     * @param version as the browser says it
     * @param folder where records are kept
     */
    public static Optional<SelfTestResult> find(Path browser, String version, Path folder) {
        return find(browser, folder).filter(result -> result.version().equals(version));
    }

    /**
     * The same before the browser was asked for its version: a file of the same size that was not written since is the same
     * browser.
     */
    public static Optional<SelfTestResult> find(Path browser, Path folder) {
        try {
            BrowserFile present = BrowserFile.of(browser);
            return ResultJson.read(Files.readString(file(present, folder), StandardCharsets.UTF_8))
                    .filter(SelfTestResult::passed)
                    .filter(result -> result.browser().equals(present))
                    .filter(result -> result.audit().equals(AuditVersion.NUMBER));
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a self-test that was passed; forgets what was kept of this browser where it was not. A short one does not take
     * the place of a whole one.
     *
     * @param folder is made where it is missing
     */
    public static void keep(SelfTestResult result, Path folder) throws IOException {
        Path file = file(result.browser(), folder);
        if (!result.passed()) {
            Files.deleteIfExists(file);
            return;
        }
        boolean wholeIsKept = find(result.browser().path(), result.version(), folder)
                .filter(kept -> kept.extent() == Extent.FULL && kept.mode().compareTo(result.mode()) <= 0)
                .isPresent();
        if (result.extent() == Extent.SHORT && wholeIsKept) {
            return;
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "self-test", ".tmp");
        Files.writeString(written, ResultJson.write(result), StandardCharsets.UTF_8);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path file(BrowserFile browser, Path folder) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256")
                    .digest(browser.path().toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
        return folder.resolve("self-test-" + HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".json");
    }
}
