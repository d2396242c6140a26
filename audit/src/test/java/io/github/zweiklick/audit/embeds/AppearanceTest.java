package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every state as visitors see it: checked by axe-core, without sideways scrolling, and kept as a picture. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppearanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String RULES = "{runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
            + " 'wcag22aa', 'best-practice']}, rules: {'target-size': {enabled: true}}, iframes: false}";
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
    private String axe;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        site = ProtectedSite.serve(harness);
        visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard());
        tools = DevTools.of(visit);
        Files.createDirectories(PICTURES);
        try (InputStream script = AppearanceTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        }
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
    void everyStateIsAccessible(String scheme, int width) throws IOException {
        walk(scheme, width);
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"dark, 360", "light, 1200", "light, 320", "dark, 768"})
    void everyStateIsAccessibleInEveryWidth(String scheme, int width) throws IOException {
        walk(scheme, width);
    }

    @Test
    void forcedColoursKeepEveryControl() throws IOException {
        tools.viewport(900, 1100);
        tools.media("forced-colors", "active");
        open("/seite");
        check("forced-colours");
        assertThat(visit.evaluate("getComputedStyle(document.querySelector('[value=once]')).borderTopStyle")
                        .asString(""))
                .isEqualTo("solid");
        tools.media("forced-colors", "none");
    }

    /** The notice is in a language of its own, with a direction of its own. */
    @Test
    void aPageFromRightToLeftIsNoObstacle() throws IOException {
        tools.viewport(900, 1100);
        open("/rtl");
        check("rtl");
        assertThat(visit.evaluate("getComputedStyle(document.querySelector('zweiklick-embed')).direction")
                        .asString(""))
                .isEqualTo("ltr");
    }

    private void walk(String scheme, int width) throws IOException {
        String name = "-" + scheme + "-" + width;
        tools.viewport(width, width < 600 ? 1400 : 1100);
        tools.media("prefers-color-scheme", scheme);

        open("/seite");
        check("placeholder" + name);
        visit.evaluate("document.querySelector('details').open = true");
        check("details" + name);
        click("zweiklick-embed button[value=once]");
        holds(BehaviourScripts.LOADED);
        holds("document.querySelector('.zweiklick-status').textContent !== ''");
        check("active-once" + name);
        click("zweiklick-embed [data-zweiklick=withdraw]");
        holds(BehaviourScripts.asked("zweiklick-embed"));
        check("closed" + name);

        open("/film");
        click("zweiklick-embed button[value=remember]");
        holds(BehaviourScripts.LOADED);
        check("active-remembered" + name);
        open("/zweiklick/settings");
        holds("!document.querySelector('[data-zweiklick=all]').hidden");
        check("settings" + name);
        visit.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)");
        click("[data-zweiklick=all]");
        holds("document.querySelector('[data-zweiklick=all]').hidden");
        check("settings-empty" + name);
        open("/zweiklick/notice?service=youtube&lang=de");
        check("notice" + name);
        open("/zweiklick/notice?lang=de");
        check("notice-all" + name);

        alone("/film");
        holds("!!document.getElementById('service')");
        check("airlock" + name);
        alone("/alt");
        holds("!!document.querySelector('button[name=scope]')");
        check("ask-again" + name);
        open("/zweiklick/airlock?service=youtube");
        check("refused" + name);

        open("/maengel");
        open("/zweiklick/admin/findings?lang=de");
        assertThat(visit.evaluate("document.querySelectorAll('main section').length")
                        .asInt())
                .isGreaterThan(3);
        check("findings" + name);
        open("/zweiklick/admin/findings?lang=en");
        check("findings-en" + name);
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

    private void check(String name) throws IOException {
        visit.screenshot(PICTURES.resolve(name + ".png"));
        assertThat(visit.evaluate("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .as("%s scrolls sideways", name)
                .isTrue();
        tools.run(axe);
        JsonNode result = visit.evaluate(
                "axe.run(document, " + RULES + ").then(result => ({passes: result.passes.length,"
                        + " violations: result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))}))");
        List<String> violations = new ArrayList<>();
        result.path("violations").forEach(violation -> violations.add(violation.asString("")));
        assertThat(violations).as(name).isEmpty();
        assertThat(result.path("passes").asInt())
                .as("rules that applied in %s", name)
                .isGreaterThan(5);
    }
}
