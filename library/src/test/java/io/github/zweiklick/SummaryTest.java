package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.view.ExampleServices;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    private static final YearMonth CHECKED = YearMonth.of(2026, 11);

    private static List<String> lines(String json, YearMonth now) {
        Configuration configuration = Configuration.parse(json, "zweiklick.json");
        return Summary.of(configuration, Catalogue.of(ExampleServices.all()), now)
                .lines()
                .map(String::strip)
                .toList();
    }

    @Test
    void aCompleteConfigurationMissesNothing() {
        assertThat(lines("""
                        {
                          "origin": "https://www.musterstadt.example",
                          "controller": "Stadt Musterstadt",
                          "officer": "datenschutz@musterstadt.example",
                          "authority": "Die Landesbeauftragte",
                          "archive": "/var/lib/zweiklick",
                          "own": [{"host": "bilder.example", "reason": "our pictures"}],
                          "exclude": ["/intern", "/api"]
                        }
                        """, CHECKED))
                .containsExactly(
                        "Zweiklick protects every response that passes the filter",
                        "own hosts: https://www.musterstadt.example, bilder.example (our pictures)",
                        "two-click: Beispielnetz, Verbundnetz, Skriptnetz",
                        "recognised, shown as a link: Dunkelnetz",
                        "endpoints below /zweiklick; left alone: /intern, /api");
    }

    @Test
    void namesWhatIsMissing() {
        List<String> lines = lines("{\"own\": [{\"host\": \"bilder.example\"}]}", CHECKED);
        assertThat(lines).contains("own hosts: the requested host and its www twin, bilder.example");
        assertThat(lines.stream().filter(line -> line.startsWith("missing:")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("who is responsible", "\"controller\""),
                        line -> assertThat(line).contains("data protection officer", "\"officer\""),
                        line -> assertThat(line).contains("supervisory authority", "\"authority\""),
                        line -> assertThat(line).contains("where to keep each notice", "\"archive\""),
                        line -> assertThat(line).contains("the public origin", "\"origin\""),
                        line -> assertThat(line).contains("why bilder.example is the site's own", "\"reason\""));
    }

    @Test
    void namesTextsThatNobodyHasReviewed() {
        assertThat(lines("{}", CHECKED)).noneMatch(line -> line.startsWith("not reviewed"));
        assertThat(lines("{\"languages\": [\"de\", \"tr\", \"ar\"]}", CHECKED))
                .contains(
                        "not reviewed by speakers of the language: the texts in tr, ar. Read them, and write \"texts\""
                                + " where they are wrong");
    }

    @Test
    void factsAreOldAfterTwelveMonths() {
        assertThat(lines("{}", CHECKED.plusMonths(12))).noneMatch(line -> line.startsWith("check again"));
        assertThat(lines("{}", CHECKED.plusMonths(13)).stream().filter(line -> line.startsWith("check again")))
                .containsExactly(
                        "check again: the legal facts of Beispielnetz are older than 12 months",
                        "check again: the legal facts of Verbundnetz are older than 12 months",
                        "check again: the legal facts of Skriptnetz are older than 12 months");
    }

    @Test
    void warnsOfSimulatedNetworks() {
        assertThat(lines("{}", CHECKED)).noneMatch(line -> line.contains("SIMULATED"));
        assertThat(lines("{\"simulate\": {\"www.network.example\": \"http://network.localhost:9101\"}}", CHECKED))
                .contains("SIMULATED NETWORKS are in use: not for a public site");
    }
}
