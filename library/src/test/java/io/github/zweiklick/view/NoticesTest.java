package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoticesTest {
    private static final ViewSettings SETTINGS =
            new ViewSettings(Optional.of("Stadt Musterstadt"), Optional.of(Period.ofDays(180)));

    private final Wording german = Texts.shipped("de").of(Optional.of("de"));
    private final Wording english = Texts.shipped("de").of(Optional.of("en"));
    private final Notices notices = new Notices(SETTINGS);

    private Notice about(Service service) {
        return notices.of(service, german, Optional.empty()).orElseThrow();
    }

    @Test
    void theVersionNamesTheText() {
        String version = about(ExampleServices.network()).version();
        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(about(ExampleServices.network()).version()).isEqualTo(version);
        assertThat(about(ExampleServices.risky()).version()).isNotEqualTo(version);
        assertThat(notices.of(ExampleServices.network(), english, Optional.empty())
                        .orElseThrow()
                        .version())
                .isNotEqualTo(version);
    }

    @Test
    void aChangeOfWhoIsResponsibleOrHowLongIsAnotherVersion() {
        String version = about(ExampleServices.network()).version();
        for (ViewSettings other : List.of(
                new ViewSettings(Optional.empty(), SETTINGS.remember()),
                new ViewSettings(SETTINGS.controller(), Optional.empty()),
                new ViewSettings(SETTINGS.controller(), Optional.of(Period.ofDays(30))))) {
            assertThat(new Notices(other)
                            .of(ExampleServices.network(), german, Optional.empty())
                            .orElseThrow()
                            .version())
                    .isNotEqualTo(version);
        }
    }

    @Test
    void theVersionIsTheSameForEachServerOfTheVisitorsChoice() {
        Notice chosen = notices.of(ExampleServices.federated(), german, Optional.of("social.musterstadt.example"))
                .orElseThrow();
        assertThat(chosen.version())
                .isEqualTo(about(ExampleServices.federated()).version());
        assertThat(chosen.policy()).isEqualTo("https://social.musterstadt.example/privacy-policy");
        assertThat(text(chosen.essential()))
                .contains("Betreiber von social.musterstadt.example", "Das Land ist nicht bekannt", "Risiko:");
    }

    @Test
    void saysTheRiskOnlyWhereNoDecisionProtects() {
        assertThat(text(about(ExampleServices.network()).essential()))
                .contains("Vereinigte Staaten")
                .doesNotContain("Risiko");
        assertThat(text(about(ExampleServices.risky()).essential())).contains("Vereinigte Staaten", "Risiko:");
    }

    @Test
    void furtherLinesHoldTheRest() {
        assertThat(text(about(ExampleServices.network()).further()))
                .contains(
                        "Example Road 1, Dublin",
                        "visitor (2 Jahre)",
                        "session (bis zum Schließen des Browsers)",
                        "other (Dauer nicht bekannt)",
                        "www.network.example",
                        "§ 25 Abs. 1 TDDDG",
                        "Art. 6 Abs. 1 Buchst. a DSGVO",
                        "Data Privacy Framework",
                        "Art. 26 DSGVO",
                        "November 2026",
                        about(ExampleServices.network()).version());
    }

    @Test
    void unknownCookiesStayUnknown() {
        assertThat(text(about(ExampleServices.federated()).further()))
                .contains("Cookies und ihre Dauer: nicht bekannt");
        assertThat(text(about(ExampleServices.federated()).essential())).contains("können auf Ihrem Gerät");
    }

    @Test
    void aBasisWithoutCountriesSaysThatTheyAreNotKnown() {
        Service service = Catalogue.bundled().service("x").orElseThrow();

        assertThat(text(about(service).essential()))
                .contains(
                        "X Internet Unlimited Company",
                        "Irland",
                        "Drittland: Die Daten können in Länder außerhalb der EU gelangen. In welche, ist nicht bekannt,"
                                + " siehe Datenschutzerklärung des Anbieters. Risiko:")
                .doesNotContain("Vereinigte Staaten");
        assertThat(text(about(service).further())).contains("Standardvertragsklauseln");
    }

    @Test
    void aCookieOfUnknownDurationIsNamed() {
        assertThat(text(about(Catalogue.bundled().service("instagram").orElseThrow())
                        .further()))
                .contains("mid (Dauer nicht bekannt)", "ig_did (Dauer nicht bekannt)");
    }

    @Test
    void withoutFactsThereIsNoNotice() {
        assertThat(notices.of(ExampleServices.obscure(), german, Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P180D,180", "P30D,30", "P6M,180", "P1Y,180", "P1M10D,40"})
    void noPermissionLastsLongerThanSaid(String period, int days) {
        assertThat(new ViewSettings(Optional.empty(), Optional.of(Period.parse(period))).rememberDays())
                .contains(days);
    }

    @ParameterizedTest
    @CsvSource({"P0D", "P-3D"})
    void noPermissionForNoTime(String period) {
        assertThat(new ViewSettings(Optional.empty(), Optional.of(Period.parse(period))).rememberDays())
                .isEmpty();
    }

    private static String text(List<Notice.Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.label()).append(": ").append(line.text()).append('\n'));
        return text.toString();
    }
}
