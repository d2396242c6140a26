package io.github.zweiklick.audit.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.SiteResponse;
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

/** Boxes where scripts take what the guard has stopped: into shadow trees, into copies, out of sight. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoxesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String VIDEO_HOST = "www.youtube-nocookie.com";
    private static final String LOADED = """
            (embed => {
              const frame = embed.querySelector('.zweiklick-frame');
              return embed.dataset.state === 'active' && !!frame?.contentDocument?.getElementById('service');
            })(%s)""";

    private ContactHarness harness;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        LibrarySite.serve(harness);
        harness.serve(
                VIDEO_HOST,
                request -> SiteResponse.page("<!doctype html><title>Film</title><link rel=icon href=data:,>Film"));
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void standInShadowTreesAndLoadAfterTheClick(Engine engine) {
        try (Visit visit = open(engine, "shadow")) {
            holds(visit, "shadowed().length === 6 && shadowed().every(kit.isBoxed)");
            for (String id : new String[] {"open", "closed", "late"}) {
                String embed = "roots['" + id + "'].querySelector('zweiklick-embed')";
                holds(visit, "!!" + embed + "?.querySelector('[name=scope]')");
                // Below the heading in the tree, in the language of the page around it.
                assertThat(visit.evaluate(embed + ".querySelector('[role=heading]').getAttribute('aria-level')")
                                .asString())
                        .isEqualTo("4");
                assertThat(visit.evaluate("getComputedStyle(" + embed + ").overflowWrap")
                                .asString())
                        .isEqualTo("anywhere");
            }
            assertThat(visit.soFar().foreignHosts()).isEmpty();

            for (String id : new String[] {"closed", "open"}) {
                visit.evaluate(
                        "cover('" + id + "', {position: 'fixed', inset: 0, width: '100%', height: '100%', zIndex: 1})");
                visit.consent("#" + id);
                visit.evaluate("cover('" + id + "', {position: '', inset: '', width: '', height: '', zIndex: ''})");
                holds(visit, LOADED.formatted("roots['" + id + "'].querySelector('zweiklick-embed')"));
            }
            assertThat(visit.report().foreignHosts()).containsExactly(VIDEO_HOST);
        }
    }

    @Test
    void areThereOnceInCopiesAndLoadAfterTheClick() {
        areThereOnceInCopies(Engine.CHROMIUM);
    }

    @Test
    void areSeenWhenTheirFramesWouldBe() {
        areSeen(Engine.CHROMIUM);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIREFOX", "WEBKIT"})
    @Tag("full")
    void areSoInOtherBrowsers(Engine engine) {
        areThereOnceInCopies(engine);
        areSeen(engine);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bringTheirScriptWithAFragmentThatIsPutInAsText(Engine engine) {
        try (Visit visit = open(engine, "late?tree")) {
            holds(visit, "kit.finished && !!customElements.get('zweiklick-embed')");
            String embed = "document.querySelector('#tree').shadowRoot.querySelector('zweiklick-embed')";
            holds(visit, embed + ".matches(':defined')");
            assertThat(visit.soFar().foreignHosts()).isEmpty();

            for (String id : new String[] {"whole", "part"}) {
                visit.open("https://" + LibrarySite.GUARDED + "/late?" + id);
                holds(visit, "kit.finished && !!customElements.get('zweiklick-embed')");
                visit.consent("#" + id + " [name=scope][value=once]");
                holds(visit, LOADED.formatted("document.querySelector('#" + id + " zweiklick-embed')"));
            }
            assertThat(visit.report().foreignHosts()).containsExactly(VIDEO_HOST);
        }
    }

    /** The script of placeholders comes with a box then, before those further down have been read. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void leavePlaceholdersAliveThatAreReadLater(Engine engine) {
        try (Visit visit = open(engine, "pieces")) {
            holds(visit, "document.readyState === 'complete'");
            assertThat(visit.evaluate("kit.early").asString()).isEqualTo("loading");
            for (String id : new String[] {"below", "written"}) {
                holds(visit, "!!document.querySelector('#" + id + " [name=scope]')");
                visit.consent("#" + id + " [name=scope][value=once]");
                holds(visit, LOADED.formatted("document.querySelector('#" + id + " zweiklick-embed')"));
                // As well as that it may be remembered.
                holds(visit, "!document.querySelector('#" + id + " [value=remember]').hidden");
            }
            assertThat(visit.report().foreignHosts()).containsExactly(VIDEO_HOST);
        }
    }

    private void areThereOnceInCopies(Engine engine) {
        try (Visit visit = open(engine, "copies")) {
            holds(visit, "!!document.querySelector('#first zweiklick-embed [name=scope]')");
            visit.evaluate("copy()");
            holds(visit, "kit.stopped().length === 3 && kit.unboxed().length === 0");
            holds(
                    visit,
                    "['copy', 'round', 'alone'].every(id => document.querySelectorAll('#' + id + ' zweiklick-embed').length === 1)");
            holds(visit, "document.querySelector('#changed').innerText.trim() === 'Film'");
            assertThat(visit.soFar().foreignHosts()).isEmpty();

            for (String id : new String[] {"copy", "round", "alone"}) {
                visit.consent("#" + id + " [name=scope][value=once]");
                holds(visit, LOADED.formatted("document.querySelector('#" + id + " zweiklick-embed')"));
            }
            // Copies of what was loaded ask again.
            visit.evaluate("void first.append(document.querySelector('#alone zweiklick-embed').cloneNode(true))");
            String again = "document.querySelector('#first > zweiklick-embed')";
            holds(visit, again + ".dataset.state === 'placeholder' && !" + again + ".querySelector('iframe')");
            visit.consent("#first > zweiklick-embed [name=scope][value=once]");
            holds(visit, LOADED.formatted(again));
            assertThat(visit.report().foreignHosts()).containsExactly(VIDEO_HOST);
        }
    }

    private void areSeen(Engine engine) {
        try (Visit visit = open(engine, "copies")) {
            String box = "document.querySelector('#first [data-zweiklick-box]')";
            holds(visit, "!!document.querySelector('#first zweiklick-embed')");
            visit.evaluate("void (first.querySelector('iframe').style.display = 'none')");
            holds(visit, box + ".getClientRects().length === 0");
            visit.evaluate("void (first.querySelector('iframe').style.display = 'block')");
            holds(visit, box + ".getClientRects().length > 0");

            visit.evaluate("void (document.querySelector('#copy').innerHTML ="
                    + " '<iframe hidden width=300 height=200 src=https://verdeckt.leak.test/></iframe>')");
            holds(visit, "!!document.querySelector('#copy [data-zweiklick-stopped]')");
            assertThat(visit.evaluate("document.querySelector('#copy').innerText")
                            .asString())
                    .isEmpty();
            visit.evaluate("void (document.querySelector('#copy iframe').hidden = false)");
            holds(visit, "document.querySelector('#copy').innerText.includes('verdeckt.leak.test')");
            assertThat(visit.report().foreignHosts()).isEmpty();
        }
    }

    private Visit open(Engine engine, String page) {
        Visit visit = engine.open(harness, BrowserOptions.standard());
        visit.open("https://" + LibrarySite.GUARDED + "/" + page);
        return visit;
    }

    private static void holds(Visit visit, String expression) {
        assertThat(visit.waitFor(expression, PATIENCE)).as(expression).isTrue();
    }
}
