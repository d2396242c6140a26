package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.Browser;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What placeholders do in real browsers over https. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceholderBehaviourTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String ONCE = "zweiklick-embed button[value=once]";
    private static final String REMEMBER = "zweiklick-embed button[value=remember]";
    private static final String WITHDRAW = "zweiklick-embed [data-zweiklick=withdraw]";
    private static final String CLOSE = "zweiklick-embed [data-zweiklick=close]";
    private static final String ASKED = BehaviourScripts.asked("zweiklick-embed");
    private static final String SAID = "document.querySelector('.zweiklick-status').textContent";
    private static final String STORED = "localStorage.getItem('zweiklick')";

    private ContactHarness harness;
    private ProtectedSite site;
    private String page;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        site = ProtectedSite.serve(harness);
        page = site.content("/film", "<p>vorher</p>" + ProtectedSite.VIDEO + "<p>nachher</p>");
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void loadingOnceAndTakingItBack(Engine engine) {
        try (Visit visit = opened(engine)) {
            visit.browser().open(page);
            holds(visit, ASKED);
            assertThat(visit.storage().isEmpty()).isTrue();

            visit.browser().click(ONCE);

            holds(visit, BehaviourScripts.LOADED);
            ProtectedSite.Answer answer = site.nextAnswer();
            assertThat(answer.status()).as(answer.document()).isEqualTo(200);
            assertThat(answer.form()).isEqualTo("scope=once");
            assertThat(answer.field("Sec-Fetch-Site")).isEqualTo("same-origin");
            assertThat(answer.field("Sec-Fetch-Dest")).isEqualTo("iframe");
            if (engine != Engine.WEBKIT) {
                assertThat(answer.field("Sec-Fetch-User")).isEqualTo("?1");
            }
            assertThat(answer.field("Sec-CH-UA").isEmpty()).isEqualTo(engine != Engine.CHROMIUM);
            holds(visit, "document.activeElement.className === 'zweiklick-bar'");
            holds(visit, "document.querySelector('.zweiklick-status[role=status]').textContent.includes('YouTube')");
            assertThat(visit.evaluate(STORED).isNull()).isTrue();

            visit.browser().click(WITHDRAW);

            holds(visit, ASKED);
            holds(visit, "document.activeElement.value === 'once'");
            assertThat(visit.storage().isEmpty()).isTrue();

            visit.browser().open(page);

            holds(visit, ASKED);
            assertThat(visit.storage().isEmpty()).isTrue();
        }
    }

    @Test
    void whatIsRememberedIsReplayedWhenVisibleUntilWithdrawn() {
        String below = site.content(
                "/unten",
                "<div id=weit style='height: 5000px'></div>" + ProtectedSite.VIDEO
                        + "<div style='height: 900px'></div>");
        try (Visit visit = opened(Engine.CHROMIUM)) {
            Browser browser = visit.browser();
            browser.open(page);
            holds(visit, "!document.querySelector('[value=remember]').hidden");
            browser.click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            assertThat(site.nextAnswer().form()).isEqualTo("scope=remember");
            assertThat(visit.evaluate("Object.keys(JSON.parse(" + STORED + ")).join()")
                            .asString(""))
                    .isEqualTo("youtube");
            assertThat(visit.storage().cookies()).isEmpty();

            browser.open(page);
            holds(visit, BehaviourScripts.LOADED);
            ProtectedSite.Answer replayed = site.nextAnswer();
            assertThat(replayed.form()).isEqualTo("scope=replay");
            assertThat(replayed.status()).isEqualTo(200);
            assertThat(visit.evaluate("document.activeElement.localName").asString(""))
                    .as("nobody clicked, the focus stays")
                    .isEqualTo("body");

            browser.open(below);
            holds(visit, "customElements.get('zweiklick-embed') && document.readyState === 'complete'");
            assertThat(visit.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
                                    + "() => done(document.querySelector('zweiklick-embed').dataset.state))))")
                            .asString(""))
                    .as("out of sight")
                    .isEqualTo("placeholder");
            browser.scrollToEnd();
            holds(visit, BehaviourScripts.LOADED);
            assertThat(site.nextAnswer().form()).isEqualTo("scope=replay");

            browser.click(CLOSE);
            holds(visit, ASKED);
            assertThat(visit.evaluate(STORED).isNull())
                    .as("closed, not withdrawn")
                    .isFalse();

            browser.open(page);
            holds(visit, BehaviourScripts.LOADED);
            browser.click(WITHDRAW);
            holds(visit, ASKED);
            assertThat(visit.evaluate(STORED).isNull()).isTrue();
            site.forgetAnswers();
            browser.open(page);
            holds(visit, ASKED);
            assertThat(visit.storage().isEmpty()).isTrue();
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    @Test
    void withdrawingInOneTabCountsInAll() {
        try (Visit visit = opened(Engine.CHROMIUM)) {
            DevTools tools = DevTools.of(visit);
            visit.browser().open(page);
            visit.browser().click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            String first = tools.tab();
            tools.newTab();
            visit.browser().open(page);
            holds(visit, BehaviourScripts.LOADED);

            visit.browser().click(WITHDRAW);
            holds(visit, ASKED);

            tools.tab(first);
            holds(visit, ASKED);
            // The bar that had the focus is gone.
            holds(visit, "document.activeElement.value === 'once'");
            assertThat(visit.storage().isEmpty()).isTrue();
        }
    }

    /** What is said of it does not come then. */
    @Test
    void takingBackNeedsNoServer() {
        String two = site.content("/zwei", ProtectedSite.VIDEO + "<div id=zweiter>" + ProtectedSite.VIDEO + "</div>");
        String second = "#zweiter zweiklick-embed";
        try (Visit visit = opened(Engine.CHROMIUM)) {
            Browser browser = visit.browser();
            browser.open(two);
            holds(visit, "!!customElements.get('zweiklick-embed')");
            site.assets(false);
            browser.click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            visit.evaluate("document.querySelector('#zweiter').scrollIntoView()");
            holds(visit, BehaviourScripts.loaded(second));

            browser.click(second + " [data-zweiklick=close]");
            holds(visit, BehaviourScripts.asked(second));
            assertThat(visit.evaluate(STORED).isNull()).isFalse();
            browser.click(second + " [value=once]");
            holds(visit, BehaviourScripts.loaded(second));
            browser.click(WITHDRAW);

            holds(visit, ASKED);
            holds(visit, "document.activeElement.value === 'once'");
            assertThat(visit.storage().isEmpty()).isTrue();
            assertThat(visit.evaluate(BehaviourScripts.loaded(second)).asBoolean())
                    .as("loaded once, by a click of its own")
                    .isTrue();
        } finally {
            site.assets(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsOfferedToRememberWhere(Refusing refusing) {
        try (Visit visit = opened(Engine.CHROMIUM)) {
            DevTools.of(visit).beforeScripts(refusing.script);
            visit.browser().open(page);
            holds(visit, "!!customElements.get('zweiklick-embed') && document.readyState === 'complete'");

            assertThat(visit.evaluate("[...document.querySelectorAll('[value=remember],[data-zweiklick=remember]')]"
                                    + ".every(node => node.hidden)")
                            .asBoolean())
                    .isTrue();
            visit.browser().click(ONCE);
            holds(visit, BehaviourScripts.LOADED);
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }

    enum Refusing {
        GLOBAL_PRIVACY_CONTROL(
                "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true, configurable: true})"),
        DO_NOT_TRACK("Object.defineProperty(Navigator.prototype, 'doNotTrack', {get: () => '1', configurable: true})"),
        STORAGE_FORBIDDEN(
                "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('x', 'SecurityError') }})");

        private final String script;

        Refusing(String script) {
            this.script = script;
        }
    }

    @Test
    void anOldNoticeIsShownAgainBeforeAnythingLoads() {
        String old = site.content("/alt", ProtectedSite.VIDEO);
        site.change("/alt", html -> html.replaceAll("notice=[0-9a-f]{12}", "notice=000000000000"));
        try (Visit visit = opened(Engine.CHROMIUM)) {
            visit.browser().open(old);
            visit.browser().click(ONCE);
            String frame = "document.querySelector('zweiklick-embed iframe').contentDocument";
            holds(visit, "!!" + frame + " && !!" + frame + ".querySelector('button[name=scope]')");
            ProtectedSite.Answer again = site.nextAnswer();
            assertThat(again.status()).isEqualTo(200);
            holds(visit, SAID + " === 'Bitte entscheiden Sie noch einmal'");
            assertThat(visit.evaluate(frame + ".querySelectorAll('iframe').length")
                            .asInt())
                    .isZero();
            assertThat(visit.soFar().foreignHosts()).isEmpty();

            DevTools.of(visit).clickInFrame("zweiklick-embed iframe", "button[name=scope][value=once]");

            holds(visit, BehaviourScripts.LOADED);
            assertThat(site.nextAnswer().status()).isEqualTo(200);
            holds(visit, SAID + " === 'Inhalt von YouTube ist geladen.'");
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }

    @Test
    void aScriptsClickIsNoVisitorsClick() {
        String self = site.content(
                "/selbstklick",
                ProtectedSite.VIDEO
                        + "<iframe name=ziel title=Ziel></iframe><script>addEventListener('load', () => setTimeout(() => {"
                        + "const b = document.querySelector('zweiklick-embed [value=once]');"
                        + "location.hash === '#submit' ? (b.formTarget = 'ziel', document.getElementById('zweiklick-form').requestSubmit(b))"
                        + " : b.click(); }))</script>");
        for (String how : List.of("#click", "#submit")) {
            try (Visit visit = opened(Engine.CHROMIUM)) {
                visit.browser().open(self + how);

                ProtectedSite.Answer answer = site.nextAnswer();

                assertThat(answer.status()).as(how).isEqualTo(403);
                assertThat(answer.form()).isEqualTo("scope=once");
                assertThat(answer.field("Sec-Fetch-User")).isEmpty();
                assertThat(answer.document()).doesNotContain("<iframe");
                assertThat(visit.soFar().foreignHosts()).isEmpty();
            }
        }
    }

    @Test
    void closingIsDoneByKeyboardToo() {
        try (Visit visit = opened(Engine.CHROMIUM)) {
            visit.browser().open(page);
            visit.evaluate("document.querySelector('zweiklick-embed [value=once]').focus()");
            visit.browser().press("\n");
            holds(visit, BehaviourScripts.LOADED);
            holds(visit, "document.activeElement.className === 'zweiklick-bar'");

            visit.browser().press("\t\n");

            holds(visit, ASKED);
            holds(visit, "document.activeElement.value === 'once'");
        }
    }

    @Test
    void eventsTellAndCanPrevent() {
        try (Visit visit = opened(Engine.CHROMIUM)) {
            visit.browser().open(page);
            holds(visit, "!!customElements.get('zweiklick-embed')");
            visit.evaluate("""
                    (() => {
                      window.told = [];
                      for (const name of ['load', 'loaded', 'withdrawn']) {
                        addEventListener('zweiklick:' + name, event => told.push(name + ' ' + event.detail.service + ' ' + event.detail.scope));
                      }
                      addEventListener('zweiklick:load', event => event.preventDefault(), {once: true});
                    })()""");

            visit.browser().click(ONCE);
            assertThat(visit.evaluate(ASKED).asBoolean()).isTrue();
            visit.browser().click(ONCE);
            holds(visit, "told.length === 3");
            visit.browser().click(WITHDRAW);
            holds(visit, "told.length === 4");

            assertThat(visit.evaluate("told.join()").asString(""))
                    .isEqualTo("load youtube once,load youtube once,loaded youtube once,withdrawn youtube once");
        }
    }

    private Visit opened(Engine engine) {
        site.forgetAnswers();
        return engine.open(harness, BrowserOptions.standard().firstParty(ProtectedSite.HOST));
    }

    private static void holds(Visit visit, String expression) {
        assertThat(visit.waitFor(expression, PATIENCE)).as(expression).isTrue();
    }
}
