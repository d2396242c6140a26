package io.github.zweiklick.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.Rewrite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CorpusTest {
    @Test
    void madePagesAreTheSameAtEveryCall() {
        List<Page> first = MadePages.all();
        List<Page> second = MadePages.all();

        assertThat(second).hasSameSizeAs(first).hasSize(20);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).name()).isEqualTo(first.get(i).name());
            assertThat(second.get(i).body()).isEqualTo(first.get(i).body());
        }
    }

    @Test
    void madePagesHaveTheSizesOfRealOnes() {
        assertThat(MadePages.all())
                .extracting(page -> page.body().length)
                .allMatch(length -> length >= 8_000 && length <= 1_000_000)
                .anyMatch(length -> length < 20_000)
                .anyMatch(length -> length > 700_000);
    }

    @Test
    void madePagesAreHitsAndMisses() {
        Zweiklicks zweiklick = new Zweiklicks();

        assertThat(MadePages.all())
                .filteredOn(page -> page.body().length < 100_000)
                .extracting(zweiklick::rewrite)
                .hasAtLeastOneElementOfType(Rewrite.Rewritten.class)
                .hasAtLeastOneElementOfType(Rewrite.Unchanged.class)
                .noneMatch(Rewrite.Unexamined.class::isInstance);
    }

    @Test
    void realPagesAreReadWithTheirCharsetAndSite(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("INDEX.tsv"), """
                id\tbytes\tdeclared_charset
                p001-www-stadt-de\t3\tiso-8859-1
                p002-stadt-example\t3\tnone
                """);
        Files.writeString(folder.resolve("p001-www-stadt-de.html"), "<p>");
        Files.writeString(folder.resolve("p002-stadt-example.html"), "<p>");

        List<Page> pages = RealPages.read(folder);

        assertThat(pages).extracting(Page::host).containsExactly("www-stadt.de", "stadt.example");
        assertThat(pages).extracting(Page::contentType).containsExactly("text/html; charset=iso-8859-1", "text/html");
        assertThat(pages.get(0).charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource
    void hostileInputsHaveTheLengthAskedFor(HostileInput input) {
        assertThat(input.page(10_000).body().length).isBetween(10_000, 10_100);
    }

    @Test
    void theMiddleOfRoundsIsTold() {
        Figure middle =
                Figure.median(List.of(new Figure(3, 3, 30, 1), new Figure(1, 1, 10, 2), new Figure(2, 2, 20, 3)));

        assertThat(middle).isEqualTo(new Figure(2, 2, 20, 2));
        assertThat(middle.cpuSpeed()).isEqualTo(500);
    }
}
