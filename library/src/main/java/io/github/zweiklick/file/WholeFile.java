package io.github.zweiklick.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that whoever reads it finds the old content or the new, never half of one. */
public final class WholeFile {
    /** What a draft's name ends with; one that is left over was never finished. */
    public static final String DRAFT = ".tmp";

    private WholeFile() {}

    /** @param file in a directory that is there */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, false);
    }

    /**
     * The same, and what was written is on the disk on return: also a power cut leaves the old content or the new.
     *
     * @param file in a directory that is there
     */
    public static void writeDurably(Path file, byte[] content) throws IOException {
        write(file, content, true);
    }

    private static void write(Path file, byte[] content, boolean durably) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "draft", DRAFT);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (durably) {
                    channel.force(true);
                }
            }
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException plain) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
