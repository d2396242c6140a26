package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.Axe;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Patience;
import io.github.zweiklick.audit.harness.SiteRequest;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.selftest.Results;
import io.github.zweiklick.audit.serve.AuditPages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An officer at her browser: form, progress, report, and what comes after, without a mouse. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServeTest {
    private static final String ORIGIN = "http://www.rathaus.test";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_TABS = 60;

    private final SelfTestOptions selfTest = new SelfTestOptions();
    private ContactHarness harness;
    private String looks = "";
    private Visit visit;
    private AuditPages pages;

    /** The second page's answer waits for it. */
    private volatile CountDownLatch answered = new CountDownLatch(0);

    private volatile CountDownLatch asked = new CountDownLatch(1);
    private volatile String foreign = "fremd.test";

    @BeforeAll
    void start(@TempDir Path state) throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
        harness.serve("www.rathaus.test", this::answer);
        Results.keepChromium(state);
        selfTest.state = state;
        try (InputStream script = ContactHarness.class.getResourceAsStream("looks.js")) {
            looks = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @BeforeEach
    void serve(@TempDir Path folder) throws IOException {
        answered = new CountDownLatch(0);
        asked = new CountDownLatch(1);
        foreign = "fremd.test";
        pages = AuditPages.start(
                0, folder.resolve("audits"), new ServedAudits(selfTest, Clock.systemUTC()), Clock.systemUTC());
        visit = harness.chromium(BrowserOptions.standard());
    }

    @AfterEach
    void leave() {
        answered.countDown();
        visit.close();
        pages.close();
    }

    private SiteResponse answer(SiteRequest request) {
        if (request.target().equals("/zwei")) {
            asked.countDown();
            try {
                assertThat(answered.await(3, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return SiteResponse.page("<!doctype html><html lang=de><meta charset=utf-8><title>Rathaus</title>"
                + "<link rel=icon href=data:,><h1>Rathaus</h1><img src='http://" + foreign + "/x' alt=''>");
    }

    @Test
    void fromTheFormToTheReportByKeyboard() throws Exception {
        visit.browser().open(pages.address());
        shows("h1", "Neue Prüfung");

        tabTo("#addresses");
        type("stadt");
        tabTo("form[novalidate] button");
        type("\n");
        holds("document.activeElement.id === 'problems'");
        shows("#problems li", "Adressen: „stadt“ ist keine Adresse. Sie beginnt mit https:// oder http://");
        tabTo("#problems a");
        type("\n");
        holds("document.activeElement.id === 'addresses' || location.hash === '#addresses'");

        focus("#addresses");
        visit.evaluate("document.activeElement.select()");
        type(ORIGIN + "/");
        tabTo("summary");
        type("\n");
        for (String phase : new String[] {"interact", "consent", "withdraw", "leave"}) {
            tabTo("#phases-" + phase);
            type(" ");
            holds("!document.activeElement.checked");
        }
        tabTo("#number");
        type("Az. 17");
        type("\n");
        holds("!!document.querySelector('[data-progress], .verdict')");
        holds("!!document.querySelector('.verdict')");
        shows(".sentence", "Im Prüfumfang wurde ohne Einwilligung Kontakt zu 1 fremden Host festgestellt.");
        String audit = visit.evaluate("location.href").asString();

        tabTo(".verdict a.primary");
        type("\n");
        holds("location.pathname.endsWith('/files/report.html')");
        shows("main .sentence", "Im Prüfumfang wurde ohne Einwilligung Kontakt zu 1 fremden Host festgestellt.");
        assertThat(visit.evaluate("window.origin").asString())
                .as("the report is nobody's")
                .isEqualTo("null");
        assertThat(visit.evaluate("document.body.textContent.includes('Az. 17')")
                        .asBoolean())
                .isTrue();

        visit.browser().open(audit + "/verify");
        shows("h1", "Ist der Bericht unverändert?");
        assertThat(text(".sentence")).startsWith("Unverändert: ");
        assertThat(visit.consoleErrors()).allMatch(error -> error.contains("status of 422"));
    }

    @Test
    void stoppedResumedAndComparedByKeyboard() throws Exception {
        order(ORIGIN + "/");
        holds("!!document.querySelector('.verdict')");
        foreign = "neu.test";

        answered = new CountDownLatch(1);
        order(ORIGIN + "/\n" + ORIGIN + "/zwei\n" + ORIGIN + "/drei");
        assertThat(asked.await(3, TimeUnit.MINUTES)).isTrue();
        holds("document.querySelector('[data-live=pages]')?.textContent === '2 von 3'");
        holds("document.querySelector('[data-live=now]').textContent === '" + ORIGIN + "/zwei (wird geladen)'");
        holds("[...document.querySelectorAll('[data-hosts] code')].some(e => e.textContent === 'neu.test')");
        holds("document.querySelector('[data-without-script]').hidden");
        tabTo("form[action$='/stop'] button");
        type("\n");
        holds("document.querySelector('[role=status]')?.textContent.startsWith('Wird beendet')");
        answered.countDown();
        holds("!!document.querySelector('.verdict')");
        // All were under way, or done: nothing is left to go on with. The next is stopped earlier.
        assertThat(text("h1")).startsWith("Prüfung vom");

        tabTo("#with");
        tabTo(".compare button");
        type("\n");
        holds("location.pathname.endsWith('/compare')");
        assertThat(text("h1")).startsWith("Neu seit ");
        assertThat(text("tbody tr")).startsWith("neu.test");
        assertThat(visit.consoleErrors()).isEmpty();
    }

    /** The second waits for the first; taken out of the queue it is asked for again as it was. */
    @Test
    void whatWaitsIsSeenAndCanBeTakenBack() throws Exception {
        answered = new CountDownLatch(1);
        order(ORIGIN + "/zwei\n" + ORIGIN + "/zwei?2\n" + ORIGIN + "/drei");
        assertThat(asked.await(3, TimeUnit.MINUTES)).isTrue();
        order(ORIGIN + "/");
        shows("h1", "Prüfung wartet");
        shows("[role=status]", "Vorher ist 1 andere Prüfung an der Reihe.");
        tabTo("form[action$='/stop'] button");
        type("\n");
        shows(".note p", "Aus der Warteschlange genommen. Es wurde nichts geprüft.");
        focus(".actions a[href*=again]");
        type("\n");
        holds("document.querySelector('#addresses')?.value.trim() === '" + ORIGIN + "/'");

        // Stopped while its first page hangs, the other cannot have come to its end.
        visit.browser().open(pages.address() + "de/audits");
        focus(".audits a");
        type("\n");
        tabTo("form[action$='/stop'] button");
        type("\n");
        answered.countDown();
        holds("!!document.querySelector('form[action$=\"/resume\"]')");
        assertThat(text(".note")).contains("von 3 Seiten sind geprüft");
        focus("form[action$='/resume'] button");
        type("\n");
        holds("document.querySelector('.verdict') && !document.querySelector('form[action$=\"/resume\"]')");
        visit.browser()
                .open(visit.evaluate("document.querySelector('.verdict a').href")
                        .asString());
        assertThat(visit.evaluate("document.body.textContent").asString())
                .contains("Die Prüfung wurde unterbrochen und später fortgesetzt");
    }

    /** Forms are let in whatever each browser says of where they come from, and reports are shown. */
    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"FIREFOX", "WEBKIT"})
    void otherBrowsersGoFromTheFormToTheReportToo(Engine engine) throws Exception {
        visit.close();
        visit = engine.open(harness, BrowserOptions.standard());
        visit.browser().open(pages.address() + "de/");
        visit.browser().click("form[novalidate] button");
        holds("!!document.querySelector('#problems')");

        order(ORIGIN + "/");
        holds("!!document.querySelector('.verdict')");
        visit.browser().click(".verdict a.primary");
        holds("location.pathname.endsWith('/files/report.html')");
        shows("main .sentence", "Im Prüfumfang wurde ohne Einwilligung Kontakt zu 1 fremden Host festgestellt.");
    }

    /** The essentials need no script: a link asks how it goes on. */
    @Test
    void withoutScripts() {
        visit.close();
        visit = harness.chromium(BrowserOptions.standard().withoutJavaScript());
        DevTools tools = DevTools.of(visit);
        visit.browser().open(pages.address());
        visit.browser().click("#addresses");
        type(ORIGIN + "/");
        visit.browser().click("form[novalidate] button");
        assertThat(tools.arrives("/audits/", PATIENCE)).isTrue();
        assertThat(Patience.until(PATIENCE, () -> clicks("[data-without-script] a", ".verdict a.primary")))
                .isTrue();
        assertThat(tools.arrives("/files/report.html", PATIENCE)).isTrue();
    }

    /** Clicks the second where it is there, the first otherwise; whether it was the second. */
    private boolean clicks(String otherwise, String css) {
        for (String one : new String[] {css, otherwise}) {
            try {
                visit.browser().click(one);
                return one.equals(css);
            } catch (RuntimeException notThere) {
                // The next, or later.
            }
        }
        return false;
    }

    @Test
    void everyPageIsForEveryone() throws Exception {
        order(ORIGIN + "/");
        holds("!!document.querySelector('.verdict')");
        String audit = visit.evaluate("location.href").asString();
        String other = audit.substring(audit.lastIndexOf('/') + 1);
        foreign = "neu.test";
        answered = new CountDownLatch(1);
        order(ORIGIN + "/\n" + ORIGIN + "/zwei");
        holds("document.querySelector('[data-live=pages]')?.textContent === '1 von 2'");
        String second = visit.evaluate("location.href").asString();
        look("progress", second);
        answered.countDown();
        holds("!!document.querySelector('.verdict')");
        visit.browser().open(pages.address() + "de/");
        look("form", pages.address() + "de/");
        visit.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })");
        look("form-open", "");
        look("form-en", pages.address() + "en/");
        focus("form[novalidate] button");
        type("\n");
        holds("document.activeElement.id === 'problems'");
        look("wrong", "");
        look("audits", pages.address() + "de/audits");
        look("audit", second);
        look("verify", second + "/verify");
        look("compare", second + "/compare?with=" + other);
        look("delete", second + "/delete");
        look("missing", second + "/nirgends");
    }

    /** @param address empty: as it is now */
    private void look(String name, String address) throws IOException {
        Axe axe = Axe.of(visit);
        DevTools tools = DevTools.of(visit);
        if (!address.isEmpty()) {
            visit.browser().open(address);
        }
        for (int width : new int[] {1280, 320}) {
            for (String scheme : new String[] {"light", "dark"}) {
                tools.media("prefers-color-scheme", scheme);
                tools.viewport(width, 900);
                tools.viewport(
                        width,
                        visit.evaluate("Math.min(5000, document.documentElement.scrollHeight)")
                                .asInt());
                axe.check("serve-" + name + "-" + width + "-" + scheme);
                tools.run(looks);
                assertThat(visit.evaluate("looks.faint('body')"))
                        .as(name + " " + scheme)
                        .isEmpty();
            }
        }
        tools.media("prefers-color-scheme", "light");
        tools.media("forced-colors", "active");
        visit.screenshot(
                Files.createDirectories(Path.of("target", "screenshots")).resolve("serve-" + name + "-forced.png"));
        tools.media("forced-colors", "none");
        tools.viewport(1280, 900);
    }

    /** Fills in the form with nothing but addresses, and only loads them. */
    private void order(String addresses) {
        visit.browser().open(pages.address() + "de/");
        focus("#addresses");
        visit.evaluate("document.activeElement.value = " + quoted(addresses));
        visit.evaluate("document.querySelectorAll('[name=phases]').forEach(e => { e.checked = false; })");
        visit.browser().click("form[novalidate] button");
        holds("location.pathname.includes('/audits/')");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\n", "\\n") + "'";
    }

    private void type(String keys) {
        visit.browser().press(keys);
    }

    private void focus(String css) {
        holds("!!document.querySelector(\"" + css.replace('"', '\'') + "\")");
        visit.evaluate("document.querySelector(\"" + css.replace('"', '\'') + "\").focus()");
    }

    /** Presses Tab until the focus is there; on the way it is always seen. */
    private void tabTo(String css) {
        DevTools.of(visit).run(looks);
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            type("\t");
            if (visit.evaluate("document.activeElement.matches(\"" + css + "\")")
                    .asBoolean()) {
                assertThat(visit.evaluate("looks.unmarked()")).as(css).isEmpty();
                return;
            }
        }
        throw new AssertionError(css + " is not reached by the Tab key");
    }

    private void holds(String expression) {
        assertThat(Patience.until(PATIENCE, () -> isTrue(expression)))
                .as(() -> expression + " in " + visit.evaluate("document.body.innerText"))
                .isTrue();
    }

    /** A page that is about to go may not answer. */
    private boolean isTrue(String expression) {
        try {
            return visit.evaluate(expression).asBoolean(false);
        } catch (RuntimeException leaving) {
            return false;
        }
    }

    private void shows(String css, String text) {
        holds("document.querySelector(\"" + css + "\")?.textContent === " + quoted(text));
    }

    private String text(String css) {
        return visit.evaluate("document.querySelector(\"" + css + "\").innerText")
                .asString();
    }
}
