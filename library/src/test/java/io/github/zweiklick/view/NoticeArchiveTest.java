package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.view.NoticeArchive.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticeArchiveTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T23:30:00Z"), ZoneOffset.ofHours(2));

    @TempDir
    private Path directory;

    private final List<Finding> findings = new ArrayList<>();

    private View view(Presentation presentation) {
        return View.of(new ViewSettings(presentation), List.of(), CLOCK, findings::add);
    }

    private Presentation keeping(Path place) {
        Presentation city = Views.city();
        return new Presentation(
                city.controller(),
                city.officer(),
                city.authority(),
                city.remembering(),
                city.languages(),
                city.texts(),
                city.embedded(),
                Optional.of(place));
    }

    private static Notice german(View view) {
        return view.notices
                .of(ExampleServices.network(), view.texts.of(Optional.of("de")), Optional.empty())
                .orElseThrow();
    }

    @Test
    void whatWasShownOnceCanBeShownForEver() {
        View before = view(keeping(directory));
        Notice shown = german(before);

        View after = view(keeping(directory).withController("Stadt Neustadt"));

        assertThat(after.isPresent(ExampleServices.network(), shown.version())).isFalse();
        Kept kept = after.archive.find(shown.version()).orElseThrow();
        assertThat(kept.byLanguage()).containsOnlyKeys("de", "en").containsEntry("de", shown);
        assertThat(kept.service()).isEqualTo(ExampleServices.network().name());
        assertThat(kept.first()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(findings).isEmpty();
    }

    @Test
    void isWrittenOnceAndNeverChanged() throws IOException {
        Notice shown = german(view(keeping(directory)));
        Path file = directory.resolve(shown.version() + ".json");
        byte[] written = Files.readAllBytes(file);

        german(View.of(new ViewSettings(keeping(directory)), List.of(), Clock.systemUTC(), findings::add));

        assertThat(Files.readAllBytes(file)).isEqualTo(written);
        assertThat(directory).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void manyAtOnceLeaveOneWholeFile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    start.await();
                    return german(view(keeping(directory)));
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(findings).isEmpty();
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
        assertThat(view(keeping(directory))
                        .archive
                        .find(german(view(Views.city())).version()))
                .isPresent();
    }

    @Test
    void whereNothingCanBeWrittenTheNoticeIsShownAndTheOperatorTold() throws IOException {
        Path file = Files.writeString(directory.resolve("datei"), "");

        Notice shown = german(view(keeping(file)));

        assertThat(shown.essential()).isNotEmpty();
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("\"archive\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "0123456789AB", "0123456789ab.json", "0123456789abc"})
    void nothingElseIsEverRead(String version) {
        assertThat(view(keeping(directory)).archive.find(version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"name\": \"x\", \"first\": \"gestern\"}"})
    void aDamagedFileIsNamed(String content) throws IOException {
        Files.writeString(directory.resolve("0123456789ab.json"), content);

        assertThat(view(keeping(directory)).archive.find("0123456789ab")).isEmpty();
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("0123456789ab.json"));
    }
}
