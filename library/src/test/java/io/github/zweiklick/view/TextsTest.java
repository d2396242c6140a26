package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{[a-z]+}");

    private final Texts texts = Texts.finished();

    @Test
    void allLanguagesHaveTheSameTextsWithTheSameParameters() {
        Wording german = texts.of(Optional.of("de"));
        for (Wording wording : everything().all()) {
            assertThat(new TreeSet<>(wording.keys())).as(wording.tag()).isEqualTo(new TreeSet<>(german.keys()));
            for (String key : german.keys()) {
                assertThat(parameters(wording, key))
                        .as(wording.tag() + " " + key)
                        .isEqualTo(parameters(german, key));
                assertThat(wording.template(key)).as(wording.tag() + " " + key).isNotBlank();
            }
        }
    }

    private static List<String> parameters(Wording wording, String key) {
        return PARAMETER
                .matcher(wording.template(key))
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Texts everything() {
        return Texts.of(
                Stream.concat(Texts.FINISHED.stream(), Texts.UNREVIEWED.stream())
                        .toList(),
                Map.of());
    }

    /** The official languages of the Union, and those of people who came from elsewhere. */
    @Test
    void everyoneIsAddressed() {
        assertThat(everything().all())
                .extracting(Wording::tag)
                .containsExactlyInAnyOrder(("bg hr cs da nl en et fi fr de el hu ga it lv lt mt pl pt ro sk sl es sv"
                                + " tr uk ru ar de-simple")
                        .split(" "));
        assertThat(everything().all())
                .filteredOn(wording -> wording.direction().equals("rtl"))
                .extracting(Wording::tag)
                .containsExactly("ar");
        assertThat(everything().of(Optional.of("de-simple-AT")).tag()).isEqualTo("de-simple");
    }

    /** A sentence in another language than the file's is a translation that was forgotten. */
    @Test
    void nothingIsLeftInGermanOrEnglish() {
        for (Wording wording : everything().all()) {
            for (Wording finished : texts.all()) {
                assertThat(wording.keys())
                        .filteredOn(key -> !wording.tag().startsWith(finished.tag()))
                        .filteredOn(key -> wording.template(key).split(" ").length > 4)
                        .filteredOn(key -> wording.template(key).equals(finished.template(key)))
                        .as(wording.tag())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyCodeHasAWord() {
        for (Wording wording : everything().all()) {
            for (EmbedKind.Content content : EmbedKind.Content.values()) {
                assertThat(wording.content(content)).isNotBlank();
            }
            for (Facts.JointControl status : Facts.JointControl.values()) {
                assertThat(wording.jointControl(status)).isNotBlank();
            }
            assertThat(wording.data(Arrays.asList(Facts.Data.values()))).isNotBlank();
            assertThat(wording.purposes(Arrays.asList(Facts.Purpose.values()))).isNotBlank();
            assertThat(wording.bases(Arrays.asList(Facts.Basis.values()))).isNotBlank();
            assertThat(wording.duration("P2Y3M2W4DT5H6M7S")).isNotBlank();
        }
    }

    /** EDPB Guidelines 03/2022: no praise, no guilt, no urging. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "leider", "schade", "genießen", "beste", "einfach", "jetzt", "empfehl", "wertvoll", "optimal", "toll",
                "sorry", "unfortunately", "enjoy", "best", "simply", "now ", "recommend", "miss out", "great",
                        "please accept"
            })
    void noTextPraisesOrUrges(String word) {
        for (Wording wording : texts.all()) {
            for (String key : wording.keys()) {
                assertThat(wording.template(key).toLowerCase(java.util.Locale.ROOT))
                        .as(wording.tag() + " " + key)
                        .doesNotContain(word);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"de,de", "de-AT,de", "DE_ch,de", "en-GB-oxendict,en", "fr,de", "'',de", "deutsch,de", "x,de"})
    void languagesFallBackByTheirTag(String tag, String expected) {
        assertThat(texts.of(Optional.of(tag)).tag()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|en",
                "fr, en;q=0.8, de;q=0.7|en",
                "de;q=0.5, en-US;q=0.9|en",
                "en;q=0, de|de",
                "fr|de",
                "*|de",
                ";;q=x|de",
                "en;q=7|de"
            })
    void theAcceptedLanguageOfHighestWeightWins(String header, String expected) {
        assertThat(texts.accepted(Optional.of(header)).tag()).isEqualTo(expected);
        assertThat(texts.accepted(Optional.empty()).tag()).isEqualTo("de");
    }

    @Test
    void namesCountriesInTheLanguage() {
        assertThat(texts.of(Optional.of("de")).country("IE")).isEqualTo("Irland");
        assertThat(texts.of(Optional.of("en")).country("IE")).isEqualTo("Ireland");
    }

    @ParameterizedTest
    @CsvSource({
        "P180D,180 Tage",
        "P2Y,2 Jahre",
        "P1Y,12 Monate",
        "P1M,31 Tage",
        "P1W,7 Tage",
        "P1D,24 Stunden",
        "PT30M,30 Minuten",
        "PT1H,60 Minuten",
        "P1DT12H,24 Stunden 12 Stunden"
    })
    void durationsNeedNoSingular(String iso, String german) {
        assertThat(texts.of(Optional.of("de")).duration(iso)).isEqualTo(german);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "180", "P0D", "P-1D", "180D", "P1.5Y"})
    void refusesWhatIsNoDuration(String iso) {
        assertThatThrownBy(() -> TimeSpan.parse(iso))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P180D");
    }

    @Test
    void refusesALanguageThatIsNotShipped() {
        assertThatThrownBy(() -> Texts.of(List.of("de", "tlh"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tlh");
    }

    @Test
    void theFirstLanguageIsThatOfAllOtherPages() {
        Texts english = Texts.of(List.of("en", "de"), Map.of());

        assertThat(english.of(Optional.of("fr")).tag()).isEqualTo("en");
        assertThat(english.of(Optional.of("de")).tag()).isEqualTo("de");
    }

    @Test
    void aSiteMayWriteItsOwnTexts() {
        Texts own = Texts.of(Texts.FINISHED, Map.of("de", Map.of("once", "Dieses eine Mal laden")));

        assertThat(own.of(Optional.of("de")).say("once")).isEqualTo("Dieses eine Mal laden");
        assertThat(own.of(Optional.of("en")).say("once")).isEqualTo("Load once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|ones|x|there is no text \"ones\"",
                "de|remember|{service} erlauben|must hold {duration}, {service}",
                "de|once|{service} laden|must hold no places in braces",
                "fr|once|Charger|in language \"fr\", which is not shown"
            })
    void refusesOwnTextsThatWouldNotDo(String language, String key, String text, String message) {
        assertThatThrownBy(() -> Texts.of(Texts.FINISHED, Map.of(language, Map.of(key, text))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void officersReadGermanOrEnglish() {
        assertThat(Texts.finished().ofOfficers().of(Optional.of("fr")).say("findings.title"))
                .isEqualTo("Befunde");
        assertThat(Texts.of(List.of("en"), Map.of())
                        .ofOfficers()
                        .of(Optional.empty())
                        .say("findings.title"))
                .isEqualTo("Findings");
        Wording german = Texts.finished().ofOfficers().of(Optional.of("de"));
        Wording english = Texts.finished().ofOfficers().of(Optional.of("en"));
        assertThat(german.keys()).isEqualTo(english.keys());
    }

    @Test
    void parametersAreNotReadAsTemplates() {
        assertThat(texts.of(Optional.of("de")).say("blocked.title", "host", "{service}$1\\"))
                .isEqualTo("Inhalt von {service}$1\\");
    }
}
