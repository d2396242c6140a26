package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.SnapshotStore.Stored;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileSnapshotStoreTest {
    private static final Instant FETCHED = Instant.parse("2026-11-24T09:00:00.123Z");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private final FindingLog findings = new FindingLog(clock);
    private FileSnapshotStore store = new FileSnapshotStore(Path.of("unused"), clock, findings);

    @BeforeEach
    void open() {
        store = anew(100, 1 << 20);
    }

    @Test
    void whatIsSavedIsLoadedAlsoByAnother() throws IOException {
        store.save("facebook https://www.musterstadt.example/ä?b", stored("7"));
        store.save("facebook https://www.musterstadt.example/", stored(""));
        for (FileSnapshotStore any : List.of(store, anew(100, 1 << 20))) {
            assertThat(text(any, "facebook https://www.musterstadt.example/ä?b"))
                    .contains("7");
            assertThat(text(any, "facebook https://www.musterstadt.example/")).contains("");
            assertThat(any.load("facebook https://www.musterstadt.example/")
                            .orElseThrow()
                            .fetched())
                    .isEqualTo(FETCHED);
            assertThat(text(any, "facebook")).isEmpty();
        }
        store.save("facebook https://www.musterstadt.example/", stored("8"));
        assertThat(text(store, "facebook https://www.musterstadt.example/")).contains("8");
        assertThat(files()).hasSize(2).allMatch(name -> name.matches("[0-9a-f]{32}\\.snapshot"));
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void whatIsRemovedIsGone() throws IOException {
        store.save("a", stored("7"));
        store.remove("a");
        store.remove("a");
        store.remove("b");
        assertThat(text(store, "a")).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void theOldestGoWhereThereAreTooMany() throws IOException {
        FileSnapshotStore small = anew(3, 1 << 20);
        for (String key : List.of("a", "b", "c", "a", "d")) {
            small.save(key, stored(key));
        }
        assertThat(text(small, "b")).isEmpty();
        assertThat(files()).hasSize(3);
        assertThat(text(small, "a")).contains("a");
    }

    @Test
    void theOldestGoWhereTheyAreTooLarge() throws IOException {
        FileSnapshotStore small = anew(100, 1_000);
        for (String key : List.of("a", "b", "c")) {
            small.save(key, stored("x".repeat(400)));
        }
        assertThat(text(small, "a")).isEmpty();
        assertThat(text(small, "b")).isPresent();
        assertThat(text(small, "c")).isPresent();
    }

    @Test
    void whatIsLargerThanAllMayBeIsNotKeptAndPushesNothingOut() throws IOException {
        FileSnapshotStore small = anew(100, 1_000);
        small.save("a", stored("7"));
        small.save("b", stored("8"));
        small.save("b", stored("x".repeat(2_000)));
        assertThat(text(small, "a")).contains("7");
        assertThat(text(small, "b")).as("no older value in its place").isEmpty();
    }

    @Test
    void boundsHoldForWhatWasThereBefore() throws IOException {
        for (int i = 0; i < 5; i++) {
            store.save("k" + i, stored("7"));
            Files.setLastModifiedTime(
                    file("k" + i), FileTime.from(clock.instant().plusSeconds(i)));
        }
        anew(3, 1 << 20).save("new", stored("7"));
        assertThat(files()).hasSize(3);
        assertThat(text(store, "k2")).isEmpty();
        assertThat(text(store, "k3")).isPresent();
        assertThat(text(store, "k4")).isPresent();
        assertThat(text(store, "new")).isPresent();
    }

    @Test
    void othersFilesAreNeitherCountedNorTouched() throws IOException {
        Files.writeString(directory.resolve("machine.snapshot"), "x".repeat(5_000));
        Files.writeString(directory.resolve("a.tmp"), "of somebody else");
        Files.writeString(directory.resolve("draft.tmp"), "of somebody else");
        Files.createDirectory(directory.resolve("0".repeat(32)));
        age("a.tmp", "draft.tmp");
        FileSnapshotStore small = anew(1, 1_000);
        small.save("a", stored("7"));
        small.save("b", stored("7"));
        assertThat(files())
                .contains("machine.snapshot", "a.tmp", "draft.tmp", "0".repeat(32))
                .hasSize(5);
        assertThat(text(small, "b")).contains("7");
    }

    @Test
    void draftsThatWereNeverFinishedGoAndThoseBeingWrittenStay() throws IOException {
        Files.writeString(directory.resolve("draft123.tmp"), "half");
        Files.writeString(directory.resolve("draft456.tmp"), "half");
        age("draft123.tmp");
        Files.setLastModifiedTime(directory.resolve("draft456.tmp"), FileTime.from(clock.instant()));
        store.save("a", stored("7"));
        assertThat(files()).hasSize(2).contains("draft456.tmp");
    }

    @Test
    void aDamagedFileIsLeftOutWithAFindingAndWrittenOver() throws IOException {
        store.save("a", stored("7"));
        Path file = file("a");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(store.load("a")).as("%d bytes of it", length).isEmpty();
        }
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            assertThat(store.load("a")).as("a wrong bit in byte %d", i).isEmpty();
        }
        Files.writeString(file, "<html>".repeat(1_000));
        assertThat(store.load("a")).isEmpty();
        assertThat(findings.tallies()).singleElement().satisfies(tally -> {
            assertThat(tally.places()).containsExactly("snapshots/" + file.getFileName());
            assertThat(tally.finding().remedy())
                    .isEqualTo("Nothing need be done: it is fetched anew and written over.");
        });
        store.save("a", stored("8"));
        assertThat(text(store, "a")).contains("8");
    }

    @Test
    void manyDamagedFilesAreOneLineInTheLog() throws IOException {
        for (String key : List.of("a", "b", "c")) {
            store.save(key, stored("7"));
        }
        for (String name : files()) {
            Files.writeString(directory.resolve(name), "damaged");
        }
        for (String key : List.of("a", "b", "c")) {
            assertThat(store.load(key)).isEmpty();
        }
        assertThat(findings.tallies())
                .singleElement()
                .satisfies(tally -> assertThat(tally.places()).hasSize(3));
    }

    @Test
    void aFileThatIsMuchTooLargeIsNotRead() throws IOException {
        store.save("a", stored("7"));
        try (RandomAccessFile file = new RandomAccessFile(file("a").toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertThat(store.load("a")).isEmpty();
        assertThat(findings.findings()).hasSize(1);
    }

    @Test
    void aRenamedFileIsNotTaken() throws IOException {
        store.save("a", stored("7"));
        Files.move(file("a"), file("b"));
        assertThat(store.load("b")).isEmpty();
        assertThat(findings.findings()).hasSize(1);
    }

    @Test
    void manyWritersLeaveOneWholeValue() throws Exception {
        int writers = 8;
        CountDownLatch written = new CountDownLatch(writers);
        FileSnapshotStore another = anew(100, 1 << 20);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < writers; i++) {
            FileSnapshotStore mine = i % 2 == 0 ? store : another;
            String value = Integer.toString(i).repeat(1_000 * (i + 1));
            new Thread(() -> {
                        try {
                            for (int round = 0; round < 20; round++) {
                                mine.save("a", stored(value));
                                String found = text(mine, "a").orElseThrow();
                                assertThat(found.chars().distinct().count()).isEqualTo(1);
                                assertThat(found).hasSize(1_000 * (found.charAt(0) - '0' + 1));
                            }
                        } catch (IOException | RuntimeException | AssertionError failure) {
                            failures.add(failure);
                        } finally {
                            written.countDown();
                        }
                    })
                    .start();
        }
        written.await();
        assertThat(failures).isEmpty();
        assertThat(files()).hasSize(1);
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void theDirectoryIsMadeAlsoAnewAndBehindALink() throws IOException {
        Path there = directory.resolve("var/snapshots");
        FileSnapshotStore deep = new FileSnapshotStore(there, 100, 1 << 20, clock, findings);
        assertThat(deep.load("a")).isEmpty();
        deep.save("a", stored("7"));
        try (Stream<Path> all = Files.list(there)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(there);
        deep.save("a", stored("8"));
        assertThat(text(deep, "a")).contains("8");
        Path link = Files.createSymbolicLink(directory.resolve("link"), there);
        FileSnapshotStore linked = new FileSnapshotStore(link, 100, 1 << 20, clock, findings);
        linked.save("b", stored("9"));
        assertThat(text(linked, "a")).contains("8");
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        FileSnapshotStore none = new FileSnapshotStore(file, 100, 1 << 20, clock, findings);
        assertThatThrownBy(() -> none.save("a", stored("7"))).isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).isEqualTo("no directory");
    }

    private Path file(String key) {
        return directory.resolve(FileSnapshotStore.name(key));
    }

    private FileSnapshotStore anew(int most, long bytes) {
        return new FileSnapshotStore(directory, most, bytes, clock, findings);
    }

    private void age(String... names) throws IOException {
        for (String name : names) {
            Files.setLastModifiedTime(
                    directory.resolve(name), FileTime.from(clock.instant().minus(Duration.ofDays(1))));
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Stored stored(String value) {
        return new Stored(FETCHED, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(FileSnapshotStore from, String key) throws IOException {
        return from.load(key).map(stored -> new String(stored.content(), StandardCharsets.UTF_8));
    }
}
