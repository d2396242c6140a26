package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Visit;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An author's own words in a placeholder allow nothing, whatever they are made of. */
@Tag("browser")
class OwnWordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void aButtonInThemIsNoButtonOfOurs() throws Exception {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        try (ContactHarness harness = ContactHarness.start()) {
            String page = ProtectedSite.serve(harness)
                    .content(
                            "/film",
                            "<zweiklick-embed href=https://www.youtube.com/watch?v=dQw4w9WgXcQ>"
                                    + "<button type=button id=first name=scope value=remember>Gewinnen</button>"
                                    + "<button id=second name=scope value=once form=zweiklick-form>Gewinnen</button>"
                                    + "</zweiklick-embed>");
            try (Visit visit =
                    Engine.CHROMIUM.open(harness, BrowserOptions.standard().firstParty(ProtectedSite.HOST))) {
                visit.browser().open(page);
                assertThat(visit.waitFor(BehaviourScripts.asked("zweiklick-embed"), PATIENCE))
                        .isTrue();
                visit.browser().click("#first");
                visit.browser().click("#second");
                assertThat(visit.evaluate("document.querySelector('zweiklick-embed').dataset.state")
                                .asString())
                        .isEqualTo("placeholder");
                assertThat(visit.storage().isEmpty()).isTrue();

                visit.browser().click("button[value=once][form]");
                assertThat(visit.waitFor(BehaviourScripts.LOADED, PATIENCE)).isTrue();
                assertThat(visit.report().foreignHosts()).containsExactly(ProtectedSite.VIDEO_HOST);
            }
        }
    }
}
