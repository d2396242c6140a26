package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the terminal is told is true, short, and cannot move its cursor. */
final class TextReportTest {

    @Test
    void aPageIsToldInAFewLines() {
        assertThat(written(Audits.some())).isEqualTo("""
                https://www.musterstadt.example/aktuelles?id=17 (status 200): 3 foreign hosts before consent, 1 of them trusted (load)
                  d2a8f3k9x1b7.cdn.example: load dns
                  karten.example: load request; trusted: Vertrag vom 1. März
                  www.google-analytics.com: load request
                  www.youtube-nocookie.com: consent (youtube) request
                  contact: d2a8f3k9x1b7.cdn.example
                  no-settings
                  undeclared-host: www.gstatic.com
                  not tested: DNS questions and sockets on the wire: there is no network namespace
                  not tested: the page did not come to rest in time; later contacts of a phase are told in the next (12 s)
                """);
    }

    @Test
    void aVerdictNamesWhatWasTested() {
        Step scroll = Audits.step(1, Phase.SCROLL, "");
        PageResult clean = page(Optional.empty(), List.of(Audits.LOAD, scroll), List.of());
        assertThat(written(Audits.of(clean)))
                .isEqualTo("https://a.example/ (led to https://b.example/): no foreign host seen before consent"
                        + " (load, scroll)\n");
    }

    @Test
    void whatCouldNotBeTestedIsNotSaidToBeClean() {
        PageResult failed = page(Optional.of("the browser crashed"), List.of(), List.of());
        assertThat(written(Audits.of(failed)))
                .isEqualTo(
                        "https://a.example/ (led to https://b.example/): could not be tested: the browser crashed\n");
        assertThat(written(Audits.empty()))
                .isEqualTo("Ended early: the time allowed was over\nNot visited: " + Audits.PAGE + "\n");
    }

    @Test
    void manyFindingsOfAKindAreCounted() {
        List<Observation> links = Stream.iterate(1, i -> i + 1)
                .limit(20)
                .map(i -> new Observation(
                        Observation.Kind.UNMARKED_LINK, "", Optional.empty(), "h" + i + ".example", List.of()))
                .toList();
        assertThat(written(Audits.of(page(Optional.empty(), List.of(Audits.LOAD), links))))
                .contains("  unmarked-link: h1.example, h2.example, ", ", h8.example and 12 more\n");
    }

    @Test
    void pagesCannotMoveTheCursor() {
        String text = written(ExtremeAudits.hostile());
        assertThat(text.codePoints().filter(point -> point != '\n').map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE, (int)
                        Character.LINE_SEPARATOR);
        assertThat(text).doesNotContain(ExtremeAudits.SECRETS).contains("\\u{1b}[2J\\u{9b}31m\\u{202e}");
        assertThat(text.lines())
                .hasSizeLessThan(20)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(1_600));
    }

    private static PageResult page(Optional<String> failure, List<Step> steps, List<Observation> found) {
        PageResult page = Audits.some().pages().get(0);
        return new PageResult(
                "https://a.example/",
                "https://b.example/",
                OptionalInt.empty(),
                failure,
                page.started(),
                page.ended(),
                List.of(),
                new ContactReport(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), steps, List.<Untested>of()),
                page.facts(),
                page.policies(),
                List.of(),
                found);
    }

    private static String written(AuditResult result) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        TextReport.write(result, out);
        out.flush();
        return text.toString();
    }
}
