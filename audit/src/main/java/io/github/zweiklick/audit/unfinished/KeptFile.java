package io.github.zweiklick.audit.unfinished;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.github.zweiklick.audit.report.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One record in a file that its owner only may read: a line with the SHA-256 of what follows, then JSON. It is there as a
 * whole or not at all, and it is known when it was damaged.
 */
public record KeptFile(Path path) {
    private static final String DRAFT = ".draft";
    private static final int SUM = 64;

    /** Pages say strings that are no well-formed Unicode: escaped, they come back as they were. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            // isPage() and the like are no part of a record.
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .build();

    /** Makes a folder that its owner only may read, where it is missing. */
    public static void folder(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.getFileAttributeView(folder, PosixFileAttributeView.class)
                    .setPermissions(PosixFilePermissions.fromString("rwx------"));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault())
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Writes a record: it is on the disk before it bears its name. */
    public void write(Record content) throws IOException {
        byte[] json = JSON.writeValueAsBytes(content);
        Path draft = path.resolveSibling(path.getFileName() + DRAFT);
        Files.deleteIfExists(draft);
        FileAttribute<?>[] access = isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), access)) {
            writeAll(channel, ByteBuffer.wrap((sum(json, 0) + "\n").getBytes(StandardCharsets.US_ASCII)));
            writeAll(channel, ByteBuffer.wrap(json));
            channel.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** @throws IOException when it cannot be read or is damaged */
    public <T extends Record> T read(Class<T> kind) throws IOException {
        byte[] content = Files.readAllBytes(path);
        if (content.length <= SUM
                || content[SUM] != '\n'
                || !new String(content, 0, SUM, StandardCharsets.US_ASCII).equals(sum(content, SUM + 1))) {
            throw new IOException(path + " is damaged");
        }
        try {
            return JSON.readValue(content, SUM + 1, content.length - SUM - 1, kind);
        } catch (JacksonException other) {
            throw new IOException(path + " was written by another version", other);
        }
    }

    private static String sum(byte[] content, int from) {
        return Sha256.of(Arrays.copyOfRange(content, from, content.length));
    }
}
