package io.github.zweiklick.audit.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The self-test with a real browser. */
@Tag("browser")
class SelfTestTest {

    private static final LeakPage POLICY = LeakCorpus.page("policy");

    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void needsChromiumAndNamespace() {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
    }

    @Test
    void whatTheServersSeeIsReported() {
        SelfTestResult result = result(SelfTest.shortRun(progress::add));

        assertThat(result.of(Outcome.MISSED)).isEmpty();
        assertThat(result.passed()).isTrue();
        assertThat(result.mode()).isEqualTo(Mode.NAMESPACE);
        assertThat(result.of(Outcome.REPORTED)).hasSizeGreaterThan(60);
        assertThat(progress).containsExactly("1/3 basic", "2/3 policy", "3/3 secure");
    }

    @Test
    @Tag("full")
    void whatTheServersSeeOfTheWholeCorpusIsReportedAndAsDocumented() {
        SelfTestResult result = result(SelfTest.fullRun(progress::add));

        assertThat(result.of(Outcome.MISSED)).isEmpty();
        assertThat(result.vectors()).hasSize(Corpus.vectors().size());
        assumeTrue(
                result.version().startsWith("chrome " + LeakCorpus.MEASURED + "."),
                "the table is of Chromium " + LeakCorpus.MEASURED + ", this is " + result.version());
        Map<String, Set<Level>> measured = new HashMap<>();
        result.vectors().forEach(vector -> measured.put(vector.name(), levels(vector)));
        assertThat(measured).isEqualTo(Corpus.levels());
    }

    /** As if the log's entries for connections and datagrams were unknown to the audit. */
    @Test
    void whatAReadingLeavesOutIsMissed() {
        Set<Level> unread = EnumSet.of(Level.SOCKET, Level.UDP);
        SelfTestResult result = result(new SelfTestRun(progress::add, told -> !unread.contains(told.level()))
                .run(Extent.SHORT, List.of(POLICY), Mode.NAMESPACE));

        assertThat(result.passed()).isFalse();
        assertThat(names(result.of(Outcome.MISSED)))
                .contains("blocked-frame", "blocked-preconnect", "worker-without-policy", "policy-stun")
                .doesNotContain("blocked-dns-prefetch");
        assertThat(result.of(Outcome.MISSED))
                .allSatisfy(vector -> assertThat(vector.missed())
                        .allMatch(step -> unread.contains(step.level()))
                        .isNotEqualTo(vector.seen()));
    }

    @Test
    void withoutANamespaceConnectionsAndRequestsAreTested() {
        SelfTestResult result =
                result(new SelfTestRun(progress::add).run(Extent.SHORT, List.of(POLICY), Mode.LOOPBACK));

        assertThat(result.passed()).isTrue();
        assertThat(names(result.of(Outcome.REPORTED))).contains("blocked-frame", "worker-without-policy");
        assertThat(names(result.of(Outcome.NOT_TESTED))).containsExactly("blocked-dns-prefetch", "policy-stun");
        assertThat(result.vectors())
                .allSatisfy(vector -> assertThat(levels(vector)).isSubsetOf(Level.SOCKET, Level.REQUEST));
    }

    @Test
    void aPageThatContactsNobodyProvesNothing() {
        LeakPage empty =
                new LeakPage("policy", true, false, POLICY.rest(), POLICY.headers(), "", List.of(blockedFetch()));

        assertThat(new SelfTestRun(progress::add).run(Extent.SHORT, List.of(empty), Mode.NAMESPACE))
                .isEqualTo(new SelfTestOutcome.NotRun("page policy contacted nobody: something stood in its way"));
    }

    /** The command where a namespace is asked for and refused. */
    @Test
    void aRefusedNamespaceIsTwo() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.zweiklick.audit.Main",
                "self-test",
                "--mode",
                "namespace");
        command.environment().put("ZWEIKLICK_NAMESPACE", "no");
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("Could not test: this system permits no network namespace");
    }

    private static LeakVector blockedFetch() {
        return POLICY.vectors().stream()
                .filter(vector -> vector.name().equals("blocked-fetch"))
                .findFirst()
                .orElseThrow();
    }

    private static SelfTestResult result(SelfTestOutcome outcome) {
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(SelfTestResult.class))
                .isNotNull();
        return (SelfTestResult) outcome;
    }

    private static Set<Level> levels(VectorResult vector) {
        return vector.seen().stream().map(Reach::level).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> names(List<VectorResult> vectors) {
        return vectors.stream().map(VectorResult::name).sorted().toList();
    }
}
