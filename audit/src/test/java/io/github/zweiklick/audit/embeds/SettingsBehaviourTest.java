package io.github.zweiklick.audit.embeds;

import static io.github.zweiklick.audit.embeds.SiteVisits.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Browser;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What visitors see and change of what they have allowed. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsBehaviourTest {
    private static final String SETTINGS = ProtectedSite.ORIGIN + "/zweiklick/settings?lang=de";
    private static final String REMEMBER = "zweiklick-embed button[value=remember]";
    private static final String ASKED = BehaviourScripts.asked("zweiklick-embed");

    private SiteVisits visits;
    private ProtectedSite site;
    private String video;
    private String film;

    @BeforeAll
    void start() throws IOException {
        visits = SiteVisits.start(", \"remember\": {\"vimeo\": \"session\"}, \"embedded\": [\"youtube\", \"vimeo\"]");
        site = visits.site();
        video = site.content("/video", ProtectedSite.VIDEO);
        film = site.content("/film", ProtectedSite.FILM);
    }

    @AfterAll
    void stop() throws IOException {
        if (visits != null) {
            visits.close();
        }
    }

    @Test
    void whatIsAllowedIsSaidAndWithdrawnInOneClick() {
        try (Visit visit = visits.open()) {
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
        try (Visit visit = visits.open()) {
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
        try (Visit visit = visits.open()) {
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
            // It was not in what is gone.
            holds(visit, "document.activeElement.className === 'zweiklick-state'");
            assertThat(visit.evaluate("document.querySelectorAll('.zweiklick-entry').length")
                            .asInt())
                    .isZero();
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }

    @Test
    void aPermissionOfATabStaysInTheTab() {
        try (Visit visit = visits.open()) {
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

    /** Browsers prepare pages that nobody has asked for; told here as a browser tells it. */
    @Test
    void nothingLoadsInAPageThatIsOnlyPrepared() {
        try (Visit visit = visits.open()) {
            visit.browser().open(video);
            visit.browser().click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            DevTools.of(visit).beforeScripts("""
                    let prepared = true;
                    Object.defineProperty(Document.prototype, 'prerendering', {get: () => prepared, configurable: true});
                    addEventListener('shown', () => {
                      prepared = false;
                      document.dispatchEvent(new Event('prerenderingchange'));
                    });""");

            visit.browser().open(video);

            holds(visit, "!!customElements.get('zweiklick-embed') && document.readyState === 'complete'");
            assertThat(visit.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
                                    + "() => done(document.querySelector('zweiklick-embed').dataset.state))))")
                            .asString(""))
                    .isEqualTo("placeholder");
            visit.evaluate("dispatchEvent(new Event('shown'))");
            holds(visit, BehaviourScripts.LOADED);
        }
    }

    @Test
    void whoeverGoesBackFindsWhatWasWithdrawnInTheMeantimeGone() {
        try (Visit visit = visits.open()) {
            DevTools tools = DevTools.of(visit);
            visit.browser().open(video);
            visit.browser().click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            visit.browser().open(SETTINGS);
            visit.browser().click(button("youtube", "withdraw"));
            holds(visit, state("youtube") + " === 'Nicht erlaubt.'");

            visit.evaluate("setTimeout(() => history.back())");

            assertThat(tools.arrives("/video", SiteVisits.PATIENCE)).isTrue();
            holds(visit, "!!document.querySelector('zweiklick-embed') && " + ASKED);
        }
    }

    @Test
    void serversOfTheVisitorsChoiceAreListedOneByOne() {
        try (Visit visit = visits.open()) {
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

    /** Section 25(2) TDDDG: nothing is kept for longer than it counts. */
    @Test
    void whatHasAgedOutIsForgotten() {
        try (Visit visit = visits.open()) {
            visit.browser().open(SETTINGS);
            visit.evaluate("""
                    (() => {
                      const notice = document.querySelector('[data-service=youtube]').dataset.notice;
                      const day = 864e5;
                      localStorage.zweiklick = JSON.stringify({
                        youtube: {time: Date.now() - 179 * day, notice},
                        facebook: {time: Date.now() - 181 * day, notice},
                        x: null
                      });
                    })()""");

            visit.browser().open(video);

            holds(visit, BehaviourScripts.LOADED);
            assertThat(visit.evaluate("Object.keys(JSON.parse(localStorage.zweiklick)).join()")
                            .asString(""))
                    .isEqualTo("youtube");
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }

    @Test
    void underASignalAgainstTrackingNothingIsOffered() {
        try (Visit visit = visits.open()) {
            DevTools.of(visit)
                    .beforeScripts(
                            "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true, configurable: true})");
            visit.browser().open(SETTINGS);
            holds(visit, "!document.querySelector('[data-zweiklick=refused]').hidden");
            holds(visit, "[...document.querySelectorAll('[data-zweiklick=allow]')].every(button => button.hidden)");
        }
    }

    /** What was allowed before is not forgotten, but does not count. */
    @Test
    void underASignalAgainstTrackingNothingLoadsByItself() {
        try (Visit visit = visits.open()) {
            Browser browser = visit.browser();
            browser.open(video);
            browser.click(REMEMBER);
            holds(visit, BehaviourScripts.LOADED);
            DevTools.of(visit)
                    .beforeScripts(
                            "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true, configurable: true})");

            browser.open(video);

            holds(visit, "!!customElements.get('zweiklick-embed') && document.readyState === 'complete'");
            assertThat(visit.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
                                    + "() => done(document.querySelector('zweiklick-embed').dataset.state))))")
                            .asString(""))
                    .isEqualTo("placeholder");
            assertThat(visit.evaluate("zweiklick.state('youtube').then(state => state.allowed)")
                            .asBoolean())
                    .isFalse();
            browser.open(SETTINGS);
            holds(visit, "!document.querySelector('[data-zweiklick=refused]').hidden");
            holds(visit, state("youtube") + " === 'Nicht erlaubt.'");
            assertThat(visit.evaluate("zweiklick.state('youtube').then(state => state.allowed)")
                            .asBoolean())
                    .isFalse();
            browser.click(button("youtube", "withdraw"));
            holds(visit, "document.querySelector('" + button("youtube", "withdraw") + "').hidden");
            assertThat(visit.storage().isEmpty()).isTrue();
        }
    }

    private static String state(String service) {
        return "document.querySelector('[data-service=" + service + "] .zweiklick-state').textContent";
    }

    private static String button(String service, String action) {
        return "[data-service=" + service + "] [data-zweiklick=" + action + "]";
    }
}
