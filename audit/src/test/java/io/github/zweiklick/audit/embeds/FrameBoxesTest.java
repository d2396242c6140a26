package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The boxes in which themes and pasted codes keep a frame's ratio: a placeholder in them is whole, and stands at their start. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameBoxesTest {
    private static final String FRAME = "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"%s></iframe>";
    private static final String STYLES = """
            <style>
            .fluid { position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden }
            .fluid iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100% }
            .ratio { position: relative; width: 100% }
            .ratio::before { display: block; padding-top: 56.25%; content: "" }
            .ratio > * { position: absolute; top: 0; left: 0; width: 100%; height: 100% }
            .embed-responsive { position: relative; display: block; width: 100%; padding: 0; overflow: hidden }
            .embed-responsive::before { display: block; content: ""; padding-top: 56.25% }
            .embed-responsive iframe { position: absolute; top: 0; bottom: 0; left: 0; width: 100%; height: 100%; border: 0 }
            .wp-block-embed__wrapper { position: relative }
            .wp-block-embed__wrapper::before { content: ""; display: block; padding-top: 56.25% }
            .wp-block-embed__wrapper iframe { position: absolute; inset: 0; width: 100%; height: 100% }
            .modern { aspect-ratio: 16 / 9; overflow: hidden }
            .modern iframe { width: 100%; height: 100% }
            </style>""";

    private SiteVisits visits;
    private ProtectedSite site;
    private Visit visit;

    @BeforeAll
    void start() throws IOException {
        visits = SiteVisits.start("");
        site = visits.site();
        visit = visits.open();
        DevTools.of(visit).viewport(700, 1400);
    }

    @AfterAll
    void stop() throws IOException {
        if (visit != null) {
            visit.close();
        }
        if (visits != null) {
            visits.close();
        }
    }

    /** Vimeo's own code first; then those of older themes, Bootstrap 5 and 4, WordPress, and newer themes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "style=\"padding:56.25% 0 0 0;position:relative;\"| style=\"position:absolute;top:0;left:0;width:100%;height:100%;\"",
                "class=fluid|",
                "class=ratio|",
                "class=embed-responsive|",
                "class=wp-block-embed__wrapper|",
                "class=modern|"
            })
    void thePlaceholderFitsIn(String row) {
        String[] attributes = row.split("\\|", -1);
        String page = site.content(
                "/kasten",
                STYLES + "<section><div " + attributes[0] + ">" + FRAME.formatted(attributes[1])
                        + "</div><p id=danach>danach</p></section>");

        visit.browser().open(page);
        holds("!document.querySelector('[value=remember]').hidden");

        fits(".zweiklick-card");

        visit.browser().click("[value=once]");
        holds(BehaviourScripts.LOADED);

        fits(".zweiklick-frame");
        holds("document.querySelector('.zweiklick-bar').getBoundingClientRect().bottom"
                + " <= document.querySelector('.zweiklick-frame').getBoundingClientRect().top + 1");
    }

    private void fits(String css) {
        assertThat(visit.evaluate("""
                (() => {
                  const at = css => document.querySelector(css).getBoundingClientRect();
                  const gap = at('zweiklick-embed').top - at('section').top;
                  const after = at('#danach').top - at('%s').bottom;
                  const room = document.querySelector('section > div');
                  return gap < 40 && after >= 0 && after < 60 && getComputedStyle(room).overflowY === 'visible' ? 'fits'
                    : 'gap ' + gap + ', after ' + after;
                })()""".formatted(css)).asString("")).isEqualTo("fits");
    }

    private void holds(String expression) {
        SiteVisits.holds(visit, expression);
    }
}
