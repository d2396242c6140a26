package io.github.zweiklick.audit.embeds;

import static io.github.zweiklick.audit.embeds.SiteVisits.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Browser;
import io.github.zweiklick.audit.harness.Patience;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.WebDriverException;

/** {@code <zweiklick-share>} in a browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShareBarTest {
    private static final String SHOWN =
            "[...document.querySelectorAll('zweiklick-share li')].filter(li => li.checkVisibility()).map(li => li.innerText.trim())";

    private SiteVisits visits;
    private String page;

    @BeforeAll
    void start() throws IOException {
        visits = SiteVisits.start("");
        page = visits.site().content("/fest", "<zweiklick-share services='mastodon facebook'></zweiklick-share>");
    }

    @AfterAll
    void stop() throws IOException {
        if (visits != null) {
            visits.close();
        }
    }

    @Test
    void theBrowsersOwnWaysStandWhereTheyWork() {
        try (Visit visit = visits.open()) {
            Browser browser = visit.browser();
            browser.open(page);
            holds(visit, "!!customElements.get('zweiklick-share')");
            assertThat(visit.evaluate(SHOWN).toString())
                    .contains("Mastodon", "Facebook", "Link kopieren", "Drucken", "Weitere M\u00f6glichkeiten");
            visit.evaluate(
                    "void (navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() })");

            browser.click("[data-zweiklick=copy]");

            holds(visit, "window.copied === '" + page + "'");
            holds(
                    visit,
                    "document.querySelector('zweiklick-share [role=status]').innerText === 'Der Link ist kopiert.'");
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    @Test
    void nobodyIsContactedUntilALinkIsFollowed() {
        try (Visit visit = visits.open()) {
            visit.open(page);
            visit.hoverEverything();
            assertThat(visit.report().foreignHosts()).isEmpty();
        }
    }

    /** The whole way, the browser's own checks of a form's target included. */
    @Test
    void aServerIsAskedForAndKeptOnlyWhereWanted() {
        try (Visit visit = visits.open()) {
            Browser browser = visit.browser();
            browser.open(page);
            browser.click("zweiklick-share li a");
            arrives(visit, "!!document.getElementById('server')");
            assertThat(visit.storage().isEmpty()).isTrue();
            browser.click("#server");
            browser.press("mastodon.social\n");
            arrives(visit, "location.host === 'mastodon.social'");
            assertThat(visit.evaluate("document.referrer").asString("")).isEmpty();

            browser.open(page);
            browser.click("zweiklick-share li a");
            arrives(visit, "!!document.getElementById('server')");
            assertThat(visit.evaluate("document.getElementById('server').value").asString(""))
                    .isEmpty();
            browser.click("#server");
            browser.press("mastodon.social");
            browser.click("input[type=checkbox]");
            browser.click("button[type=submit]");
            arrives(visit, "location.host === 'mastodon.social'");

            browser.open(page);
            browser.click("zweiklick-share li a");
            arrives(visit, "document.getElementById('server')?.value === 'mastodon.social'");
        }
    }

    /** Where a click leads: whoever is asked while pages change may be the one that goes. */
    private static void arrives(Visit visit, String expression) {
        boolean arrived = Patience.until(SiteVisits.PATIENCE, () -> {
            try {
                return visit.evaluate(expression).asBoolean(false);
            } catch (WebDriverException gone) {
                return false;
            }
        });
        assertThat(arrived).as(expression).isTrue();
    }
}
