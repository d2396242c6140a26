package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.SnapshotStore.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class FileLedgerTest {
    private static final String KEY = "removed.posts:video";

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private final FindingLog findings = new FindingLog(clock);

    private FileLedger ledger() {
        return new FileLedger(directory, findings);
    }

    private Path first() {
        return directory.resolve("removed.posts_video.ledger");
    }

    private Path second() {
        return directory.resolve("removed.posts_video.ledger2");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> kept(Ledger ledger) throws IOException {
        return ledger.read(KEY).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    private Optional<String> kept() throws IOException {
        return kept(ledger());
    }

    private void keep(String text) throws IOException {
        ledger().change(KEY, before -> bytes(text));
    }

    /** What may happen to a file. */
    enum Harm {
        TRUNCATED,
        EMPTY,
        GARBAGE,
        ONE_BIT,
        LONGER,
        UNREADABLE,
        OTHER_VERSION,
        OF_ANOTHER;

        void to(Path file) throws IOException {
            byte[] whole = Files.readAllBytes(file);
            switch (this) {
                case TRUNCATED -> Files.write(file, Arrays.copyOf(whole, whole.length - 1));
                case EMPTY -> Files.write(file, new byte[0]);
                case GARBAGE -> Files.writeString(file, "not what it was ".repeat(10));
                case ONE_BIT -> {
                    whole[whole.length - 1] ^= 1;
                    Files.write(file, whole);
                }
                case LONGER -> Files.write(file, Arrays.copyOf(whole, whole.length + 1));
                case UNREADABLE -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                }
                case OTHER_VERSION -> {
                    whole[3]++;
                    Files.write(file, whole);
                }
                case OF_ANOTHER -> Files.write(file, new LedgerEntry("removed.museum", 7, bytes("x")).written());
            }
        }
    }

    @Test
    void whatIsChangedIsReadByOthers() throws IOException {
        assertThat(kept()).isEmpty();
        assertThat(directory).as("a look leaves nothing").isEmptyDirectory();
        keep("a");
        assertThat(kept()).contains("a");
        byte[] told =
                ledger().change(KEY, before -> bytes(new String(before.orElseThrow(), StandardCharsets.UTF_8) + "b"));
        assertThat(told).isEqualTo(bytes("ab"));
        assertThat(kept()).contains("ab");
        assertThat(ledger().read("removed.museum")).isEmpty();
        assertThat(findings.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void ofTwoFilesOneIsEnoughAndMendsTheOther(Harm harm) throws IOException {
        for (Path file : List.of(first(), second())) {
            keep("whole");
            harm.to(file);
            assertThat(kept()).contains("whole");
            if (harm != Harm.UNREADABLE) {
                assertThat(Files.readAllBytes(first())).isEqualTo(Files.readAllBytes(second()));
            }
            assertThat(findings.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Finding.Kind.UPSTREAM);
                assertThat(finding.place()).isEqualTo("snapshots/removed.posts_video.ledger");
            });
            findings.forget(finding -> true);
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void whereNeitherIsWholeNothingIsMadeUp(Harm harm) throws IOException {
        keep("whole");
        harm.to(first());
        harm.to(second());
        assertThatThrownBy(this::kept).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> keep("other")).isInstanceOf(IOException.class);
        if (harm != Harm.UNREADABLE) {
            assertThatThrownBy(this::kept)
                    .isInstanceOf(Ledger.UnreadableException.class)
                    .hasMessage("the file removed.posts_video.ledger "
                            + (harm == Harm.OTHER_VERSION
                                    ? "was written by another version of Zweiklick"
                                    : "is damaged"));
            ledger().replace(KEY, bytes("decided"));
            assertThat(kept()).contains("decided");
        }
    }

    @Test
    void whereOneIsDamagedAndTheOtherGoneNothingIsMadeUp() throws IOException {
        keep("whole");
        Files.delete(first());
        Harm.GARBAGE.to(second());
        assertThatThrownBy(this::kept).isInstanceOf(Ledger.UnreadableException.class);
    }

    /** A process was killed between the two files. */
    @Test
    void theLaterOneCounts() throws IOException {
        keep("a");
        byte[] earlier = Files.readAllBytes(first());
        keep("b");
        Files.write(first(), earlier);
        assertThat(kept()).contains("b");
        ledger().change(KEY, before -> before.orElseThrow());
        assertThat(Files.readAllBytes(first())).isEqualTo(Files.readAllBytes(second()));
    }

    @Test
    void whatAChangeRefusesLeavesItAsItWas() throws IOException {
        keep("a");
        assertThatThrownBy(() -> ledger().change(KEY, before -> {
                    throw new IOException("no");
                }))
                .hasMessage("no");
        assertThat(kept()).contains("a");
        keep("b");
        assertThat(kept()).contains("b");
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        keep("a");
        assertThatThrownBy(() -> ledger().change(KEY, before -> new byte[LedgerEntry.LARGEST]))
                .isInstanceOf(IOException.class);
        assertThat(kept()).contains("a");
    }

    /** Two applications of one server with the same directory. */
    @Test
    void noChangeOfManyThreadsIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> changes = new ArrayList<>();
            for (FileLedger ledger : List.of(ledger(), ledger())) {
                for (int time = 0; time < 50; time++) {
                    changes.add(() -> ledger.change(
                            KEY,
                            before -> bytes(new String(before.orElse(new byte[0]), StandardCharsets.UTF_8) + ".")));
                }
            }
            for (Future<byte[]> change : threads.invokeAll(changes)) {
                change.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(kept()).contains(".".repeat(100));
    }

    @Test
    void whereOthersDoNotLetGoItIsSaid() throws Exception {
        ProcessLock held = new ProcessLock(directory);
        ProcessLock wanted = new ProcessLock(directory, Duration.ofMillis(20));
        held.hold(() -> {
            assertThatThrownBy(() -> wanted.hold(() -> "never"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("others hold");
            return "";
        });
        assertThat(wanted.<String>hold(() -> "then")).isEqualTo("then");
    }

    @Test
    void snapshotsMakeNoRoomAtItsCost() throws IOException {
        FileSnapshotStore store = new FileSnapshotStore(directory, 1, 1_000, clock, findings);
        store.ledger(clock).change(KEY, before -> bytes("a"));
        store.save("one", new Stored(Instant.EPOCH, bytes("1")));
        store.save("two", new Stored(Instant.EPOCH, bytes("2")));
        assertThat(store.load("one")).isEmpty();
        assertThat(kept()).contains("a");
    }

    @Test
    void anyStoreHasOne() throws IOException {
        MemoryStore store = new MemoryStore();
        Ledger ledger = store.ledger(clock);
        assertThat(ledger.read(KEY)).isEmpty();
        ledger.change(KEY, before -> bytes("a"));
        assertThat(kept(store.ledger(clock))).contains("a");

        store.save(SnapshotStore.LEDGER + KEY, new Stored(Instant.EPOCH, bytes("damaged")));
        assertThatThrownBy(() -> ledger.read(KEY)).isInstanceOf(Ledger.UnreadableException.class);
        assertThatThrownBy(() -> ledger.change(KEY, before -> bytes("b")))
                .isInstanceOf(Ledger.UnreadableException.class);
        ledger.replace(KEY, bytes("c"));
        assertThat(kept(ledger)).contains("c");
    }
}
