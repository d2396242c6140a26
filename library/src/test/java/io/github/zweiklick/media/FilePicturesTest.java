package io.github.zweiklick.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePicturesTest {
    private static final String A = PictureName.of("a");
    private static final String B = PictureName.of("b");
    private static final String C = PictureName.of("c");

    @TempDir
    private Path parent;

    private final TestClock clock = new TestClock();
    private final FindingLog findings = new FindingLog(clock);

    private Path directory() {
        return parent.resolve("pictures");
    }

    private FilePictures store(long most, int preparation) {
        return new FilePictures(directory(), most, preparation, clock, findings);
    }

    private FilePictures store() {
        return store(1 << 20, 2);
    }

    private static Pictures pictures(int... sizes) {
        return new Pictures(Stream.iterate(0, i -> i < sizes.length, i -> i + 1)
                .map(i -> new Pictures.Version(
                        MediaProxy.WIDTHS.get(i), Picture.of(PictureType.JPEG, filled(sizes[i], i))))
                .toList());
    }

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.toList();
        }
    }

    @Test
    void keepsEachWidth() {
        FilePictures store = store();
        store.save(A, pictures(10, 20, 30), clock.instant());
        for (FilePictures one : List.of(store, store())) {
            assertThat(one.find(A, 320)).hasValueSatisfying(held -> {
                assertThat(held.picture().bytes()).isEqualTo(filled(10, 0));
                assertThat(held.picture().contentType()).isEqualTo("image/jpeg");
                assertThat(held.picture().tag())
                        .isEqualTo(Picture.of(PictureType.JPEG, filled(10, 0)).tag());
                assertThat(held.made()).isEqualTo(clock.instant());
            });
            assertThat(one.find(A, 640).orElseThrow().picture().bytes()).isEqualTo(filled(20, 1));
            assertThat(one.find(A, 1280).orElseThrow().picture().bytes()).isEqualTo(filled(30, 2));
            assertThat(one.find(B, 320)).isEmpty();
            assertThat(one.extent().pictures()).isOne();
        }
    }

    @Test
    void widestServesWhatIsWider() {
        FilePictures store = store();
        store.save(A, pictures(10), clock.instant());
        assertThat(store.find(A, 1280).orElseThrow().picture().bytes()).hasSize(10);
    }

    @Test
    void thoseNotAskedForTheLongestGo() {
        FilePictures store = store(3_000, 2);
        store.save(A, pictures(1_000), clock.instant());
        store.save(B, pictures(1_000), clock.instant());
        assertThat(store.find(A, 320)).isPresent();
        store.save(C, pictures(1_000), clock.instant());
        assertThat(store.find(A, 320)).isPresent();
        assertThat(store.find(B, 320)).isEmpty();
        assertThat(store.find(C, 320)).isPresent();
        assertThat(store.extent().bytes()).isBetween(2_000L, 3_000L);
    }

    @Test
    void onesTooLargeForAllAreNotKept() throws IOException {
        FilePictures store = store(3_000, 2);
        store.save(A, pictures(1_000), clock.instant());
        store.save(A, pictures(5_000), clock.instant());
        assertThat(store.find(A, 320)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void afterARestartTheBoundHoldsAndUseIsRemembered() throws IOException {
        FilePictures before = store();
        for (String name : List.of(A, B, C)) {
            before.save(name, pictures(1_000), clock.instant());
            Files.setLastModifiedTime(
                    directory().resolve(PictureName.toHex(name) + ".picture"), FileTime.from(clock.instant()));
            clock.advance(Duration.ofHours(1));
        }
        clock.advance(Duration.ofDays(2));
        FilePictures later = store();
        assertThat(later.find(A, 320)).isPresent();

        FilePictures smaller = store(3_000, 2);
        assertThat(smaller.extent().pictures()).isEqualTo(2);
        assertThat(smaller.find(B, 320)).isEmpty();
        assertThat(smaller.find(A, 320)).isPresent();
    }

    @Test
    void damagedFilesAreRemoved() throws IOException {
        FilePictures store = store();
        store.save(A, pictures(10, 20), clock.instant());
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            boolean inOther = i >= whole.length - 20;
            assertThat(store.find(A, 320).isPresent()).as("byte %s", i).isEqualTo(inOther);
            assertThat(Files.exists(file)).isEqualTo(inOther);
            Files.write(file, damaged);
            assertThat(store.find(A, 640).isPresent()).isEqualTo(i >= whole.length - 30 && !inOther);
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Samples.part(whole, 0, length));
            assertThat(store.find(A, 640)).isEmpty();
        }
        assertThat(store.extent()).isEqualTo(new PictureStore.Extent(0, 0, 1 << 20));
    }

    @Test
    void othersPicturesAndThoseMadeOtherwiseAreNotShown() throws IOException {
        store().save(A, pictures(10), clock.instant());
        Files.copy(files().get(0), directory().resolve(PictureName.toHex(B) + ".picture"));
        assertThat(store().find(B, 320)).isEmpty();
        assertThat(store(1 << 20, 1).find(A, 320)).isEmpty();
    }

    @Test
    void othersFilesAreNotTouched() throws IOException {
        Files.createDirectories(directory());
        Path others = Files.write(directory().resolve("others.jpg"), new byte[5_000]);
        Path fresh = Files.write(directory().resolve("draft1.tmp"), new byte[5_000]);
        Path leftOver = Files.write(directory().resolve("draft2.tmp"), new byte[5_000]);
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
        Files.setLastModifiedTime(leftOver, FileTime.from(Instant.EPOCH));
        FilePictures store = store(3_000, 2);
        store.save(A, pictures(1_000), clock.instant());
        store.retain(name -> false);
        assertThat(files()).containsExactlyInAnyOrder(others, fresh);
    }

    @Test
    void whatTheDiskDoesNotTakeIsKeptInMemory() throws IOException {
        Files.write(directory(), new byte[1]);
        FilePictures store = store();
        store.save(A, pictures(1_000), clock.instant());
        assertThat(store.find(A, 320)).isPresent();
        assertThat(store.extent().pictures()).isOne();
        assertThat(findings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("cannot be kept");
            assertThat(finding.remedy()).contains("directory");
        });
        store.remove(A);
        assertThat(store.find(A, 320)).isEmpty();
    }

    @Test
    void retainsWhatIsKnown() {
        for (PictureStore store : List.of(store(), new MemoryPictures(1 << 20))) {
            store.save(A, pictures(10), clock.instant());
            store.save(B, pictures(10), clock.instant());
            store.retain(A::equals);
            assertThat(store.find(A, 320)).isPresent();
            assertThat(store.find(B, 320)).isEmpty();
            assertThat(store.extent().pictures()).isOne();
        }
    }

    @Test
    void memoryIsBounded() {
        MemoryPictures store = new MemoryPictures(10_000);
        for (int i = 0; i < 100; i++) {
            store.save(PictureName.of("" + i), pictures(1_000), clock.instant());
        }
        assertThat(store.extent().bytes()).isBetween(1_000L, 10_000L);
        assertThat(store.find(A, 320)).isEqualTo(Optional.empty());
    }
}
