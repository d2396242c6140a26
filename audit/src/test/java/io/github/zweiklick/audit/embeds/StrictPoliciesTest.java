package io.github.zweiklick.audit.embeds;

import static io.github.zweiklick.audit.embeds.SiteVisits.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under the strictest policies a site may have, placeholders look and work as everywhere. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictPoliciesTest {
    private static final String ASKED = BehaviourScripts.asked("zweiklick-embed");

    private SiteVisits visits;
    private ProtectedSite site;

    @BeforeAll
    void start() throws IOException {
        visits = SiteVisits.start("");
        site = visits.site();
    }

    @AfterAll
    void stop() throws IOException {
        if (visits != null) {
            visits.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self';"
                        + " form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
                "script-src 'nonce-r4nd0m' 'strict-dynamic'; style-src 'nonce-r4nd0m'; require-trusted-types-for 'script';"
                        + " trusted-types 'none'",
                "script-src 'nonce-r4nd0m'; style-src 'nonce-r4nd0m'"
            })
    void everythingWorksUnder(String policy) {
        String page = site.content("/streng", ProtectedSite.VIDEO);
        site.policy("/streng", policy);
        try (Visit visit = visits.open()) {
            visit.browser().open(page);
            holds(visit, "!!customElements.get('zweiklick-embed')");
            holds(visit, "getComputedStyle(document.querySelector('zweiklick-embed')).display === 'block'");

            visit.browser().click("[value=remember]");

            holds(visit, BehaviourScripts.LOADED);
            holds(visit, "document.querySelector('.zweiklick-status').textContent !== ''");
            holds(
                    visit,
                    "getComputedStyle(document.querySelector('zweiklick-embed iframe')).aspectRatio === '560 / 315'");
            visit.browser().click("[data-zweiklick=withdraw]");
            holds(visit, ASKED);
            assertThat(visit.storage().isEmpty()).isTrue();
            assertThat(visit.browser().consoleErrors()).isEmpty();
        }
    }
}
