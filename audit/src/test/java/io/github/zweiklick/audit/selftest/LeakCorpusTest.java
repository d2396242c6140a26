package io.github.zweiklick.audit.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Level;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeakCorpusTest {

    private static final Path GUIDE = Path.of("..", "docs", "self-test.md");
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final Set<String> KEYS = Set.of(
            "name",
            "place",
            "phase",
            "levels",
            "why",
            "namespace",
            "address",
            "cloaked",
            "code",
            "answers",
            "en",
            "de");

    @Test
    void everyVectorHasANameOfItsOwnThatIsAHostsLabel() {
        List<String> names = Corpus.vectors().stream().map(LeakVector::name).toList();

        assertThat(names)
                .hasSizeGreaterThan(300)
                .doesNotHaveDuplicates()
                .allMatch(name -> LABEL.matcher(name).matches());
    }

    @Test
    void everyVectorSaysWhatItIsInBothLanguages() {
        assertThat(Corpus.vectors())
                .extracting(LeakVector::english)
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(Corpus.vectors())
                .extracting(LeakVector::german)
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyVectorLeadsToItsOwnHost() {
        assertThat(Corpus.vectors()).allSatisfy(vector -> {
            String all = vector.code()
                    + vector.answers().values().stream()
                            .map(LeakAnswer::toString)
                            .collect(Collectors.joining());
            assertThat(all).contains(vector.cloaked() ? vector.name() + ".OWN" : "HOST");
        });
    }

    /** Else one vector's answer would be another's. */
    @Test
    void noTwoVectorsOfAPageShareAPath() {
        assertThat(LeakCorpus.pages())
                .allSatisfy(page -> assertThat(
                                page.vectors().stream().flatMap(vector -> vector.answers().keySet().stream()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void noKeyIsMisspelt() throws IOException {
        for (LeakPage page : LeakCorpus.pages()) {
            String file = "corpus/" + page.name() + ".json";
            try (InputStream json = Objects.requireNonNull(LeakCorpus.class.getResourceAsStream(file))) {
                JsonNode document = JsonMapper.shared().readTree(json);
                assertThat(Set.of("scheme", "navigation", "rest", "headers", "body", "vectors"))
                        .as(file)
                        .containsAll(document.propertyNames());
                document.required("vectors")
                        .forEach(vector -> assertThat(KEYS)
                                .as("%s: %s", file, vector.path("name"))
                                .containsAll(vector.propertyNames()));
            }
        }
    }

    @Test
    void onlyWhatContactsNobodySaysWhy() {
        assertThat(Corpus.vectors())
                .filteredOn(vector -> vector.why().isPresent())
                .allMatch(vector -> vector.levels().isEmpty());
    }

    @Test
    void theGuidesTableIsTheCorpus() throws IOException {
        List<String> expected = new ArrayList<>();
        for (LeakPage page : LeakCorpus.pages()) {
            page.vectors()
                    .forEach(vector -> expected.add(String.join(
                            " | ",
                            page.name(),
                            "`" + vector.name() + "`",
                            vector.english(),
                            word(vector.moment()),
                            vector.levels().isEmpty()
                                    ? "nobody"
                                            + vector.why()
                                                    .map(why -> ": " + why)
                                                    .orElse("")
                                    : levels(vector))));
        }
        assertThat(rows().stream().map(row -> String.join(" | ", row.subList(0, 5))))
                .containsExactlyElementsOf(expected);
        assertThat(Files.readString(GUIDE)).contains("| Chromium " + LeakCorpus.MEASURED + " contacts |");
    }

    /** The regulator's tool sees these (its documented coverage): the audit must. */
    @Test
    void whatTheRegulatorsToolSeesIsInTheCorpusAndContacts() throws IOException {
        Map<String, LeakVector> vectors =
                Corpus.vectors().stream().collect(Collectors.toMap(LeakVector::name, Function.identity()));
        List<String> seen = rows().stream()
                .filter(row -> row.get(5).equals("seen"))
                .map(row -> row.get(1).replace("`", ""))
                .toList();

        assertThat(seen)
                .contains("img", "srcset", "css-url", "css-import", "font", "iframe", "frame-nested", "srcdoc")
                .contains("shadow-dom", "icon", "manifest", "prefetch", "preload", "ping", "beacon")
                .contains("csp-report-uri", "lazy", "late-fetch")
                .allSatisfy(name -> assertThat(Optional.ofNullable(vectors.get(name)))
                        .get()
                        .extracting(LeakVector::levels)
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.collection(Level.class))
                        .contains(Level.REQUEST));
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readString(GUIDE, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains(" | `"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)))
                .toList();
    }

    private static String levels(LeakVector vector) {
        return vector.levels().stream().sorted().map(LeakCorpusTest::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
