package io.github.zweiklick.upstream;

import io.github.zweiklick.file.BoundedFiles;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One file for each snapshot. A file is replaced whole or not at all; one that is damaged is taken for none, with a finding.
 * The oldest go where there would be too many or too large.
 */
final class FileSnapshotStore implements SnapshotStore {
    static final int MOST_FILES = 50_000;
    static final long MOST_BYTES = 256L << 20;
    /** More than any answer that is taken. */
    private static final int LARGEST = 32 << 20;
    /** Sum, magic number, time, length of the key. */
    private static final int HEAD = Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

    private static final String EXTENSION = ".snapshot";
    /** "ZwS" and the version of the format. */
    private static final int MAGIC = 0x5a775301;

    private final Path directory;
    private final long mostBytes;
    private final FindingSink findings;
    private final BoundedFiles files;

    FileSnapshotStore(Path directory, int mostFiles, long mostBytes, InstantSource clock, FindingSink findings) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.findings = findings;
        files = new BoundedFiles(directory, EXTENSION, mostFiles, mostBytes, clock);
    }

    FileSnapshotStore(Path directory, InstantSource clock, FindingSink findings) {
        this(directory, MOST_FILES, MOST_BYTES, clock, findings);
    }

    @Override
    public Optional<Stored> load(String key) throws IOException {
        Path file = file(key);
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes((int) Math.min(LARGEST, mostBytes) + 1);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        Optional<Stored> stored = content.length > Math.min(LARGEST, mostBytes) ? Optional.empty() : read(content, key);
        if (stored.isEmpty()) {
            findings.report(new Finding(
                    Finding.Kind.UPSTREAM,
                    "snapshots/" + file.getFileName(),
                    "A file of what was fetched from networks is damaged and is left out",
                    "Nothing need be done: it is fetched anew and written over."));
        }
        return stored;
    }

    private static Optional<Stored> read(byte[] content, String key) throws IOException {
        if (content.length < HEAD) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            long sum = in.readLong();
            if (sum != sum(content, Long.BYTES) || in.readInt() != MAGIC) {
                return Optional.empty();
            }
            Instant fetched = Instant.ofEpochMilli(in.readLong());
            // Two keys of one name would be a broken digest, or a file that somebody renamed.
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            boolean same = in.readInt() == name.length && Arrays.equals(in.readNBytes(name.length), name);
            return same ? Optional.of(new Stored(fetched, in.readAllBytes())) : Optional.empty();
        }
    }

    @Override
    public void save(String key, Stored stored) throws IOException {
        byte[] content = written(key, stored);
        if (content.length > Math.min(LARGEST, mostBytes)) {
            // All others would have to go, and it as well.
            remove(key);
            return;
        }
        synchronized (files) {
            files.write(name(key), content);
        }
    }

    private static byte[] written(String key, Stored stored) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(buffer)) {
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            out.writeLong(0);
            out.writeInt(MAGIC);
            out.writeLong(stored.fetched().toEpochMilli());
            out.writeInt(name.length);
            out.write(name);
            out.write(stored.content());
        }
        byte[] content = buffer.toByteArray();
        ByteBuffer.wrap(content).putLong(0, sum(content, Long.BYTES));
        return content;
    }

    private static long sum(byte[] content, int from) {
        CRC32C sum = new CRC32C();
        sum.update(content, from, content.length - from);
        return sum.getValue();
    }

    @Override
    public void remove(String key) throws IOException {
        synchronized (files) {
            files.remove(name(key));
        }
    }

    private Path file(String key) {
        return directory.resolve(name(key));
    }

    static String name(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16) + EXTENSION;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Ledger ledger(InstantSource now) {
        return new FileLedger(directory, findings);
    }

    @Override
    public void close() {}
}
