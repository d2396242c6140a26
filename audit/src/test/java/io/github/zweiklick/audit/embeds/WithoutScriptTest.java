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
import java.util.LinkedHashMap;
import java.util.Map;
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
        Map<String, String> places = new LinkedHashMap<>();
        places.put("/absatz", "<p>" + ProtectedSite.VIDEO + "</p>");
        places.put("/noscript", "<noscript>" + ProtectedSite.MAP + "</noscript>");
        places.put("/formular", "<form action=/suche><table><tr><td>" + ProtectedSite.VIDEO + "</table></form>");
        try (Visit visit = engine.open(harness, BrowserOptions.standard().withoutJavaScript())) {
            places.forEach((path, html) -> {
                visit.open(site.content(path, html));
                visit.consent("#zweiklick-1 button[value=once]");

                ProtectedSite.Answer answer = site.nextAnswer();
                assertThat(answer.status()).as(answer.document()).isEqualTo(200);
                assertThat(answer.field("Sec-Fetch-Dest")).isEqualTo("iframe");
                assertThat(answer.field("Sec-Fetch-User")).isEqualTo("?1");
            });
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

            // Chromium opens a tab and does not tell it of the click: the page asks once more.
            ProtectedSite.Answer asking = site.nextAnswer();
            assertThat(asking.field("Sec-Fetch-Dest")).isEqualTo("document");
            assertThat(asking.field("Sec-Fetch-User")).isEmpty();
            assertThat(asking.status()).as(asking.document()).isEqualTo(200);
            assertThat(asking.document()).doesNotContain("<iframe").contains("value=\"once\"");
            String second = tools.tabs().stream()
                    .filter(tab -> !tab.equals(first))
                    .findFirst()
                    .orElseThrow();
            tools.tab(second);
            assertThat(visit.waitFor("!!document.querySelector('button[value=once]')", PATIENCE))
                    .isTrue();
            assertThat(visit.evaluate("document.querySelector('.document-header a').href")
                            .asString(""))
                    .as("the way back")
                    .isEqualTo(page);

            visit.browser().click("button[value=once]");

            assertThat(site.nextAnswer().status()).isEqualTo(200);
            assertThat(visit.waitFor("!!document.getElementById('service')", PATIENCE))
                    .isTrue();
            assertThat(visit.evaluate("document.querySelectorAll('.document-header a').length")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            site.assets(true);
        }
    }
}
