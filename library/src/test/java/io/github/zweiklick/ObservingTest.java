package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.Finding.Kind;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.HeaderVerdict;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Observe mode: nothing changes, everything is told; and what becomes of it when the configuration changes. */
final class ObservingTest {
    private static final WebUrl PAGE = address("/stadt/aktuelles");
    private static final Optional<String> HTML = Optional.of("text/html; charset=utf-8");
    private static final String ALL = """
            <!DOCTYPE html><title>Musterstadt</title>
            <iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>
            <script async src="https://platform.twitter.com/widgets.js"></script>
            <script src="https://zaehler.example/z.js"></script>
            <iframe src="https://wetter.example/box"></iframe>
            """;

    private final Zweiklick observing = of("{\"mode\": \"observe\"}");

    @Test
    void aPageStaysAsItIsAndAllThatWouldBeDoneIsTold() {
        byte[] body = ALL.getBytes(StandardCharsets.UTF_8);
        byte[] copy = body.clone();

        Rewrite rewrite = observing.protection(PAGE, "/stadt").page(body, HTML, List.of());

        assertThat(rewrite).isEqualTo(new Rewrite.Unchanged(Optional.empty()));
        assertThat(body).isEqualTo(copy);
        assertThat(observing.findings()).allMatch(Finding::observed);
        assertThat(observing.findings())
                .extracting(Finding::message)
                .contains(
                        "An embed of YouTube (video) would become a placeholder with two buttons",
                        "A script, style or picture that comes with the codes of X would be left out",
                        "An element <script> contacts zaehler.example and would be disarmed",
                        "A frame of wetter.example would be replaced by a box with a link");
        assertThat(observing.findings())
                .extracting(Finding::message)
                .noneMatch(message -> message.contains(" was ") || message.contains(" stands "));
        assertThat(observing.findings())
                .extracting(Finding::place)
                .containsOnly("https://www.musterstadt.example/stadt/aktuelles");
    }

    @Test
    void placeholdersAreNoFindingOfProtectedPages() {
        Zweiklick protecting = of("{}");
        assertThat(protecting.protection(PAGE, "").page(ALL.getBytes(StandardCharsets.UTF_8), HTML, List.of()))
                .isInstanceOf(Rewrite.Rewritten.class);
        assertThat(protecting.findings())
                .isNotEmpty()
                .noneMatch(finding -> finding.kind() == Kind.REPLACEMENT || finding.observed());
    }

    @Test
    void noHeaderIsRefusedAndThePoliciesStopNothing() {
        Protection protection = observing.protection(PAGE, "");

        assertThat(protection.judge("Link", "<https://netz.example>; rel=preconnect"))
                .isEqualTo(new HeaderVerdict.Keep());
        assertThat(protection.judge("Refresh", "5; url=https://netz.example/?sitzung=4711"))
                .isEqualTo(new HeaderVerdict.Keep());
        assertThat(observing.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "The header Link: <https://netz.example>; rel=preconnect makes browsers contact a foreign host; its"
                                + " foreign part would be left out",
                        "The header Refresh: 5; url=https://netz.example/?… makes browsers contact a foreign host; its"
                                + " foreign part would be left out");
        assertThat(protection.headers())
                .extracting(HeaderLine::name)
                .containsExactly(
                        "Content-Security-Policy-Report-Only",
                        "Reporting-Endpoints",
                        "Connection-Allowlist-Report-Only");
        assertThat(protection.headers().get(0).value())
                .isEqualTo(of("{}").protection(PAGE, "").headers().get(0).value());
    }

    @Test
    void theLinesAreTheGuides() throws IOException {
        String lines = observing.protection(PAGE, "").headers().stream()
                .map(line -> line.name() + ": " + line.value() + "\n")
                .collect(Collectors.joining());
        assertThat(Files.readString(Path.of("..", "docs", "headers.md")))
                .contains("## Where a page is only observed\n\n```\n"
                        + lines.replace("www.musterstadt.example:* musterstadt.example:*", "OWN")
                                .replace("\"*://www.musterstadt.example:*\" \"*://musterstadt.example:*\"", "OWN")
                        + "```\n");
    }

    @Test
    void underAnEnforcedListAnObservedPageIsStillOnlyReportedAndItsLinksAreLeft() {
        Zweiklick site = of("{\"mode\": \"observe\", \"connectionAllowlist\": \"enforce\"}");
        Protection protection = site.protection(PAGE, "");

        assertThat(protection.headers())
                .isEqualTo(observing.protection(PAGE, "").headers());
        assertThat(protection.otherHeaders()).isEmpty();
        assertThat(protection.unexaminedHeaders()).isEmpty();
        assertThat(protection
                        .examine(
                                "<!DOCTYPE html><a href=https://netz.example/>x</a>".getBytes(StandardCharsets.UTF_8),
                                Optional.of("text/html"),
                                List.of())
                        .headers())
                .isEmpty();
    }

