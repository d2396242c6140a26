package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.AuditResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sums of all files of a report's folder: {@code manifest.json}, and {@code manifest.sig} where it is signed. Written
 * last, so that a folder with a manifest holds a whole report.
 */
public final class Manifest {
    /** Name of the file. */
    public static final String FILE = "manifest.json";

    /** Name of the signature's file. */
    public static final String SIGNATURE = "manifest.sig";

    /** Name of a folder that lies beside a report until the audit is whole, and is no part of it. */
    public static final String UNFINISHED = "unfinished";

    /** What a path begins with whose file may be gone one day. */
    static final String RAW = RawLogs.FOLDER + "/";

    static final int VERSION = 1;
    private static final String DRAFT = ".draft";

    private Manifest() {}

    /**
     * One file.
     *
     * @param path below the report's folder, with slashes
     * @param sha256 of its content, in lower-case hexadecimal
     * @param until the day on which it is to be deleted, and from which it may be gone; raw logs only
     */
    record Entry(String path, long bytes, String sha256, Optional<LocalDate> until) {}

    /**
     * Writes down the sums of all files below a report's folder. An earlier manifest is taken away first.
     *
     * @param report the folder, which holds files and folders only
     * @param key signs it
     * @throws IOException when a file cannot be read or written, or is a link
     */
    public static void write(Path report, AuditResult result, Optional<SigningKey> key, Clock clock)
            throws IOException {
        Files.deleteIfExists(report.resolve(FILE));
        Files.deleteIfExists(report.resolve(SIGNATURE));
        List<Entry> entries = entries(ReportFiles.in(report));
        StringWriter text = new StringWriter();
        JsonOut json = new JsonOut(text);
        json.number("manifest", VERSION)
                .plain("audit", result.setup().audit())
                .plain("setup", result.setup().hash())
                .time("started", result.started())
                .time("ended", result.ended())
                .time("written", clock.instant());
        last(entries).ifPresent(day -> json.time("rawLogsUntil", day));
        key.ifPresent(signer -> json.plain("key", signer.verifying().fingerprint()));
        json.list("files", entries, file -> {
            json.plain("path", file.path()).number("bytes", file.bytes()).plain("sha256", file.sha256());
            file.until().ifPresent(day -> json.time("until", day));
        });
        json.end();
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        if (key.isPresent()) {
            replace(report.resolve(SIGNATURE), signature(content, key.get()));
        }
        replace(report.resolve(FILE), content);
    }

    private static List<Entry> entries(ReportFiles files) throws IOException {
        if (!files.others().isEmpty()) {
            throw new IOException("a report holds files only, and these are none: " + files.others());
        }
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.regular().entrySet()) {
            entries.add(new Entry(
                    file.getKey(),
                    Files.size(file.getValue()),
                    Sha256.of(file.getValue()),
                    file.getKey().startsWith(RAW)
                            ? RawLogs.until(file.getKey().substring(RAW.length()))
                            : Optional.empty()));
        }
        // The logs' readme goes with the last of them.
        Optional<LocalDate> last = last(entries);
        entries.replaceAll(entry -> entry.path().equals(RAW + RawLogs.README)
                ? new Entry(entry.path(), entry.bytes(), entry.sha256(), last)
                : entry);
        return entries;
    }

    private static Optional<LocalDate> last(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.until().stream()).max(LocalDate::compareTo);
    }

    private static byte[] signature(byte[] manifest, SigningKey key) {
        Base64.Encoder base64 = Base64.getEncoder();
        StringWriter text = new StringWriter();
        JsonOut json = new JsonOut(text);
        json.plain("algorithm", SigningKey.ALGORITHM)
                .plain("fingerprint", key.verifying().fingerprint())
                .plain("publicKey", base64.encodeToString(key.verifying().encoded()))
                .plain("signature", base64.encodeToString(key.sign(manifest)));
        json.end();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All of it is on the disk before it bears its name. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + DRAFT);
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
