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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What visitors see and change of what they have allowed, and what a site's own scripts may ask. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsBehaviourTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String SETTINGS = ProtectedSite.ORIGIN + "/zweiklick/settings?lang=de";
    private static final String REMEMBER = "zweiklick-embed button[value=remember]";
    private static final String ASKED = BehaviourScripts.asked("zweiklick-embed");

    private ContactHarness harness;
    private ProtectedSite site;
    private String video;
    private String film;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        site = ProtectedSite.serve(
                harness, ", \"remember\": {\"vimeo\": \"session\"}, \"embedded\": [\"youtube\", \"vimeo\"]");
        video = site.content("/video", ProtectedSite.VIDEO);
        film = site.content("/film", ProtectedSite.FILM);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void whatIsAllowedIsSaidAndWithdrawnInOneClick() {
        try (Visit visit = opened()) {
            Browser browser = visit.browser();
            browser.open(video);
            browser.click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            String first = DevTools.of(visit).tab();
            DevTools.of(visit).newTab();

            browser.open(SETTINGS);

            holds(visit, state("youtube") + ".startsWith('Erlaubt seit ')");
            holds(visit, state("youtube") + ".includes(', bis ')");
            holds(visit, state("vimeo") + " === 'Nicht erlaubt.'");
            browser.click(button("youtube", "withdraw"));
            holds(visit, state("youtube") + " === 'Nicht erlaubt.'");
            holds(
                    visit,
                    "document.querySelector('.zweiklick-said').textContent.includes('Cookies der Anbieter bleiben')");
            holds(visit, "document.activeElement.className === 'zweiklick-state'");
            holds(visit, "document.querySelector('[data-zweiklick=all]').hidden");
            assertThat(visit.storage().isEmpty()).isTrue();
            DevTools.of(visit).tab(first);
            holds(visit, ASKED);
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }

    @Test
    void whoeverHasReadWhatItMeansAllowsInTheSettings() {
        try (Visit visit = opened()) {
            visit.browser().open(SETTINGS);
            holds(visit, state("youtube") + " === 'Nicht erlaubt.'");
            assertThat(visit.evaluate("document.querySelector('" + button("youtube", "allow")
                                    + "').closest('details').textContent.includes('Google Ireland')")
                            .asBoolean())
                    .isTrue();
            visit.browser().click("[data-service=youtube] summary");
            visit.browser().click(button("youtube", "allow"));
            holds(visit, state("youtube") + ".startsWith('Erlaubt seit ')");
            assertThat(visit.evaluate("Object.keys(JSON.parse(localStorage.zweiklick).youtube).join()")
                            .asString(""))
                    .isEqualTo("time,notice,lang");

            visit.browser().open(video);

            holds(visit, BehaviourScripts.LOADED);
            holds(visit, "document.querySelector('.zweiklick-status').textContent.includes('früher erlaubt')");
        }
    }

    /** One decision, wherever it is taken, holds for the whole page at once. */
    @Test
    void settingsInAPageGovernItsPlaceholders() {
        String own = site.content("/datenschutz", ProtectedSite.VIDEO + "<zweiklick-settings></zweiklick-settings>");
        try (Visit visit = opened()) {
            visit.browser().open(own);
            holds(visit, ASKED);
            String settings = "zweiklick-settings [data-service=youtube] ";
            visit.browser().click(settings + "summary");
            visit.browser().click(settings + "[data-zweiklick=allow]");
            holds(visit, "!document.querySelector('" + settings + "[data-zweiklick=withdraw]').hidden");
            visit.evaluate("scrollTo(0, 0)");
            holds(visit, BehaviourScripts.LOADED);

            visit.browser().click(settings + "[data-zweiklick=withdraw]");

            holds(visit, ASKED);
            assertThat(visit.evaluate("document.querySelectorAll('.zweiklick-entry').length")
                            .asInt())
                    .isZero();
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }

    @Test
    void aPermissionOfATabStaysInTheTab() {
        try (Visit visit = opened()) {
            visit.browser().open(film);
            holds(visit, "!document.querySelector('" + REMEMBER + "').hidden");
            visit.browser().click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            assertThat(visit.evaluate("localStorage.getItem('zweiklick')").isNull())
                    .isTrue();
            assertThat(visit.evaluate("!!JSON.parse(sessionStorage.zweiklick).vimeo")
                            .asBoolean())
                    .isTrue();
            visit.browser().open(film);
            holds(visit, BehaviourScripts.LOADED);
            visit.browser().open(SETTINGS);
            holds(visit, state("vimeo") + ".endsWith('bis dieser Tab geschlossen wird.')");

            DevTools.of(visit).newTab();
            visit.browser().open(film);

            holds(visit, ASKED + " && document.readyState === 'complete'");
        }
    }

    @Test
    void serversOfTheVisitorsChoiceAreListedOneByOne() {
        try (Visit visit = opened()) {
            visit.browser().open(SETTINGS);
            visit.evaluate("""
                    (() => {
                      const notice = document.querySelector('[data-service=mastodon]').dataset.notice;
                      localStorage.zweiklick = JSON.stringify({
                        'mastodon@social.musterstadt.example': {time: Date.now(), notice},
                        'mastodon@alt.example': {time: Date.now(), notice: '000000000000'}
                      });
                    })()""");
            visit.browser().open(SETTINGS);
            holds(visit, "document.querySelectorAll('[data-service=mastodon]:not([hidden])').length === 1");
            holds(
                    visit,
                    "document.querySelector('[data-host] .zweiklick-title').textContent === 'Mastodon (social.musterstadt.example)'");

            visit.browser().click("[data-host] [data-zweiklick=withdraw]");

            holds(visit, "!document.querySelector('[data-host]')");
            holds(visit, "document.activeElement.className === 'zweiklick-said'");
        }
    }

    @Test
    void underASignalAgainstTrackingNothingIsOffered() {
        try (Visit visit = opened()) {
            DevTools.of(visit)
                    .beforeScripts(
                            "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true, configurable: true})");
            visit.browser().open(SETTINGS);
            holds(visit, "!document.querySelector('[data-zweiklick=refused]').hidden");
            holds(visit, "[...document.querySelectorAll('[data-zweiklick=allow]')].every(button => button.hidden)");
        }
    }

    @Test
    void aSitesOwnScriptAsksAndWithdraws() {
        String own = site.content(
                "/skript",
                ProtectedSite.VIDEO
                        + "<button id=erlauben onclick=\"zweiklick.allow('youtube').catch(e => window.said = String(e))\">Filme erlauben</button>");
        try (Visit visit = opened()) {
            Browser browser = visit.browser();
            browser.open(own);
            holds(visit, "!!window.zweiklick");
            assertThat(visit.evaluate("zweiklick.state('youtube').then(state => state.allowed)")
                            .asBoolean())
                    .isFalse();
            assertThat(visit.evaluate("zweiklick.allow('vimeo').catch(error => String(error))")
                            .asString(""))
                    .contains("No placeholder of vimeo");
            browser.click("#erlauben");
            holds(visit, BehaviourScripts.LOADED);
            assertThat(visit.evaluate("zweiklick.state('youtube').then(state => state.allowed)")
                            .asBoolean())
                    .isTrue();

            visit.evaluate("zweiklick.withdraw('youtube')");

            holds(visit, ASKED);
            assertThat(visit.storage().isEmpty()).isTrue();
        }
    }

    /** The other way round: an element that a script makes in a page with placeholders. */
    @Test
    void anElementMadeByAScriptBecomesAPlaceholder() {
        try (Visit visit = opened()) {
            visit.browser().open(video);
            holds(visit, "!!customElements.get('zweiklick-embed')");
            visit.evaluate("""
                    (() => {
                      const made = document.createElement('zweiklick-embed');
                      made.setAttribute('href', 'https://vimeo.com/76979871');
                      made.id = 'eigenes';
                      const words = document.createElement('p');
                      words.textContent = 'Eigene Worte';
                      made.append(words);
                      document.querySelector('main').append(made);
                    })()""");
            String made = "zweiklick-embed[data-service=vimeo]";
            holds(visit, "!!document.querySelector('" + made + " [value=once]')");
            holds(
                    visit,
                    "document.querySelector('" + made + " .zweiklick-alternative').textContent === 'Eigene Worte'");
            holds(visit, "!document.querySelector('" + made + " [value=remember]').hidden");

            visit.browser().click(made + " [value=once]");

            holds(visit, BehaviourScripts.loaded(made));
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }

    @Test
    void aFailureIsSaid() {
        try (Visit visit = opened()) {
            visit.browser().open(video);
            holds(visit, "!!customElements.get('zweiklick-embed')");
            // As if the site had gone in the meantime.
            visit.evaluate("document.querySelector('[value=once]').formAction = 'https://nirgends.musterstadt.test/x'");
            visit.browser().click("[value=once]");
            holds(
                    visit,
                    "document.querySelector('.zweiklick-status').textContent === 'Der Inhalt von YouTube wurde nicht geladen.'");
            holds(visit, "!document.querySelector('.zweiklick-bar').hidden");
        }
    }

    private static String state(String service) {
        return "document.querySelector('[data-service=" + service + "] .zweiklick-state').textContent";
    }

    private static String button(String service, String action) {
        return "[data-service=" + service + "] [data-zweiklick=" + action + "]";
    }

    private Visit opened() {
        site.forgetAnswers();
        return Engine.CHROMIUM.open(harness, BrowserOptions.standard().firstParty(ProtectedSite.HOST));
    }

    private static void holds(Visit visit, String expression) {
        assertThat(visit.waitFor(expression, PATIENCE)).as(expression).isTrue();
    }
}
