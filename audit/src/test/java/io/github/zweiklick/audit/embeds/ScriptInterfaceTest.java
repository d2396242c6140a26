package io.github.zweiklick.audit.embeds;

import static io.github.zweiklick.audit.embeds.SiteVisits.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Browser;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a site's own scripts may ask and make, and what visitors are told when something fails. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptInterfaceTest {
    private static final String ASKED = BehaviourScripts.asked("zweiklick-embed");

    private SiteVisits visits;
    private ProtectedSite site;
    private String video;

    @BeforeAll
    void start() throws IOException {
        visits = SiteVisits.start("");
        site = visits.site();
        video = site.content("/video", ProtectedSite.VIDEO);
    }

    @AfterAll
    void stop() throws IOException {
        if (visits != null) {
            visits.close();
        }
    }

    @Test
    void aSitesOwnScriptAsksAndWithdraws() {
        String own = site.content(
                "/skript",
                ProtectedSite.VIDEO
                        + "<button id=erlauben onclick=\"zweiklick.allow('youtube').catch(e => window.said = String(e))\">Filme erlauben</button>");
        try (Visit visit = visits.open()) {
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
        try (Visit visit = visits.open()) {
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
        try (Visit visit = visits.open()) {
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

    /** The site answers, but with a page that says why there is no content. */
    @Test
    void aRefusalIsSaid() {
        try (Visit visit = visits.open()) {
            visit.browser().open(video);
            holds(visit, "!!customElements.get('zweiklick-embed')");
            visit.evaluate("document.querySelector('[value=once]').formAction = '/zweiklick/airlock?service=nirgends'");
            visit.browser().click("[value=once]");
            holds(
                    visit,
                    "document.querySelector('.zweiklick-status').textContent === 'Der Inhalt von YouTube wurde nicht geladen.'");
            assertThat(site.nextAnswer().status()).isGreaterThanOrEqualTo(400);
        }
    }
}
