package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A placeholder of the gallery for whoever has no mouse, or sees nothing. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardWalkTest {
    private static final String EMBED = "#video zweiklick-embed";
    private static final String TITLE = "Video bei YouTube: Musterstadt in drei Minuten";
    private static final String LOADED =
            "!!document.querySelector('" + EMBED + " > .zweiklick-frame')?.contentDocument?.getElementById('service')";
    private static final String ASKED = "document.querySelector('" + EMBED + "').dataset.state === 'placeholder'";

    private DemoVisit demo;

    @BeforeAll
    void start() throws Exception {
        demo = DemoVisit.start();
    }

    @AfterAll
    void stop() throws IOException {
        if (demo != null) {
            demo.close();
        }
    }

    @BeforeEach
    void open() {
        demo.screen(1280, 900);
        demo.open(DemoVisit.GALLERY + "?lang=de");
        demo.visit().evaluate("""
                (() => {
                  const status = document.querySelector('#video .zweiklick-status');
                  window.announced = [];
                  new MutationObserver(() => {
                    if (status.textContent) announced.push(status.textContent);
                  }).observe(status, {childList: true, characterData: true, subtree: true});
                })()""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theOrderIsThatOfReading(String scheme) {
        demo.tools().media("prefers-color-scheme", scheme);
        focus("#widerrufen");

        for (String css : List.of(
                ".zweiklick-notice > a",
                "[value=once]",
                "[value=remember]",
                ".zweiklick-links > a:first-child",
                ".zweiklick-links > a:last-child",
                "summary")) {
            tabTo(css);
        }
    }

    @Test
    void loadingAndClosingTakeOneActionEach() {
        focus(EMBED + " [value=once]");

        demo.visit().browser().press("\n");

        demo.holds(LOADED);
        demo.holds("document.activeElement.className === 'zweiklick-bar'");
        assertThat(demo.list("looks.unmarked()")).isEmpty();
        demo.holds("announced.length === 1");
        tabTo(".zweiklick-control:first-child");
        tabTo(".zweiklick-bar > a[rel]");
        tabTo(".zweiklick-bar > a:not([rel])");
        tabTo(".zweiklick-skip");
        assertThat(demo.visit()
                        .evaluate("document.activeElement.getBoundingClientRect().width > 40"
                                + " && getComputedStyle(document.activeElement).clipPath === 'none'")
                        .asBoolean())
                .as("the link that skips is seen while it has the focus")
                .isTrue();
        demo.visit().browser().press("\t");
        demo.holds("document.activeElement.className === 'zweiklick-frame'");

        focus(EMBED + " .zweiklick-skip");
        demo.visit().browser().press("\n");
        demo.holds("document.activeElement.className === 'zweiklick-end'");
        demo.visit().browser().press("\t");
        demo.holds("document.activeElement.matches('#post a')");

        focus(EMBED + " .zweiklick-control");
        demo.visit().browser().press("\n");

        demo.holds(ASKED);
        demo.holds("document.activeElement.value === 'once'");
        demo.holds("announced.length === 2");
        assertThat(demo.list("announced"))
                .containsExactly("Inhalt von YouTube ist geladen.", "Inhalt von YouTube ist geschlossen.");
    }

    @Test
    void allowingAndWithdrawingTakeOneActionEach() {
        focus(EMBED + " [value=remember]");

        demo.visit().browser().press("\n");

        demo.holds(LOADED);
        demo.holds("announced.length === 1");
        tabTo(".zweiklick-control[data-zweiklick=close]");
        tabTo(".zweiklick-control[data-zweiklick=withdraw]");
        assertThat(demo.list("looks.faint('" + EMBED + "')")).isEmpty();

        demo.visit().browser().press("\n");

        demo.holds(ASKED);
        demo.holds("document.activeElement.value === 'once'");
        demo.holds("announced.length === 2");
        assertThat(demo.visit().storage().isEmpty()).isTrue();
    }

    /** In a card the video of a post is folded away. */
    @Test
    void aPostsVideoIsUnfoldedAndLoaded() {
        demo.open("/");
        focus(".zweiklick-post-video summary");
        demo.visit().browser().press("\n");
        demo.holds("document.querySelector('.zweiklick-post-video [value=once]').checkVisibility()");

        focus(".zweiklick-post-video [value=once]");
        demo.visit().browser().press("\n");

        demo.holds("!!document.querySelector('.zweiklick-post-video .zweiklick-frame')");
    }

    /** WCAG 2.5.3: the visible words are in the name; 2.4.6: each tells which embed it belongs to. */
    @Test
    void namesSayWhatAndOfWhat() {
        assertThat(name("[value=once]")).isEqualTo("Einmal laden: " + TITLE);
        assertThat(name("[value=remember]")).isEqualTo("YouTube auf dieser Website 180 Tage erlauben: " + TITLE);
        assertThat(name(".zweiklick-notice > a")).startsWith("Datenschutzerklärung von YouTube (anderer Anbieter)");
        assertThat(name(".zweiklick-links > a:first-child")).startsWith("Bei YouTube öffnen (anderer Anbieter)");
        assertThat(demo.tools().accessibleName(EMBED)).isEqualTo(TITLE);

        demo.visit().browser().click(EMBED + " [value=once]");
        demo.holds(LOADED);

        assertThat(name(".zweiklick-control")).isEqualTo("Inhalt schließen: " + TITLE);
        assertThat(name(".zweiklick-frame")).isEqualTo(TITLE + " (geladen von YouTube)");
        assertThat(name(".zweiklick-bar")).isEqualTo("Inhalt von YouTube");
    }

    @Test
    void aSitesOwnButtonsAllowAndWithdrawForTheWholePage() {
        demo.visit().browser().click("#erlauben");

        demo.holds("document.getElementById('gesagt').textContent.startsWith('YouTube is allowed')");
        demo.holds(LOADED);
        demo.visit().browser().click("#widerrufen");
        demo.holds(ASKED);
        assertThat(demo.visit().storage().isEmpty()).isTrue();
    }

    private String name(String css) {
        // Chromium reads a space before what is set apart by position.
        return demo.tools().accessibleName(EMBED + " " + css).replace(" :", ":");
    }

    private void focus(String css) {
        demo.visit().evaluate("document.querySelector('" + css + "').focus()");
    }

    private void tabTo(String css) {
        demo.visit().browser().press("\t");
        demo.holds("document.activeElement.matches('" + EMBED + " " + css + "')");
        assertThat(demo.list("looks.unmarked()")).as(css).isEmpty();
    }
}
