package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a page's own scripts put in becomes what a pasted code would have become. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedEmbedsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String FRAMES = """
            <h2>Video</h2><div id="video"></div><h2>Karte</h2><div id="karte"></div><div id="zaehler"></div>
            <script>
            const frame = (id, address, more) => {
              const made = document.createElement('iframe');
              Object.assign(made, {src: address, width: 560, height: 315, id: id + '-frame'}, more);
              document.getElementById(id).append(made);
            };
            frame('video', 'https://www.youtube.com/embed/dQw4w9WgXcQ');
            document.getElementById('karte').innerHTML =
              '<iframe id="karte-frame" width="400" height="300" src="https://karten.example/stadtplan?a=1&amp;b=2"></iframe>';
            frame('zaehler', 'https://zaehler.example/z', {width: 1, height: 1});
            </script>
            """;

    private ContactHarness harness;
    private ProtectedSite site;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium and chromedriver are not installed");
        harness = ContactHarness.start();
        site = ProtectedSite.serve(harness);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void aFrameOfAKnownServiceBecomesItsPlaceholderAndLoadsAfterTheClick() {
        try (Visit visit = open("/video")) {
            assertThat(visit.waitFor("!!document.querySelector('#video zweiklick-embed [name=scope]')", PATIENCE))
                    .isTrue();
            assertThat(visit.evaluate("document.querySelector('#video [role=heading]').getAttribute('aria-level')")
                            .asString())
                    .isEqualTo("3");
            assertThat(visit.evaluate("getComputedStyle(document.querySelector('#video-frame')).display")
                            .asString())
                    .isEqualTo("none");
            visit.screenshot(SCREENSHOTS.resolve("scripted-embeds.png"));
            assertThat(visit.soFar().foreignHosts()).isEmpty();

            visit.consent("#video [name=scope][value=once]");

            assertThat(visit.waitFor(BehaviourScripts.loaded("#video zweiklick-embed"), PATIENCE))
                    .isTrue();
            assertThat(visit.report().foreignHosts(Phase.CONSENT)).containsExactly(ProtectedSite.VIDEO_HOST);
        }
    }

    @Test
    void aFrameOfAnUnknownHostBecomesANamedBox() {
        try (Visit visit = open("/karte")) {
            assertThat(visit.waitFor("!!document.querySelector('#karte .zweiklick-box [role=heading]')", PATIENCE))
                    .isTrue();
            assertThat(visit.evaluate("document.querySelector('#karte').innerText")
                            .asString())
                    .contains("karten.example");
            assertThat(visit.evaluate("document.querySelector('#karte a').href").asString())
                    .isEqualTo("https://karten.example/stadtplan?a=1&b=2");
            assertThat(visit.report().foreignHosts()).isEmpty();
        }
    }

    @Test
    void whatNobodyWasToSeeLeavesNoGap() {
        try (Visit visit = open("/zaehler")) {
            assertThat(visit.waitFor("!!document.querySelector('#karte .zweiklick-box [role=heading]')", PATIENCE))
                    .isTrue();
            assertThat(visit.evaluate("document.querySelector('#zaehler').getBoundingClientRect().height")
                            .asDouble())
                    .isZero();
        }
    }

    @Test
    void aBoxGoesWithItsFrameAndWithItsAddress() {
        try (Visit visit = open("/weg")) {
            assertThat(visit.waitFor("!!document.querySelector('#karte .zweiklick-box [role=heading]')", PATIENCE))
                    .isTrue();

            visit.evaluate("document.querySelector('#video-frame').remove()");
            visit.evaluate("void (document.querySelector('#karte-frame').src = '/eigene')");

            assertThat(visit.waitFor("document.querySelector('#video').childNodes.length === 0", PATIENCE))
                    .isTrue();
            assertThat(visit.waitFor("!document.querySelector('#karte .zweiklick-box')", PATIENCE))
                    .isTrue();
            assertThat(visit.evaluate("getComputedStyle(document.querySelector('#karte-frame')).display")
                            .asString())
                    .isNotEqualTo("none");
        }
    }

    /** A frame without a name is aimed at by nobody. */
    @Test
    void aClickByScriptOnALinkWithoutTargetIsTheLinksOwn() {
        try (Visit visit = open("/klick", """
                <iframe id="frei" name="" srcdoc="Eigenes"></iframe><a id="hin" href="https://karten.example/">Karte</a>
                <script>
                addEventListener('click', event => { window.prevented = event.defaultPrevented; event.preventDefault(); });
                document.getElementById('hin').click();
                </script>
                """)) {
            assertThat(visit.evaluate("prevented").asBoolean(true)).isFalse();
            assertThat(visit.evaluate("document.querySelector('#frei').hasAttribute('data-zweiklick-stopped')")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    private Visit open(String path) {
        return open(path, FRAMES);
    }

    private Visit open(String path, String html) {
        String address = site.content(path, html);
        Visit visit = harness.chromium(BrowserOptions.standard());
        visit.open(address);
        return visit;
    }
}
