package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Source;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.Observation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things. */
final class WordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Words DE = Words.of(Locale.GERMANY, BERLIN);
    private static final Words EN = Words.of(Locale.forLanguageTag("fr"), BERLIN);

    @Test
    void bothHaveTheSameTextsWithTheSamePlaces() {
        Map<String, String> german = Words.texts("de");
        Map<String, String> english = Words.texts("en");
        assertThat(german.keySet()).containsExactlyElementsOf(english.keySet());
        german.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, "")));
        });
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{[a-z]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everythingThatCanBeSeenOrMissedHasWords() {
        Stream.of(
                        keys("untested", Untested.Kind.values(), ""),
                        keys("kind", Observation.Kind.values(), ""),
                        keys("kind", Observation.Kind.values(), ".about"),
                        keys("kind", Observation.Kind.values(), ".ask"),
                        keys("weight", Observation.Weight.values(), ""),
                        keys("phase", AuditPhase.values(), ""),
                        keys("phase", AuditPhase.values(), ".about"),
                        keys("step", Phase.values(), ""),
                        keys("level", Level.values(), ""),
                        keys("page.source", Source.Kind.values(), ""),
                        ScopeSection.LIMITS.stream().map(limit -> "limit." + limit),
                        AppendixSection.METHOD.stream().map(part -> "method." + part),
                        AppendixSection.TERMS.stream().map(term -> "glossary." + term + ".about"),
                        demands().mapToObj(number -> "demand." + number),
                        demands().mapToObj(number -> "demand." + number + ".source"))
                .flatMap(keys -> keys)
                .forEach(key -> {
                    assertThat(DE.say(key)).as(key).isNotBlank();
                    assertThat(EN.say(key)).as(key).isNotBlank();
                });
    }

    private static IntStream demands() {
        return IntStream.rangeClosed(1, AppendixSection.DEMANDS);
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants, String suffix) {
        return Stream.of(constants).map(constant -> Words.key(prefix, constant) + suffix);
    }

    @Test
    void whatCanBeFoundTouchesDemandsOfTheTable() {
        assertThat(Stream.of(Observation.Kind.values()).flatMap(kind -> kind.demands().stream()))
                .allMatch(number -> number >= 1 && number <= AppendixSection.DEMANDS);
    }

    @Test
    void numbersAndTimesAreWrittenAsTheLanguageDoes() {
        Instant time = Instant.parse("2026-11-29T23:05:09Z");
        assertThat(List.of(DE.number(0), DE.number(999), DE.number(1_234_567)))
                .containsExactly("0", "999", "1.234.567");
        assertThat(EN.number(12_345)).isEqualTo("12,345");
        assertThat(DE.dateAndTime(time)).isEqualTo("30.11.2026, 00:05:09");
        assertThat(EN.dateAndTime(time)).isEqualTo("30 November 2026, 00:05:09");
        assertThat(DE.date(Instant.MAX)).isEqualTo("30.12.9999");
        assertThat(Words.zone(BERLIN, time)).isEqualTo("Europe/Berlin (UTC+01:00)");
        assertThat(Words.zone(ZoneId.of("UTC"), time)).isEqualTo("UTC (UTC)");
        assertThat(DE.country("IE")).isEqualTo("Irland");
        assertThat(DE.count("pages", 1) + DE.count("pages", 2)).isEqualTo("1\u00a0Seite2\u00a0Seiten");
        assertThat(DE.cut("x".repeat(299) + "\ud83d\ude00y")).endsWith("x … (3 weitere Zeichen)");
    }

    @Test
    void anyLanguageButGermanIsAnsweredInEnglish() {
        assertThat(DE.tag()).isEqualTo("de");
        assertThat(EN.tag()).isEqualTo("en");
    }
}
