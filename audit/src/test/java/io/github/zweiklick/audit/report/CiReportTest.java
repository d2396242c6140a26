package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.format.JUnit;
import io.github.zweiklick.audit.format.Sarif;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.Setup;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** An audit as CI systems read it. */
final class CiReportTest {

    static Stream<AuditResult> audits() {
        return Stream.of(Audits.empty(), Audits.some(), ExtremeAudits.hostile(), ExtremeAudits.big(100));
    }

    private static String sarif(AuditResult audit) throws IOException {
        StringWriter text = new StringWriter();
        CiReport.sarif(audit, text);
        return text.toString();
    }

    private static String junit(AuditResult audit) throws IOException {
        StringWriter text = new StringWriter();
        CiReport.junit(audit, text);
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("audits")
    void bothAreWellFormedAndTellNothingPersonal(AuditResult audit) throws Exception {
        JsonNode run = Sarif.run(sarif(audit));
        assertThat(run.required("results")).hasSize(audit.observations().size());
        Element suites = JUnit.read(junit(audit));
        assertThat(suites.getAttribute("tests"))
                .isEqualTo(Integer.toString(
                        audit.pages().size() + audit.notVisited().size()));
        assertThat(sarif(audit) + junit(audit)).doesNotContain(ExtremeAudits.SECRETS);
    }

    @Test
    void anObservationIsAResultAtItsPage() throws IOException {
        JsonNode run = Sarif.run(sarif(Audits.some()));
        assertThat(Sarif.texts(run.required("results"), "/ruleId"))
                .isEqualTo(Audits.some().observations().stream()
                        .map(seen -> Plain.word(seen.kind()))
                        .toList());
        assertThat(Sarif.texts(run.required("results"), "/locations/0/physicalLocation/artifactLocation/uri"))
                .containsOnly(Audits.PAGE);
        assertThat(run.at("/results/0/message/text").asString())
                .startsWith("Kontakt ohne Einwilligung: d2a8f3k9x1b7.cdn.example (");
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        Set<String> rules = new TreeSet<>(Sarif.texts(run.at("/tool/driver/rules"), "/id"));
        assertThat(rules)
                .isEqualTo(Arrays.stream(Observation.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aPageWithoutObservationsHasPassed() throws Exception {
        PageResult some = Audits.some().pages().get(0);
        List<Element> cases = cases(Audits.of(some.with(List.of()), some));
        assertThat(cases).hasSize(2);
        assertThat(cases.get(0).getAttribute("name")).isEqualTo(Audits.PAGE);
        assertThat(cases.get(0).getElementsByTagName("*").getLength()).isZero();
        Element failure = JUnit.children(cases.get(1), "failure").get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("contact");
        assertThat(failure.getTextContent().strip().lines()).hasSameSizeAs(some.observations());
    }

    @Test
    void whatWasNotTestedIsAnError() throws Exception {
        List<Element> cases = cases(Audits.empty());
        assertThat(JUnit.children(cases.get(0), "error").get(0).getAttribute("message"))
                .isEqualTo("not visited: the time allowed was over");
        assertThat(Sarif.run(sarif(Audits.empty()))
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isFalse();
        assertThat(cases(ExtremeAudits.hostile()))
                .allSatisfy(page -> assertThat(JUnit.children(page, "error")).hasSize(1));
    }

    /** What a browser saw that may have been blind is told; that it saw nothing is no pass. */
    @Test
    void withoutAProofNoPageHasPassed() throws Exception {
        AuditResult some = Audits.some();
        Setup setup = some.setup();
        AuditResult blind = new AuditResult(
                some.file(),
                new Setup(
                        setup.audit(),
                        setup.browser(),
                        setup.flags(),
                        setup.system(),
                        setup.phases(),
                        setup.options(),
                        setup.trusted(),
                        setup.configuration(),
                        new Proof.Missing("the browser has passed no self-test"),
                        setup.hash()),
                some.started(),
                some.ended(),
                some.stopped(),
                List.of(some.pages().get(0).with(List.of())),
                some.notVisited());
        assertThat(JUnit.children(cases(blind).get(0), "error").get(0).getAttribute("message"))
                .isEqualTo("the browser has passed no self-test");
    }

    private static List<Element> cases(AuditResult audit) throws Exception {
        return JUnit.children(
                JUnit.children(JUnit.read(junit(audit)), "testsuite").get(0), "testcase");
    }
}
