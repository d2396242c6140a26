package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
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
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where authors paste, and what a real parser makes of a placeholder there. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacementsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String AFTER = "<b id=after>nachher</b>";

    private ContactHarness harness;
    private ProtectedSite site;
    private Visit visit;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        site = ProtectedSite.serve(harness);
        visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard());
    }

    @AfterAll
    void stop() throws IOException {
        if (visit != null) {
            visit.close();
        }
        if (harness != null) {
            harness.close();
        }
    }

    /** {@code %s} is the pasted code; the placeholder must be found by the selector and end before {@code #after}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            form           | <form id=it action=/suche><input name=q type=hidden>vorher %s<b id=after>nachher</b></form>          | #it > zweiklick-embed      | #it > #after
            p              | <p id=it>vorher %s<b id=after>nachher</b></p>                                            | #it > zweiklick-embed      | #it > #after
            b in p         | <p id=it>vorher <b id=in>%s</b><b id=after>nachher</b></p>                               | #in > zweiklick-embed      | #it > #after
            a              | <p id=it><a href=/ziel>vorher %s</a><b id=after>nachher</b></p>                          | #it > zweiklick-embed      | #it > #after
            a around block | <div id=it><a href=/ziel><div id=in><h2>Titel</h2>%s</div></a><b id=after>nachher</b></div> | #in zweiklick-embed     | #it > #after
            table          | <div id=it><table id=t>%s<tr><td id=after>nachher</td></tr></table></div>                | #it > zweiklick-embed      | #t #after
            tr             | <div id=it><table id=t><tr>%s<td id=after>nachher</td></tr></table></div>                | #it > zweiklick-embed      | #t #after
            td             | <table><tr><td id=it>vorher %s<b id=after>nachher</b></td></tr></table>                  | #it > zweiklick-embed      | #it > #after
            p in td        | <table><tr><td><p id=it>%s<b id=after>nachher</b></p></td></tr></table>                  | #it > zweiklick-embed      | #it > #after
            ul             | <ul id=it>%s<li id=after>nachher</li></ul>                                               | #it > zweiklick-embed      | #it > #after
            li             | <ul><li id=it>vorher %s<b id=after>nachher</b></li></ul>                                 | #it > zweiklick-embed      | #it > #after
            h2             | <h2 id=it>vorher %s<b id=after>nachher</b></h2>                                          | #it > zweiklick-embed      | #it > #after
            details        | <details id=it open><summary>mehr</summary>%s<b id=after>nachher</b></details>           | #it > zweiklick-embed      | #it > #after
            summary        | <details id=d open><summary id=it>%s</summary><b id=after>nachher</b></details>          | #it > zweiklick-embed      | #d > #after
            label          | <form id=f action=/suche><label id=it>%s</label><b id=after>nachher</b></form>           | #it > zweiklick-embed      | #f > #after
            foreignObject  | <svg width=900 height=900 id=s><foreignObject id=it width=900 height=900>%s</foreignObject></svg><b id=after>nachher</b> | #it zweiklick-embed | main > #after
            """)
    void thePlaceholderStandsWhereTheCodeStoodAndWorks(String name, String around, String placeholder, String after) {
        String address = site.content("/" + name.replace(' ', '-'), around.replace("%s", ProtectedSite.VIDEO));

        visit.open(address);

        JsonNode seen = visit.evaluate("""
                (() => {
                  const embed = document.querySelector('zweiklick-embed');
                  const once = embed.querySelector('button[value=once]');
                  const box = embed.getBoundingClientRect();
                  const after = document.getElementById('after');
                  return {
                    count: document.querySelectorAll('zweiklick-embed').length,
                    there: embed.matches('%s'),
                    afterThere: after.matches('%s'),
                    order: !!(embed.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING)
                      && !embed.contains(after),
                    inLink: !!embed.closest('a, button'),
                    form: once.form && once.form.id,
                    buttons: embed.querySelectorAll('button').length,
                    end: embed.lastElementChild.className,
                    level: +embed.querySelector('[role=heading]').getAttribute('aria-level'),
                    shown: box.width > 200 && box.height > 100 && once.getBoundingClientRect().height >= 44
                  };
                })()""".formatted(placeholder, after));
        assertThat(seen.path("count").asInt()).isEqualTo(1);
        assertThat(seen.path("there").asBoolean())
                .as("%s in %s", placeholder, html())
                .isTrue();
        assertThat(seen.path("afterThere").asBoolean())
                .as("%s in %s", after, html())
                .isTrue();
        assertThat(seen.path("order").asBoolean()).as("order in %s", html()).isTrue();
        assertThat(seen.path("inLink").asBoolean()).isFalse();
        assertThat(seen.path("form").asString("")).isEqualTo("zweiklick-form");
        assertThat(seen.path("buttons").asInt()).isEqualTo(4);
        assertThat(seen.path("end").asString("")).as("nothing fell out").isEqualTo("zweiklick-end");
        assertThat(seen.path("level").asInt()).isBetween(2, 3);
        assertThat(seen.path("shown").asBoolean()).isTrue();
        assertThat(visit.soFar().foreignHosts(Phase.LOAD))
                .as("%s", visit.soFar())
                .isEmpty();

        visit.consent("zweiklick-embed button[value=once]");

        assertThat(visit.waitFor(BehaviourScripts.LOADED, PATIENCE))
                .as("%s", html())
                .isTrue();
        assertThat(visit.evaluate("location.href").asString(""))
                .as("no form was sent")
                .isEqualTo(address);
        assertThat(visit.browser().consoleErrors()).isEmpty();
    }

    /** Places where a frame never worked or never shows: no control is promised, and nothing loads. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            button    | <button id=it type=button>vorher %s</button><b id=after>nachher</b>      | 0 | main > #after
            select    | <select id=it><option>vorher</option>%s<option id=after>nachher</option></select> | 0 | #it #after
            noscript  | <noscript>%s</noscript><b id=after>nachher</b>                             | 0 | main > #after
            svg       | <svg>%s</svg><b id=after>nachher</b>                                        | 0 | main > #after
            template  | <template id=it>%s</template><b id=after>nachher</b>                        | 0 | main > #after
            """)
    void whereNoControlCanBeNothingLoads(String name, String around, int buttons, String after) {
        visit.open(site.content("/ohne-" + name, around.replace("%s", ProtectedSite.VIDEO)));

        assertThat(visit.evaluate("document.querySelectorAll('button[name=scope]').length")
                        .asInt())
                .as("%s", html())
                .isEqualTo(buttons);
        assertThat(visit.evaluate("document.getElementById('after').matches('" + after + "')")
                        .asBoolean())
                .as("%s", html())
                .isTrue();
        assertThat(visit.evaluate("document.querySelectorAll('button button, a a').length")
                        .asInt())
                .isZero();
        assertThat(visit.soFar().foreignHosts(Phase.LOAD))
                .as("%s", visit.soFar())
                .isEmpty();
    }

    @Test
    void aCodeInTheHeadStartsTheBody() {
        visit.open(site.page(
                "/head",
                "<!DOCTYPE html><html lang=de><head><title>x</title><link rel=icon href=data:,>" + ProtectedSite.VIDEO
                        + "<meta name=robots content=all></head><body><p>" + AFTER + "</p></body></html>"));

        assertThat(visit.evaluate("document.querySelector('zweiklick-embed [value=once]').form.id")
                        .asString(""))
                .isEqualTo("zweiklick-form");
        assertThat(visit.evaluate("document.querySelector('zweiklick-embed').parentNode.localName")
                        .asString(""))
                .isEqualTo("body");
        assertThat(visit.soFar().foreignHosts(Phase.LOAD)).isEmpty();

        visit.consent("zweiklick-embed button[value=once]");

        assertThat(visit.waitFor(BehaviourScripts.LOADED, PATIENCE))
                .as("%s", html())
                .isTrue();
    }

    @Test
    void aTemplatesPlaceholderWorksOnceItIsUsed() {
        visit.open(site.content("/aus-vorlage", "<template id=it>" + ProtectedSite.VIDEO + "</template>"));
        visit.evaluate("document.querySelector('main').append(document.getElementById('it').content.cloneNode(true))");

        visit.consent("main > zweiklick-embed button[value=once]");

        assertThat(visit.waitFor(BehaviourScripts.LOADED, PATIENCE))
                .as("%s", html())
                .isTrue();
    }

    private String html() {
        return visit.evaluate("document.documentElement.outerHTML").asString("");
    }
}
