package io.github.zweiklick.audit.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.report.AuditRecord;
import io.github.zweiklick.audit.report.Verification;
import io.github.zweiklick.audit.report.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Both languages say the same things, and all that is said somewhere has words. */
final class TextsTest {

    @Test
    void bothHaveTheSameTextsWithTheSamePlaces() throws IOException {
        Map<String, String> german = texts("de");
        Map<String, String> english = texts("en");
        assertThat(german.keySet()).isEqualTo(english.keySet());
        german.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, "")));
        });
    }

    @Test
    void everyConstantThatIsToldHasWords() {
        for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Words words = Texts.of(language, ZoneOffset.UTC).words();
            assertThat(Stream.of(
                                    keys("stage", AuditRecord.Stage.values()),
                                    keys("state", LiveAudit.State.values()),
                                    keys("preparing", Auditor.Preparation.values()),
                                    keys("verify", Verification.Outcome.values()),
                                    keys("verify.state", Verification.State.values()),
                                    keys("signature", Verification.Signature.values()))
                            .flatMap(keys -> keys))
                    .allMatch(words::has);
        }
    }

    /** A key in the source that no file has would be found by whoever sees that page only. */
    @Test
    void everyKeyThatIsWrittenOutHasWordsAndEveryTextIsUsed() throws IOException {
        Set<String> known = texts("de").keySet();
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/zweiklick/audit/serve"))) {
            for (Path file : files.toList()) {
                Pattern.compile("\"([a-z]+(\\.[a-zA-Z_]+)*)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(written::add);
            }
        }
        Set<String> families = Set.of(
                "form", "wrong", "state", "progress", "preparing", "file", "verify", "signature", "stage", "differs");
        Set<String> besides = Set.of("number.separator", "list.separator", "cut");
        assertThat(known.stream()
                        .filter(key -> !families.contains(key.split("\\.")[0]))
                        .filter(key -> !written.contains(key))
                        .map(key -> key.replaceFirst("\\.(one|many|title)$", ""))
                        .filter(key -> !written.contains(key) && !besides.contains(key)))
                .as("texts that nothing says")
                .isEmpty();
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> Words.key(prefix, constant));
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String name : Texts.FILES) {
            try (InputStream file =
                    Objects.requireNonNull(Texts.class.getResourceAsStream(name + "_" + language + ".json"))) {
                JsonMapper.shared()
                        .readTree(file)
                        .properties()
                        .forEach(entry ->
                                texts.put(entry.getKey(), entry.getValue().asString()));
            }
        }
        return texts;
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{[a-z]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
