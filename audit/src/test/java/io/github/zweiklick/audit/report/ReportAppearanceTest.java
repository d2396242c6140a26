package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.Axe;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.AuditResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report in a browser, as an officer has it: on a desk, on a phone, by night, in colours of their own, on paper. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportAppearanceTest {
    private static final int DESK = 1280;
    private static final int PHONE = 320;
    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private static Path folder;

    private ContactHarness harness;
    private Visit visit;
    private DevTools tools;
    private Axe axe;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard());
        tools = DevTools.of(visit);
        axe = Axe.of(visit);
    }

    @AfterAll
    void stop() throws IOException {
        if (visit != null) {
            visit.close();
        }
        if (harness != null) {
            harness.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "everything, de, 1280, light",
        "everything, en, 320, dark",
        "clean, en, 1280, dark",
        "clean, de, 320, light",
        "failed, de, 1280, light",
        "failed, en, 320, dark",
        "scripts, de, 320, light",
        "scripts, en, 1280, dark"
    })
    void everybodyCanReadIt(String audit, String language, int width, String scheme) throws IOException {
        check(audit, language, width, scheme);
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"everything", "clean", "failed", "scripts"})
    void everybodyCanReadItTheOtherWays(String audit) throws IOException {
        for (String language : new String[] {"de", "en"}) {
            for (int width : new int[] {DESK, PHONE}) {
                check(audit, language, width, "light");
                check(audit, language, width, "dark");
            }
        }
    }

    private void check(String audit, String language, int width, String scheme) throws IOException {
        show(audit, language, width, scheme);
        assertThat(visit.evaluate("[...document.querySelectorAll('body *')].filter(node => !node.closest('.scroll') &&"
                                + " node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                                + ".map(node => node.outerHTML.slice(0, 100)).join('\\n')")
                        .asString(""))
                .as("what reaches beyond the window, beside its scroll bar")
                .isEmpty();
        axe.check(String.join("-", "report", audit, language, scheme, Integer.toString(width)));
    }

    @Test
    void coloursOfOnesOwnKeepEveryMark() throws IOException {
        tools.media("forced-colors", "active");
        show("everything", "de", DESK, "");
        axe.check("report-forced-colours");
        assertThat(number("[...document.querySelectorAll('.verdict, .note, th, td')].filter(node =>"
                        + " getComputedStyle(node).borderTopStyle !== 'solid').length"))
                .as("boxes and cells without an edge")
                .isZero();
        assertThat(number("[...document.querySelectorAll('.full')].filter(bar => getComputedStyle(bar).fill ==="
                        + " getComputedStyle(document.documentElement).backgroundColor).length"))
                .as("bars that cannot be told from the background")
                .isZero();
        tools.media("forced-colors", "none");
    }

    /** What a lawyer looks for first is there without scrolling. */
    @Test
    void theFirstScreenHoldsTheVerdictTheFindingsAndWhatWasNotTested() throws IOException {
        show("everything", "de", DESK, "light");
        for (String part : new String[] {".verdict", ".glance > div:first-child li", ".glance > div:last-child li"}) {
            assertThat(number("document.querySelector('" + part + "').getBoundingClientRect().bottom"))
                    .as(part)
                    .isBetween(1, HEIGHT);
        }
        show("everything", "de", 375, "light");
        assertThat(number("[...document.querySelectorAll('.sentence')].pop().getBoundingClientRect().bottom"))
                .as("the verdict's sentences, on a phone")
                .isBetween(1, HEIGHT);
    }

    /** A sheet of A4 has 170 mm between the margins; what is wider would be cut off. */
    @Test
    void onPaperNothingIsCutOff() throws IOException {
        int printed = 643;
        for (String audit : new String[] {"everything", "scripts"}) {
            show(audit, "de", printed, "light");
            tools.paper(true);
            assertThat(
                            number(
                                    "[...document.querySelectorAll('body *')].filter(node => !node.closest('svg') || node.localName"
                                            + " === 'svg').filter(node => node.getBoundingClientRect().right > innerWidth + 1).length"))
                    .as(audit + ": what reaches beyond the sheet")
                    .isZero();
            assertThat(number(
                            "[...document.querySelectorAll('.scroll')].filter(node => getComputedStyle(node).overflowX !=="
                                    + " 'visible').length"))
                    .as(audit + ": what would have to be scrolled")
                    .isZero();
            assertThat(number(
                            "[...document.querySelectorAll('thead')].filter(node => getComputedStyle(node).display !=="
                                    + " 'table-header-group').length + [...document.querySelectorAll('tr')].filter(node =>"
                                    + " getComputedStyle(node).breakInside !== 'avoid').length"))
                    .as(audit + ": rows that break, heads that are not repeated")
                    .isZero();
            tools.paper(false);
        }
    }

    private int number(String expression) {
        return visit.evaluate("Math.round(" + expression + ")").asInt();
    }

    private void show(String audit, String language, int width, String scheme) throws IOException {
        tools.viewport(width, HEIGHT);
        if (!scheme.isEmpty()) {
            tools.media("prefers-color-scheme", scheme);
        }
        visit.browser().open(file(audit, language).toUri().toString());
        assertThat(visit.waitFor(
                        "document.readyState === 'complete' && !!document.querySelector('#versions')", PATIENCE))
                .isTrue();
    }

    private static Path file(String audit, String language) throws IOException {
        Path file = folder.resolve(audit + "-" + language + ".html");
        if (Files.notExists(file)) {
            Locale locale = Locale.forLanguageTag(language);
            AuditResult result = switch (audit) {
                case "everything" -> ReportSamples.everything(locale);
                case "clean" -> ReportSamples.clean(locale);
                case "failed" -> ReportSamples.failed(locale);
                case "scripts" -> ReportSamples.scripts(locale);
                default -> throw new AssertionError(audit);
            };
            try (Writer out = Files.newBufferedWriter(file)) {
                HtmlReport.write(result, out);
            }
        }
        return file;
    }
}
