package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/rewriting.md} tells what the rewriter does: its examples are run, its lists compared. */
final class RewritingGuideTest {
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| ([^|`]*`?[^|`]*`?[^|`]*) \\| `(<[^`]*)` \\| (\\*\\*|`)([^`*]*)(?:\\*\\*|`) \\| ?(\\w*) ?\\|$");

    /** What stands for an outcome in the markup of {@link SmallMarkup}. */
    private static final Map<String, String> SIGNS = Map.of(
            "placeholder", "<z-p ", "settings", "<z-s>", "link", "<z-l>", "box", "<z-b ", "refresh link", "<z-r>");

    private static final Map<Contact.Reading, String> READINGS = Map.of(
            Contact.Reading.ADDRESS, "an address",
            Contact.Reading.ADDRESSES, "addresses",
            Contact.Reading.SOURCE_SET, "image candidates",
            Contact.Reading.STYLE, "CSS: the address becomes `data:,`",
            Contact.Reading.DOCUMENT, "a page of its own");

    private record Row(String met, String example, boolean exact, String outcome, String finding) {
        @Override
        public String toString() {
            return met;
        }
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "docs", "rewriting.md"));
    }

    private static List<Row> rows() throws IOException {
        Matcher rows = ROW.matcher(guide().split("\n## ")[1]);
        return rows.results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3).equals("`"), row.group(4), row.group(5)))
                .toList();
    }

    /** All examples of what is met. */
    static List<String> examples() throws IOException {
        return rows().stream().map(Row::example).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anExampleBecomesWhatTheGuideSays(Row row) {
        Pages pages = new Pages();
        String after = pages.html(row.example());
        if (row.exact()) {
            assertThat(after).isEqualTo(row.outcome());
        } else if (row.outcome().equals("stays")) {
            assertThat(after).isEqualTo(row.example());
        } else if (row.outcome().equals("nothing")) {
            assertThat(after).isEmpty();
        } else {
            assertThat(SIGNS).containsKey(row.outcome());
            assertThat(after).contains(SIGNS.get(row.outcome()));
        }
        assertThat(pages.kinds().stream().map(Finding.Kind::name).distinct().collect(Collectors.joining()))
                .isEqualTo(row.finding());
    }

    @Test
    void everyRowIsRead() throws IOException {
        String elements = guide().split("\n## ")[1];
        assertThat(rows())
                .hasSize((int) elements.lines()
                                .filter(line -> line.startsWith("| "))
                                .count()
                        - 1);
    }

    @Test
    void itTellsOfEveryAttribute() throws IOException {
        assertThat(guide().lines())
                .containsAll(Contact.TABLE.stream().map(RewritingGuideTest::row).toList());
        long told = guide().split("\n## ")[2]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .count();
        assertThat(told).isEqualTo(Contact.TABLE.size());
    }

    private static String row(Contact contact) {
        String elements = contact.elements().isEmpty() ? "any element" : code(contact.elements());
        return "| `" + contact.attribute() + "` | " + elements + " | " + READINGS.get(contact.reading()) + " |";
    }

    @Test
    void itTellsOfFramesLazyAttributesAndSchemes() throws IOException {
        assertThat(guide())
                .contains("as a whole: " + code(Contact.FRAMES) + ".")
                .contains("a frame's address: " + code(Contact.LAZY) + ".")
                .contains("\n" + code(Addresses.LOCAL) + ".\n");
    }

    private static String code(Collection<String> words) {
        return new TreeSet<>(words).stream().collect(Collectors.joining("`, `", "`", "`"));
    }
}
