package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two clicks where scripts are off, or on but lost. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutScriptTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private ContactHarness harness;
    private ProtectedSite site;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        site = ProtectedSite.serve(harness);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBKIT")
    void everyEmbedIsReachedInPlace(Engine engine) {
        String page = site.content(
                "/ohne-skript",
                "<p>" + ProtectedSite.VIDEO + "</p><noscript>" + ProtectedSite.MAP + "</noscript><form action=/suche>"
                        + "<table><tr><td>" + ProtectedSite.VIDEO.replace("dQw4w9WgXcQ", "qDyUqvp7Uak")
                        + "</td></tr></table></form>");
        try (Visit visit = engine.open(harness, BrowserOptions.standard().withoutJavaScript())) {
            visit.open(page);
            for (String[] expected : new String[][] {
                {"#zweiklick-1", ProtectedSite.VIDEO_HOST},
                {"#zweiklick-2", "www.openstreetmap.org"},
                {"#zweiklick-3", ProtectedSite.VIDEO_HOST}
            }) {
                visit.consent(expected[0] + " button[value=once]");

                ProtectedSite.Answer answer = site.nextAnswer();
                assertThat(answer.status()).as(answer.document()).isEqualTo(200);
                assertThat(answer.field("Sec-Fetch-Dest")).isEqualTo("iframe");
                assertThat(answer.field("Sec-Fetch-User")).isEqualTo("?1");
                assertThat(answer.document()).contains("src=\"https://" + expected[1] + "/");
            }
            var report = visit.report();
            assertThat(report.foreignHosts(Phase.LOAD)).as("%s", report).isEmpty();
            assertThat(report.foreignHosts(Phase.CONSENT))
                    .as("%s", report)
                    .containsExactlyInAnyOrder(ProtectedSite.VIDEO_HOST, "www.openstreetmap.org");
        }
    }

    @Test
    void aLostScriptLeavesThePageOfItsOwn() {
        String page = site.content("/verloren", ProtectedSite.VIDEO);
        site.assets(false);
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            DevTools tools = DevTools.of(visit);
            visit.browser().open(page);
            String first = tools.tab();

            visit.browser().click("zweiklick-embed button[value=once]");

            ProtectedSite.Answer answer = site.nextAnswer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("Sec-Fetch-Dest")).isEqualTo("document");
            String second = tools.tabs().stream()
                    .filter(tab -> !tab.equals(first))
                    .findFirst()
                    .orElseThrow();
            tools.tab(second);
            assertThat(visit.waitFor("!!document.getElementById('service')", PATIENCE))
                    .isTrue();
            assertThat(visit.evaluate("document.querySelector('.document-header a').href")
                            .asString(""))
                    .as("the way back")
                    .isEqualTo(page);
        } finally {
            site.assets(true);
        }
    }
}
