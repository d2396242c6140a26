package io.github.zweiklick.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.SiteRequest;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.PageResult;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever a page does, there is a report of it. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddPagesTest {
    private static final String HOST = "www.sonderbar.test";
    private static final String ORIGIN = "http://" + HOST;
    private static final String FOREIGN = "fremd.test";
    private static final String LEAK = "<img src='http://" + FOREIGN + "/bild.png' alt=''>";

    private ContactHarness harness;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
        harness.serve(HOST, OddPagesTest::answer);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    private static SiteResponse answer(SiteRequest request) {
        return switch (request.target()) {
            case "/unruhig" ->
                page(LEAK + "<script>setInterval(() => fetch('/daten?' + Math.random()).catch(() => {}), 50)</script>");
            case "/fragt" -> page(LEAK + "<script>for (;;) { if (!confirm('Wirklich?')) alert('Doch.') }</script>");
            case "/haengt" -> page(LEAK + "<script>onload = () => { for (;;) {} }</script>");
            case "/endlos" ->
                page(LEAK + "<div id=mehr></div><script>onscroll = () => { for (let i = 0; i < 30; i++)"
                        + " mehr.append(document.createElement('p'), 'Noch mehr') }; onscroll()</script>"
                        + "<style>p { height: 90px }</style>");
            case "/viele" ->
                page(LEAK + "<script>(async () => { for (let i = 0; i < 10000; i += 100) await Promise.all("
                        + "Array.from({length: 100}, (_, k) => fetch('/daten?' + (i + k)).catch(() => {})));"
                        + " document.title = 'fertig' })()</script>");
            case "/datei" ->
                SiteResponse.of("application/zip", "PK").with("Content-Disposition", "attachment; filename=x.zip");
            case "/kaputt" ->
                new SiteResponse(500, page(LEAK).fields(), page(LEAK).body());
            case "/gesperrt" -> SiteResponse.empty(401).with("WWW-Authenticate", "Basic realm=\"Intranet\"");
            case "/intern" -> SiteResponse.empty(302).with("Location", "/anmeldung");
            case "/daten" -> SiteResponse.of("text/plain", "x");
            default -> page("");
        };
    }

    private static SiteResponse page(String html) {
        return SiteResponse.page(
                "<!doctype html><html lang=de><meta charset=utf-8><title>Sonderbar</title><link rel=icon href=data:,><h1>Sonderbar</h1>"
                        + html);
    }

    private PageResult visit(String path) {
        return Audits.page(harness, ORIGIN + path);
    }

    private static List<Untested.Kind> untested(PageResult page) {
        return page.contacts().untested().stream().map(Untested::kind).toList();
    }

    private static void tellsTheLeak(PageResult page) {
        assertThat(page.contacts().foreignHosts()).as("%s", page.failure()).containsExactly(FOREIGN);
        assertThat(page.observations()).isNotEmpty();
    }

    @Test
    void aPageThatNeverRests() {
        PageResult page = visit("/unruhig");
        tellsTheLeak(page);
        assertThat(page.failure()).isEmpty();
        assertThat(untested(page)).contains(Untested.Kind.NOT_AT_REST);
    }

    @Test
    void aPageThatAsksWithoutEnd() {
        tellsTheLeak(visit("/fragt"));
    }

    /** Takes minutes. */
    @Tag("full")
    @Test
    void aPageThatHangs() {
        PageResult page = visit("/haengt");
        tellsTheLeak(page);
        assertThat(page.failure()).isPresent();
    }

    @Test
    void aPageWithoutEnd() {
        PageResult page = visit("/endlos");
        tellsTheLeak(page);
        assertThat(page.failure()).isEmpty();
        assertThat(untested(page)).contains(Untested.Kind.SCROLLING);
    }

    /** Takes minutes. */
    @Tag("full")
    @Test
    void aPageOfTenThousandRequests() {
        PageResult page = visit("/viele");
        tellsTheLeak(page);
        assertThat(page.contacts().exchanges()).hasSizeGreaterThan(10_000);
        assertThat(untested(page)).doesNotContain(Untested.Kind.OVERFLOW, Untested.Kind.END_OF_LOG);
    }

    @Test
    void noPages() {
        AuditResult audit = Audits.of(
                harness,
                EnumSet.of(AuditPhase.LOAD),
                List.of(
                        ORIGIN + "/datei",
                        ORIGIN + "/kaputt",
                        ORIGIN + "/gesperrt",
                        "http://127.0.0.1:9/nirgends",
                        ORIGIN + "/intern"));
        assertThat(audit.pages())
                .extracting(page -> page.failure().orElse(""))
                .satisfiesExactly(
                        download -> assertThat(download).contains("download"),
                        broken -> assertThat(broken).contains("status 500"),
                        locked -> assertThat(locked).contains("status 401"),
                        nowhere -> assertThat(nowhere).isNotEmpty(),
                        login -> assertThat(login).isEmpty());
        assertThat(audit.pages().get(1).contacts().foreignHosts()).containsExactly(FOREIGN);
        assertThat(audit.pages().get(4).shown()).isEqualTo(ORIGIN + "/anmeldung");
        assertThat(audit.isWhole()).isFalse();
    }

    @Test
    void aBrowserThatIsEndedInTheMiddle() {
        harness.serve("absturz.test", request -> {
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().commandLine().orElse("").contains("--log-net-log="))
                    .forEach(ProcessHandle::destroyForcibly);
            return page(LEAK);
        });
        PageResult page = Audits.page(harness, "http://absturz.test/");
        assertThat(page.failure()).isPresent();
        assertThat(page.url()).isEqualTo("http://absturz.test/");
    }

    @Test
    void whatTimeDoesNotAllowIsTold() {
        AuditRun run = Audits.run(
                harness,
                Audits.order(
                        EnumSet.of(AuditPhase.LOAD),
                        List.of(ORIGIN + "/eins", ORIGIN + "/zwei"),
                        Duration.ofMillis(1)));
        AuditResult audit = run.run();
        assertThat(audit.stopped()).isPresent();
        assertThat(audit.notVisited()).contains(ORIGIN + "/zwei");
        assertThat(audit.isWhole()).isFalse();
    }
}
