package io.github.zweiklick.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which list goes with which response. */
final class AllowlistTest {
    private static final OwnHosts OWN = new OwnHosts(List.of("www.stadt.test", "*.bilder.test", "[::1]"));
    private static final ReportTarget TARGET = ReportTarget.below("/zweiklick").orElseThrow();
    private static final String LIST = "(response-origin \"*://www.stadt.test:*\" \"*://*.bilder.test:*\"";
    private static final String END = ");redirects=allow;report-to=zweiklick";

    private final Allowlist reported = new Allowlist(OWN, false, TARGET);
    private final Allowlist enforced = new Allowlist(OWN, true, TARGET);

    @Test
    void reportingEveryResponseCarriesTheOwnHosts() {
        assertThat(reported.atFirst()).containsExactly(new HeaderLine(Allowlist.REPORTED, LIST + END));
        assertThat(reported.other()).isEmpty();
        assertThat(reported.page(Optional.of(List.of("verein.test"))))
                .containsExactly(new HeaderLine(Allowlist.REPORTED, LIST + " \"*://verein.test:*\"" + END));
    }

    @Test
    void enforcedPagesListWhereTheirLinksLeadAndOtherResponsesTheOwnHosts() {
        assertThat(enforced.atFirst()).isEmpty();
        assertThat(enforced.other()).containsExactly(new HeaderLine(Allowlist.ENFORCED, LIST + END));
        assertThat(enforced.page(Optional.of(List.of("verein.test"))))
                .containsExactly(new HeaderLine(Allowlist.ENFORCED, LIST + " \"*://verein.test:*\"" + END));
    }

    @Test
    void whereTheLinksAreNotKnownOrTooManyTheReportFormGoesOut() {
        HeaderLine reportForm = new HeaderLine(Allowlist.REPORTED, LIST + END);
        List<String> many =
                IntStream.range(0, 100).mapToObj(i -> "verein" + i + ".test").toList();

        assertThat(enforced.page(Optional.<List<String>>empty())).containsExactly(reportForm);
        assertThat(enforced.unknown()).containsExactly(reportForm);
        assertThat(enforced.page(Optional.of(many))).containsExactly(reportForm);
        assertThat(Allowlist.fits(OWN, many)).isFalse();
        assertThat(enforced.page(Optional.of(many.subList(0, 70))).get(0).name())
                .isEqualTo(Allowlist.ENFORCED);
        assertThat(enforced.page(Optional.of(many.subList(0, 70)))
                        .get(0)
                        .value()
                        .length())
                .isLessThan(2_100);
    }

    @ParameterizedTest
    @CsvSource({
        "verein.test, true",
        "*.verein.test, true",
        "a_b.test, true",
        "[::1], false",
        "a\".test, false",
        "a*b.test, false",
        "a(b.test, false",
        "a+b.test, false",
        "'', false"
    })
    void onlyHostsThatMeanThemselvesAreListed(String host, boolean listable) {
        assertThat(Allowlist.isListable(host)).isEqualTo(listable);
    }

    @Test
    void aBaseThatNeedsQuotingHasNoReports() {
        assertThat(ReportTarget.below("/stadt%20x/zweiklick")).isPresent();
        assertThat(ReportTarget.below("/a\";b/zweiklick")).isEmpty();
    }

    @Test
    void theLinesAreTheDocumentedOnes() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "headers.md"));
        OwnHosts one = new OwnHosts(List.of("HOST"));
        assertThat(PolicyLines.of(one, TARGET))
                .extracting(line -> line.name() + ": " + line.value().replace("HOST:*", "OWN"))
                .allSatisfy(line -> assertThat(documented).contains("\n" + line + "\n"));
        for (HeaderLine line : List.of(
                reported.unknown().get(0),
                enforced.other().get(0),
                enforced.page(Optional.of(List.of("link.test"))).get(0),
                Allowlist.ofAirlock(List.of("service.test")))) {
            String shown = line.value()
                    .replace("\"*://www.stadt.test:*\" \"*://*.bilder.test:*\"", "OWN")
                    .replace("\"*://link.test:*\"", "LINKED")
                    .replace("\"service.test\"", "SERVICE");
            assertThat(documented).contains("\n" + line.name() + ": " + shown + "\n");
        }
    }
}
