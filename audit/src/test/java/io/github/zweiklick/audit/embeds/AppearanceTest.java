package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.Axe;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Engine;
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

/** Every state as visitors see it: checked by axe-core, without sideways scrolling, and kept as a picture. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppearanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String POST = "<blockquote class=\"twitter-tweet\"><p lang=\"de\" dir=\"ltr\">Heute ist"
            + " Wochenmarkt auf dem Rathausplatz, von 8 bis 13 Uhr.</p>&mdash; Stadt Musterstadt"
            + " <a href=\"https://twitter.com/Musterstadt/status/1310340867681648640\">1. Mai</a></blockquote>"
            + "<script async src=\"https://platform.twitter.com/widgets.js\"></script>";

    /** What becomes findings of many kinds, long names of hosts among them. */
    private static final String FAULTS = "<iframe src=\"https://ein-sehr-langer-name-eines-dienstes-den-niemand-kennt"
            + ".widgets.unbekannt.example/anzeige?nummer=12345678901234567890\" title=\"Anzeige\"></iframe>"
            + "<script src=\"https://cdn.example/bibliothek/v1/sehr/langer/pfad/zu/einer/datei.min.js\"></script>"
            + "<link rel=\"stylesheet\" href=\"https://fonts.googleapis.com/css2?family=Roboto\">"
            + "<script src=\"https://www.googletagmanager.com/gtag/js?id=G-123\"></script>"
            + "<div class=\"fb-like\" data-href=\"https://www.facebook.com/musterstadt\"></div>"
            + "<meta http-equiv=\"refresh\" content=\"9999; url=https://anderswo.example/\">";

    private ContactHarness harness;
    private ProtectedSite site;
    private Visit visit;
    private DevTools tools;
    private Axe axe;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        site = ProtectedSite.serve(harness);
        visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard());
        tools = DevTools.of(visit);
        axe = Axe.of(visit);
        site.content("/seite", "<p>Der Rundgang als Film.</p>" + ProtectedSite.VIDEO + "<p>Text danach.</p>" + POST);
        site.content("/film", "<p>Der Rundgang als Film.</p>" + ProtectedSite.VIDEO + "<p>Text danach.</p>");
        site.content("/alt", ProtectedSite.VIDEO);
        site.content("/maengel", FAULTS);
        site.change("/alt", html -> html.replaceAll("notice=[0-9a-f]{12}", "notice=000000000000"));
        site.page(
                "/rtl",
                "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>أخبار</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"></head>"
                        + "<body><main><h1>أخبار المدينة</h1><p>جولة في دار البلدية</p>" + ProtectedSite.VIDEO
                        + "</main></body></html>");
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

    @ParameterizedTest
    @CsvSource({"light, 360", "dark, 1200"})
    void everyStateIsAccessible(String scheme, int width) {
        walk(scheme, width);
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"dark, 360", "light, 1200", "light, 320", "dark, 768"})
    void everyStateIsAccessibleInEveryWidth(String scheme, int width) {
        walk(scheme, width);
    }

    @Test
    void forcedColoursKeepEveryControl() {
        tools.viewport(900, 1100);
        tools.media("forced-colors", "active");
        open("/seite");
        axe.check("forced-colours");
        assertThat(visit.evaluate("getComputedStyle(document.querySelector('[value=once]')).borderTopStyle")
                        .asString(""))
                .isEqualTo("solid");
        tools.media("forced-colors", "none");
    }

    /** The notice is in a language of its own, with a direction of its own. */
    @Test
    void aPageFromRightToLeftIsNoObstacle() {
        tools.viewport(900, 1100);
        open("/rtl");
        axe.check("rtl");
        assertThat(visit.evaluate("getComputedStyle(document.querySelector('zweiklick-embed')).direction")
                        .asString(""))
                .isEqualTo("ltr");
    }

    private void walk(String scheme, int width) {
        String name = "-" + scheme + "-" + width;
        tools.viewport(width, width < 600 ? 1400 : 1100);
        tools.media("prefers-color-scheme", scheme);

        open("/seite");
        axe.check("placeholder" + name);
        visit.evaluate("document.querySelector('details').open = true");
        axe.check("details" + name);
        click("zweiklick-embed button[value=once]");
        holds(BehaviourScripts.LOADED);
        holds("document.querySelector('.zweiklick-status').textContent !== ''");
        axe.check("active-once" + name);
        click("zweiklick-embed [data-zweiklick=withdraw]");
        holds(BehaviourScripts.asked("zweiklick-embed"));
        axe.check("closed" + name);

        open("/film");
        click("zweiklick-embed button[value=remember]");
        holds(BehaviourScripts.LOADED);
        axe.check("active-remembered" + name);
        open("/zweiklick/settings");
        holds("!document.querySelector('[data-zweiklick=all]').hidden");
        axe.check("settings" + name);
        visit.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)");
        click("[data-zweiklick=all]");
        holds("document.querySelector('[data-zweiklick=all]').hidden");
        axe.check("settings-empty" + name);
        open("/zweiklick/notice?service=youtube&lang=de");
        axe.check("notice" + name);
        open("/zweiklick/notice?lang=de");
        axe.check("notice-all" + name);

        alone("/film");
        holds("!!document.getElementById('service')");
        axe.check("airlock" + name);
        alone("/alt");
        holds("!!document.querySelector('button[name=scope]')");
        axe.check("ask-again" + name);
        open("/zweiklick/airlock?service=youtube");
        axe.check("refused" + name);

        open("/maengel");
        open("/zweiklick/admin/findings?lang=de");
        assertThat(visit.evaluate("document.querySelectorAll('main section').length")
                        .asInt())
                .isGreaterThan(3);
        axe.check("findings" + name);
        open("/zweiklick/admin/findings?lang=en");
        axe.check("findings-en" + name);
    }

    /** The airlock as a page of its own. */
    private void alone(String path) {
        open(path);
        visit.evaluate("""
                (() => {
                  const button = document.querySelector('zweiklick-embed [value=once]');
                  button.addEventListener('click', event => event.stopPropagation());
                  button.formTarget = '_self';
                })()""");
        click("zweiklick-embed [value=once]");
        assertThat(tools.arrives("/zweiklick/airlock", PATIENCE)).isTrue();
    }

    private void open(String path) {
        visit.browser().open(ProtectedSite.ORIGIN + path);
        holds("document.readyState === 'complete'");
    }

    private void click(String css) {
        visit.browser().click(css);
    }

    private void holds(String expression) {
        assertThat(visit.waitFor(expression, PATIENCE)).as(expression).isTrue();
    }
}
