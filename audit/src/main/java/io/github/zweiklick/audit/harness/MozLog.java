package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Firefox's own log ({@code MOZ_LOG}), read on as it grows. It is written line by line as things happen, so a browser that
 * was killed leaves all of it but half a line. Requests are read here as well, and not from WebDriver BiDi's events: one
 * witness with one clock, whose word can be kept as a file, and whose lines say when a request was sent and not that one was
 * wanted.
 *
 * @see <a href="https://firefox-source-docs.mozilla.org/networking/http/logging.html">HTTP logging</a>
 */
final class MozLog implements Account {

    /** The least that tells of names, sockets and requests. {@code sync}: nothing is held back by a browser that dies. */
    static final String MODULES = "timestamp,sync,nsHostResolver:4,nsSocketTransport:1,nsHttp:1";

    /** What {@code MOZ_LOG_FILE} is to say, in a folder: Firefox adds what tells its processes apart. */
    static final String NAME = "contacts";

    private static final int PART = 1 << 16;
    private static final int LONGEST_LINE = 1 << 16;

    private final Path folder;
    private final Runnable deletion;
    private final MozLogLines lines = new MozLogLines();
    private final byte[] part = new byte[PART];
    private StringBuilder half = new StringBuilder();
    private long read;
    private Optional<String> unreadable = Optional.empty();

    /**
     * @param folder in which the log lies
     * @param deletion deletes that folder
     */
    MozLog(Path folder, Runnable deletion) {
        this.folder = folder;
        this.deletion = deletion;
    }

    /** The main process's: it asks all names and opens all connections. */
    private Optional<Path> file() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + "*.moz_log")) {
            for (Path file : files) {
                if (!file.getFileName().toString().contains(".child-")) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        }
    }

    private synchronized void readOn() {
        try {
            Optional<Path> file = file();
            if (file.isEmpty()) {
                return;
            }
            try (RandomAccessFile log = new RandomAccessFile(file.get().toFile(), "r")) {
                log.seek(read);
                for (int count = log.read(part); count > 0; count = log.read(part)) {
                    read += count;
                    take(new String(part, 0, count, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            unreadable = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Hosts and what else is read here are ASCII, so bytes may be cut anywhere. */
    private void take(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            half.append(text, start, end);
            lines.take(half.toString());
            half = new StringBuilder();
            start = end + 1;
        }
        if (half.length() < LONGEST_LINE) {
            half.append(text, start, text.length());
        }
    }

    @Override
    public long seen() {
        readOn();
        return lines.byPages();
    }

    @Override
    public synchronized Told tell(Timeline timeline, boolean ended) {
        readOn();
        List<Untested> gaps = new ArrayList<>();
        if (unreadable.isPresent()) {
            gaps.add(Untested.of(Untested.Kind.LOG, unreadable.get()));
        } else if (ended) {
            List<String> unknown = lines.unknown();
            unknown.forEach(what ->
                    gaps.add(Untested.of(Untested.Kind.LOG, "no line about " + what + " is known in this version's")));
            if (unknown.size() == MozLogLines.KINDS) {
                gaps.add(Untested.of(Untested.Kind.EVERYTHING));
            }
        }
        gaps.add(Untested.of(Untested.Kind.ALIASES));
        gaps.add(Untested.of(Untested.Kind.DATAGRAMS));
        if (lines.overflowed()) {
            gaps.add(Untested.of(Untested.Kind.END_OF_LOG));
        }
        return Told.of(lines.sightings(), gaps);
    }

    @Override
    public void forget(Consumer<Path> keeper) {
        try {
            file().ifPresent(keeper);
        } catch (IOException unreadableFolder) {
            throw new IllegalStateException("Firefox's log could not be kept", unreadableFolder);
        } finally {
            deletion.run();
        }
    }
}
