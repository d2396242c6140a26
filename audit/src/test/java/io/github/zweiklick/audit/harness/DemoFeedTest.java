package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's posts of simulated networks, as visitors see them. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoFeedTest {
    /** Bytes a second: the page's pictures take longer than the page. */
    private static final int SLOW_LINE = 100_000;

    private DemoVisit demo;
    private Axe axe;

    @BeforeAll
    void start() throws Exception {
        demo = DemoVisit.start();
        axe = Axe.of(demo.visit());
        demo.screen(1280, 900);
        demo.fetchPictures();
    }

    @AfterAll
    void stop() throws IOException {
        if (demo != null) {
            demo.close();
        }
    }

    /** Their places are kept, though they come late. What moves while the page is still being read is no picture's doing. */
    @Test
    void nothingMovesWhenPicturesCome() {
        demo.screen(1280, 6000);
        demo.tools().withoutCache();
        demo.tools().beforeScripts("""
                document.addEventListener('DOMContentLoaded', () => {
                  const place = node => Object.values(node.getBoundingClientRect().toJSON()).join(' ');
                  const nodes = [...document.body.querySelectorAll('*')];
                  const places = nodes.map(place);
                  window.missing = [...document.images].filter(image => !image.complete).length;
                  window.moved = () => nodes.filter((node, i) => place(node) !== places[i])
                    .map(node => (node.className || node.localName) + ': ' + place(node));
                });
                """);
        for (String path : List.of("/", "/neues")) {
            // On a quick line all may have come before the page is read.
            demo.tools().bytesPerSecond(SLOW_LINE);
            demo.open(path);
            demo.tools().bytesPerSecond(0);
            assertThat(demo.visit().evaluate("missing").asInt())
                    .as("pictures that came later")
                    .isPositive();
            demo.holds(DemoVisit.PICTURES.formatted(5));
            assertThat(demo.list("moved()")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 360, de", "dark, 1280, en", "light, 1280, ar", "dark, 360, tr"})
    void everyKindOfPostIsAccessible(String scheme, int width, String language) {
        demo.screen(width, 2000);
        demo.tools().media("prefers-color-scheme", scheme);
        demo.open(DemoVisit.ALL + language);
        demo.visit().evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");

        axe.check("feed-" + language + "-" + scheme + "-" + width);
        assertThat(demo.list("looks.clipped()")).isEmpty();
        assertThat(demo.list("looks.faint('.zweiklick-feed')")).isEmpty();
        assertThat(demo.list("looks.moving()")).isEmpty();
    }

    @Test
    void pagesWithPostsAreAccessible() {
        for (String path : List.of("/", "/neues", "/rathaus")) {
            for (String scheme : List.of("light", "dark")) {
                demo.screen(1280, 2000);
                demo.tools().media("prefers-color-scheme", scheme);
                demo.open(path);
                axe.check("demo-feed" + path.replace('/', '-') + "-" + scheme);
            }
        }
    }

    @Test
    void forcedColoursKeepEveryEdge() {
        demo.screen(1280, 2000);
        demo.tools().media("forced-colors", "active");
        demo.open(DemoVisit.ALL + "de");

        axe.check("feed-forced-colours");
        assertThat(demo.list("[...document.querySelectorAll('.zweiklick-post, .zweiklick-post-card')]"
                        + ".map(node => getComputedStyle(node).borderTopStyle)"))
                .isNotEmpty()
                .containsOnly("solid");
        demo.tools().media("forced-colors", "none");
    }

    /** By Tab alone through the first post with a warning: what is focused is marked, and Enter unfolds it. */
    @Test
    void theKeyboardReachesWhatIsFolded() {
        demo.screen(1280, 900);
        demo.open("/neues");
        demo.visit().evaluate("document.querySelector('.zweiklick-post a').focus()");
        boolean found = false;
        for (int tab = 0; tab < 60 && !found; tab++) {
            demo.visit().browser().press("\t");
            assertThat(demo.list("looks.unmarked()")).isEmpty();
            found = demo.visit()
                    .evaluate("document.activeElement.matches('.zweiklick-post-asked > summary')")
                    .asBoolean();
        }
        assertThat(found).as("the warning is reached").isTrue();
        demo.visit().browser().press("\n");
        demo.holds("document.activeElement.parentNode.open");
        demo.visit().browser().press("\t");
        demo.holds("document.activeElement.closest('details.zweiklick-post-asked') !== null"
                + " && document.activeElement.localName === 'a'");
    }
}
