package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Resumption;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import io.github.zweiklick.audit.visit.AuditOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of an audit comes back as it was, or is known to be damaged. */
final class KeptPagesTest {
    private static final String BROWSER = "chrome 156.0.8078.108";
    private static final Instant LATER = Instant.parse("2026-11-30T08:00:00Z");

    private final List<String> told = new ArrayList<>();

    @TempDir
    Path report;

    static Stream<AuditResult> audits() {
        return Stream.of(
                ReportSamples.everything(Locale.GERMAN),
                ReportSamples.failed(Locale.ENGLISH),
                Audits.some(),
                ExtremeAudits.hostile(),
                ExtremeAudits.big(2_000));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void pagesComeBackAsTheyWere(AuditResult audit) throws IOException {
        begin(audit);
        try (UnfinishedAudit again = resume()) {
            assertThat(List.copyOf(again.earlier().pages().values()).equals(audit.pages()))
                    .as("pages that are alike to the last text, picture and number")
                    .isTrue();
            assertThat(again.earlier().browser()).isEqualTo(BROWSER);
            assertThat(again.damaged()).isEmpty();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whatWasAskedForComesBackWithoutSecrets() throws IOException {
        AuditOrder asked = order(ReportSamples.everything(Locale.GERMAN));
        begin(ReportSamples.everything(Locale.GERMAN));
        try (UnfinishedAudit again = resume()) {
            assertThat(again.order())
                    .isEqualTo(asked.with(
                            asked.options().login(List.of(new LoginCookie("https://a.example/", "SESSION", "")))));
        }
        assertThat(Files.readString(unfinished("order.json")))
                .contains("SESSION")
                .doesNotContain("hunter2");
    }

    @Test
    void whenItWentOnIsTold() throws IOException {
        AuditResult audit = ReportSamples.everything(Locale.GERMAN);
        int pages = audit.pages().size();
        begin(audit);
        try (UnfinishedAudit second = resume()) {
            second.goOn();
        }
        Instant last = audit.pages().stream()
                .map(PageResult::ended)
                .max(Instant::compareTo)
                .orElseThrow();
        try (UnfinishedAudit third = resume()) {
            assertThat(third.earlier().started()).contains(Audits.STARTED);
            assertThat(third.earlier().resumptions())
                    .containsExactly(new Resumption(last, LATER, pages, 0), new Resumption(last, LATER, pages, 0));
        }
    }

    @Test
    void ofAnAuditThatSawNothingTheBeginningIsKnown() throws IOException {
        UnfinishedAudit.begin(report, order(Audits.some()), told::add, clock(Audits.STARTED))
                .close();
        assertThat(UnfinishedAudit.extent(report)).isEqualTo(new UnfinishedAudit.Extent(0, 1));
        try (UnfinishedAudit again = resume()) {
            assertThat(again.earlier().resumptions()).containsExactly(new Resumption(Audits.STARTED, LATER, 0, 0));
            assertThat(again.earlier().browser()).isEmpty();
        }
    }

    @Test
    void damagedPagesCountAsNotVisited() throws IOException {
        AuditResult audit = ReportSamples.everything(Locale.GERMAN);
        begin(audit);
        Path page = unfinished("page-0001.json");
        byte[] content = Files.readAllBytes(page);
        for (int at : List.of(3, 64, 65, content.length / 2, content.length - 1)) {
            byte[] damaged = content.clone();
            damaged[at] ^= 1;
            assertDamaged(page, damaged, audit.pages().get(0).url());
        }
        assertDamaged(page, new byte[0], audit.pages().get(0).url());
        assertDamaged(
                page,
                Arrays.copyOf(content, content.length - 20),
                audit.pages().get(0).url());
        // Another page's, whole as it is.
        assertDamaged(
                page,
                Files.readAllBytes(unfinished("page-0002.json")),
                audit.pages().get(0).url());
    }

    private void assertDamaged(Path page, byte[] content, String url) throws IOException {
        Files.write(page, content);
        try (UnfinishedAudit again = resume()) {
            assertThat(again.earlier().pages().keySet()).doesNotContain(1).contains(2);
            assertThat(again.damaged()).containsExactly(url);
            assertThat(again.earlier().resumptions())
                    .last()
                    .extracting(Resumption::again)
                    .isEqualTo(1);
        }
    }

    @Test
    void aDamagedOrderIsRefused() throws IOException {
        begin(Audits.some());
        Files.writeString(unfinished("order.json"), Files.readString(unfinished("order.json")) + " ");
        assertThatThrownBy(this::resume).isInstanceOf(IOException.class).hasMessageContaining("order.json is damaged");
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        begin(Audits.some());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report.resolve("unfinished"))))
                .isEqualTo("rwx------");
        for (String file : List.of("order.json", "page-0001.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unfinished(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatWasCutOffIsNotWrittenOver() throws IOException {
        begin(Audits.some());
        assertThatThrownBy(() -> begin(Audits.some()))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("--resume " + report, "or delete " + report.resolve("unfinished"));
        resume().close();
    }

    @Test
    void twoDoNotWorkOnOne() throws IOException {
        try (UnfinishedAudit one =
                UnfinishedAudit.begin(report, order(Audits.some()), told::add, clock(Audits.STARTED))) {
            assertThatThrownBy(this::resume).hasMessage("another audit is at work in " + report);
            one.keep(1, BROWSER, Audits.some().pages().get(0));
        }
        resume().close();
    }

    @Test
    void onceAllIsDoneNothingIsLeft() throws IOException {
        begin(Audits.some());
        Files.writeString(unfinished("page-0009.json.draft"), "half a pa");
        try (UnfinishedAudit again = resume()) {
            again.remove();
        }
        assertThat(report).isEmptyDirectory();
        assertThat(UnfinishedAudit.isIn(report)).isFalse();
        assertThatThrownBy(this::resume).hasMessageContaining("holds no audit that was cut off");
    }

    @Test
    void aDiskThatIsFullIsToldOnce() throws IOException {
        try (UnfinishedAudit audit =
                UnfinishedAudit.begin(report, order(Audits.some()), told::add, clock(Audits.STARTED))) {
            Files.createDirectory(unfinished("page-0001.json.draft"));
            Files.createFile(unfinished("page-0001.json.draft").resolve("x"));
            audit.keep(1, BROWSER, Audits.some().pages().get(0));
            audit.keep(1, BROWSER, Audits.some().pages().get(0));
        }
        assertThat(told).singleElement().asString().startsWith("What is done cannot be kept");
    }

    /** Neither a change nor an addition: a report can be checked while its audit can still go on. */
    @Test
    void itIsNoPartOfTheReport() throws IOException {
        begin(Audits.some());
        Files.writeString(report.resolve("audit.json"), "{}");
        Manifest.write(report, Audits.some(), Optional.empty(), Clock.systemUTC());
        assertThat(Files.readString(report.resolve("manifest.json"))).doesNotContain("unfinished");
        Files.delete(unfinished("page-0001.json"));
        assertThat(Verification.of(
                                report,
                                Optional.empty(),
                                LATER.atZone(ZoneOffset.UTC).toLocalDate())
                        .outcome())
                .isEqualTo(Verification.Outcome.INTACT);
    }

    private void begin(AuditResult audit) throws IOException {
        try (UnfinishedAudit unfinished =
                UnfinishedAudit.begin(report, order(audit), told::add, clock(Audits.STARTED))) {
            for (int i = 0; i < audit.pages().size(); i++) {
                unfinished.keep(i + 1, BROWSER, audit.pages().get(i));
            }
        }
    }

    private UnfinishedAudit resume() throws IOException {
        return UnfinishedAudit.resume(report, told::add, clock(LATER));
    }

    private Path unfinished(String file) {
        return report.resolve("unfinished").resolve(file);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static AuditOrder order(AuditResult audit) {
        return new AuditOrder(
                audit.pages().stream().map(PageResult::url).toList(),
                Set.of(AuditPhase.WITHDRAW),
                BrowserOptions.standard()
                        .languages("de-DE", "de")
                        .firstParty("*.musterstadt.example")
                        .login(List.of(new LoginCookie("https://a.example/", "SESSION", "hunter2"))),
                audit.setup().trusted(),
                List.of(),
                audit.setup().configuration(),
                audit.file(),
                Duration.ofHours(2),
                2,
                audit.setup().secondOpinions());
    }
}