    @Test
    void whatCouldNotBeExaminedIsToldAndGoesOut() {
        byte[] entity = "<!DOCTYPE svg [<!ENTITY e '<image/>'>]><svg>&e;</svg>".getBytes(StandardCharsets.UTF_8);

        Rewrite rewrite = observing.protection(PAGE, "").page(entity, Optional.of("image/svg+xml"), List.of());

        assertThat(rewrite).isInstanceOf(Rewrite.Unchanged.class);
        assertThat(observing.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("; it would be withheld"))
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.UNPROTECTED_PAGE));
    }

    @ParameterizedTest
    @CsvSource({
        "/aktuelles, www.musterstadt.example, PROTECT",
        "/aktuelles/heute, www.musterstadt.example, PROTECT",
        "/aktuelles, alt.musterstadt.example, OBSERVE",
        "/Aktuelles, www.musterstadt.example, OBSERVE",
        "/aktuelles2, www.musterstadt.example, OBSERVE",
        "/alt, ALT.musterstadt.example., PROTECT",
        "/alt/x, alt.musterstadt.example, PROTECT",
        "/alt, www.musterstadt.example, OBSERVE",
        "/, neu.musterstadt.example, PROTECT",
        "/, alt.musterstadt.example, OBSERVE",
    })
    void theFirstRuleThatMatchesCounts(String path, String host, Mode mode) {
        Zweiklick zweiklick = of("""
                {"mode": "observe", "rules": [
                  {"paths": ["/alt"], "hosts": ["alt.musterstadt.example"], "mode": "protect"},
                  {"hosts": ["alt.musterstadt.example"], "mode": "observe"},
                  {"paths": ["/aktuelles", "/rathaus"], "mode": "protect"},
                  {"hosts": ["neu.musterstadt.example", "alt.musterstadt.example"], "mode": "protect"}
                ]}""");

        assertThat(zweiklick.mode(path, host)).isEqualTo(mode);
    }

    @Test
    void anAddressHasTheModeOfItsDecodedPathBelowTheContext() {
        Zweiklick zweiklick = of("{\"rules\": [{\"paths\": [\"/alt\"], \"mode\": \"observe\"}]}");

        assertThat(zweiklick.protection(address("/stadt/alt/a"), "/stadt").mode())
                .isEqualTo(Mode.OBSERVE);
        assertThat(zweiklick.protection(address("/stadt/%61lt"), "/stadt").mode())
                .isEqualTo(Mode.OBSERVE);
        assertThat(zweiklick.protection(address("/stadt/%zz"), "/stadt").mode()).isEqualTo(Mode.PROTECT);
        assertThat(zweiklick.protection(address("/stadt/alt"), "").mode()).isEqualTo(Mode.PROTECT);
    }

    @Test
    void hostsAreExcludedAsWellAsPaths() {
        Zweiklick zweiklick = of("{\"exclude\": [\"/intern\", \"cms.musterstadt.example\", \"*.cms.example\"]}");

        assertThat(zweiklick.isExcluded("/intern/a")).isTrue();
        assertThat(zweiklick.isExcluded("/cms.musterstadt.example")).isFalse();
        assertThat(zweiklick.isExcludedHost("CMS.musterstadt.example")).isTrue();
        assertThat(zweiklick.isExcludedHost("a.cms.example")).isTrue();
        assertThat(zweiklick.isExcludedHost("www.musterstadt.example")).isFalse();
    }

    @Test
    void findingsOutliveAChangeWhereTheyStillHold() {
        observe("/stadt/aktuelles");
        observe("/stadt/alt");
        observe("/stadt/intern/a");
        observing.report(new Finding(Kind.CONFIGURATION, "zweiklick.json", "wrong", "mend it"));

        Zweiklick next = observing.succeededBy(Configuration.parse("""
                {"mode": "observe", "own": [{"host": "zaehler.example"}], "exclude": ["/intern"],
                 "rules": [{"paths": ["/aktuelles"], "mode": "protect"}]}""", "zweiklick.json"), "/stadt");

        assertThat(next.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.place().equals("https://www.musterstadt.example/stadt/alt"))
                .noneMatch(finding -> finding.message().contains("zaehler.example"))
                .anyMatch(finding -> finding.message().contains("wetter.example"));
        next.protection(PAGE, "/stadt").page(ALL.getBytes(StandardCharsets.UTF_8), HTML, List.of());
        assertThat(next.findings()).anyMatch(finding -> finding.place().endsWith("/aktuelles") && !finding.observed());
    }

    @Test
    void theSummarySaysWhatIsOnlyObserved() {
        assertThat(observing.summary()).startsWith("Zweiklick observes").contains("changes nothing");
        assertThat(of("{\"rules\": [{\"paths\": [\"/alt\"], \"hosts\": [\"a.example\"], \"mode\": \"observe\"}]}")
                        .summary())
                .startsWith("Zweiklick protects")
                .contains("observed only: a.example, /alt");
    }

    private void observe(String path) {
        observing.protection(address(path), "/stadt").page(ALL.getBytes(StandardCharsets.UTF_8), HTML, List.of());
    }

    private static Zweiklick of(String json) {
        return Zweiklick.of(Configuration.parse(json, "zweiklick.json"));
    }

    private static WebUrl address(String path) {
        return WebUrl.parse("https://www.musterstadt.example" + path).orElseThrow();
    }
}
