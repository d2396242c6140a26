package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.view.Remembering.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticesTest {
    private final Texts texts = Texts.finished();
    private final Wording german = texts.of(Optional.of("de"));
    private final Wording english = texts.of(Optional.of("en"));
    private final Notices notices = Views.of(Views.city()).notices;

    private Notice about(Service service) {
        return notices.of(service, german, Optional.empty()).orElseThrow();
    }

    @Test
    void theVersionNamesTheText() {
        String version = about(ExampleServices.network()).version();
        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(about(ExampleServices.network()).version()).isEqualTo(version);
        assertThat(about(ExampleServices.risky()).version()).isNotEqualTo(version);
    }

    @Test
    void whatIsDecidedInOneLanguageCountsInTheOthers() {
        assertThat(notices.of(ExampleServices.network(), english, Optional.empty())
                        .orElseThrow()
                        .version())
                .isEqualTo(about(ExampleServices.network()).version());
    }

    @Test
    void whateverChangesInTheTextIsAnotherVersion() {
        Presentation city = Views.city();
        String version = about(ExampleServices.network()).version();
        for (Presentation other : List.of(
                Presentation.defaults(),
                Views.forgetful(),
                city.withRemembering(Remembering.everywhere(new Term.Days(30))),
                city.withRemembering(Remembering.everywhere(new Term.Session())),
                city.withLanguages(List.of("de")),
                with(city, Map.of("de", Map.of("data.label", "Angaben"))))) {
            assertThat(Views.of(other)
                            .notices
                            .of(ExampleServices.network(), german, Optional.empty())
                            .orElseThrow()
                            .version())
                    .as("%s", other)
                    .isNotEqualTo(version);
        }
    }

    private static Presentation with(Presentation p, Map<String, Map<String, String>> texts) {
        return new Presentation(
                p.controller(),
                p.officer(),
                p.authority(),
                p.remembering(),
                p.languages(),
                texts,
                p.embedded(),
                p.archive());
    }

    @Test
    void everyServiceMayHaveATermOfItsOwn() {
        Notices own = Views.of(Views.city()
                        .withRemembering(new Remembering(
                                new Term.Never(),
                                Map.of(
                                        ExampleServices.network().id(), new Term.Session(),
                                        ExampleServices.federated().id(), new Term.Days(7)))))
                .notices;

        assertThat(own.rememberLabel(ExampleServices.network(), "Netz", german))
                .contains("Netz auf dieser Website erlauben, bis dieser Tab geschlossen wird");
        assertThat(own.rememberLabel(ExampleServices.federated(), "Netz", german))
                .contains("Netz auf dieser Website 7 Tage erlauben");
        assertThat(own.rememberLabel(ExampleServices.obscure(), "Netz", german)).isEmpty();
        Notice session =
                own.of(ExampleServices.network(), german, Optional.empty()).orElseThrow();
        assertThat(session.remember().orElseThrow().text()).contains("in diesem Tab des Browsers");
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
    @ValueSource(ints = {-1, 0, 181})
    void noPermissionLastsLongerThanIsRight(int days) {
        assertThatThrownBy(() -> new Term.Days(days)).hasMessageContaining("1 to 180 days");
    }

    private static String text(List<Notice.Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.label()).append(": ").append(line.text()).append('\n'));
        return text.toString();
    }
}
