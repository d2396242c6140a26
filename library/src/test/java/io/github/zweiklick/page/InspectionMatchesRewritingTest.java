package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a page is what the rewriter does to it: no more, no less. */
final class InspectionMatchesRewritingTest {
    /** They contact nobody and are changed for other reasons: see {@link PageInspector}. */
    private static final List<String> UNTOLD = List.of(
            "<werk-video controls><source src=\"a.mp4\"></werk-video>",
            "<form action=\"/zweiklick/airlock\"></form>",
            "<zweiklick-embed data-state=\"active\"></zweiklick-embed>");
    /** What stands in it for browsers that show no picture goes, and only the address of the picture is told. */
    private static final String PICTURE = "<werk-img ";

    static Stream<String> examples() throws IOException {
        return RewritingGuideTest.examples().stream()
                .filter(example -> !UNTOLD.contains(example) && !example.startsWith(PICTURE));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void ofTheGuidesExamples(String example) {
        Inspected.SAMPLES.check(Ways.page("<p>\u00fc</p>\n" + example));
    }

    @Test
    void whatContactsNobodyIsNotTold() throws IOException {
        assertThat(RewritingGuideTest.examples()).containsAll(UNTOLD);
        assertThat(UNTOLD).allSatisfy(example -> {
            assertThat(Inspected.SAMPLES.parts(Ways.page(example))).isEmpty();
            assertThatThrownBy(() -> Inspected.SAMPLES.check(Ways.page(example)))
                    .hasMessageContaining("changes where nothing foreign is told");
        });
    }

    @Test
    void ofPagesPutTogether() {
        Stream<String> pages = LongStream.range(0, 120)
                .boxed()
                .flatMap(seed -> Stream.of(GeneratedPages.nested(seed), GeneratedPages.misnested(seed)));
        check(Inspected.BUNDLED, pages.toList());
    }

    @Test
    void ofNastyMarkup() {
        check(
                Inspected.SAMPLES,
                LongStream.range(0, 250).mapToObj(NastyMarkup::of).toList());
    }

    private static void check(Inspected inspected, List<String> pages) {
        List<String> failed = new ArrayList<>();
        for (String page : pages) {
            check(page, () -> inspected.check(Ways.page(page)), failed);
        }
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "embeds"})
    void ofRealPages(String folder) throws IOException {
        List<String> failed = new ArrayList<>();
        for (Path file : SharedMaterial.files(folder, "*.html")) {
            PageSource source = Ways.page(Files.readAllBytes(file), "text/html");
            check(file.getFileName().toString(), () -> Inspected.BUNDLED.check(source), failed);
            assertThat(Inspected.BUNDLED.parts(source))
                    .as(file.getFileName().toString())
                    .isEqualTo(Inspected.BUNDLED.exactly(source));
        }
        assertThat(failed).isEmpty();
    }

    private static void check(String page, Runnable check, List<String> failed) {
        try {
            check.run();
        } catch (AssertionError failure) {
            failed.add(page + "\n" + failure.getMessage());
        }
    }

    /** Where both ways come to the same bytes they tell the same. */
    @Test
    void bothWaysTellTheSame() {
        Ways ways = new Ways(Catalogue.bundled(), true);
        int compared = 0;
        for (long seed = 0; seed < 100; seed++) {
            for (String page :
                    List.of(GeneratedPages.nested(seed), GeneratedPages.misnested(seed), NastyMarkup.of(seed))) {
                PageSource source = Ways.page(page);
                if (ways.fast(source).filter(ways.exact(source)::equals).isPresent()) {
                    compared++;
                    assertThat(Inspected.BUNDLED.parts(source)).as(page).isEqualTo(Inspected.BUNDLED.exactly(source));
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
    }
}
