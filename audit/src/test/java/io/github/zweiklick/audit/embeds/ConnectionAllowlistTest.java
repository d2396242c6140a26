package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Patience;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.finding.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Under an enforced Connection-Allowlist every link goes on working; reports arrive. */
@Tag("browser")
class ConnectionAllowlistTest {
    private static final String[] OTHERS = {
        "www.facebook.com", "www.youtube.com", "www.youtube-nocookie.com", "verein.test", "neu.test"
    };
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Chromium sends reports together once a minute. */
    private static final Duration REPORTS = Duration.ofSeconds(90);

    private ContactHarness harness;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium and chromedriver are not installed");
        harness = ContactHarness.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    /** What a visitor does with the element {@code #k}, or with the link of a placeholder. */
    private enum Act {
        CLICK,
        MIDDLE,
        /** The menu opens what the link says once it is there: without the page's proof, so that a link is shown first. */
        MENU,
        ORIGINAL;

        void perform(Visit visit, DevTools tools) {
            switch (this) {
                case CLICK -> visit.browser().click("#k");
                case MIDDLE -> tools.mouse("#k", "middle");
                case MENU -> {
                    tools.mouse("#k", "right");
                    String address =
                            visit.evaluate("document.querySelector('#k').href").asString("");
                    visit.browser().open(address);
                    visit.browser().click("main a");
                }
                case ORIGINAL -> visit.browser().click(".zweiklick-links a");
            }
        }
    }

    /** What a visitor does, and what must arrive at the other host. */
    private record Way(String markup, Act act, String arrival) {}

    private static final String NETWORK = "https://www.facebook.com/NUMBER";
    private static final String LISTED = "https://verein.test/NUMBER";
    private static final String NEW = "https://neu.test/NUMBER";

    private static Way way(String markup, String arrival) {
        return new Way(markup, Act.CLICK, arrival);
    }

    private static Way script(String code, String arrival) {
        return way("<div id=d></div><button id=k type=button onclick=\"" + code + "\">los</button>", arrival);
    }

    private static List<Way> ofMarkup() {
        List<Way> ways = new ArrayList<>();
        for (String to : List.of(NETWORK, LISTED)) {
            String got = "GET " + to;
            ways.add(way("<a id=k href=" + to + ">x</a>", got));
            ways.add(way("<a id=k href=" + to + " target=_blank rel=noopener>x</a>", got));
            ways.add(way("<a id=k href=" + to + " target=_blank rel=opener>x</a>", got));
            ways.add(new Way("<a id=k href=" + to + ">x</a>", Act.MIDDLE, got));
            ways.add(way(
                    "<form action=" + to + "><input name=q value='ä b'><button id=k>x</button></form>",
                    got + "?q=%C3%A4+b"));
            ways.add(way(
                    "<form method=post action=" + to + "><input name=q value=a><button id=k>x</button></form>",
                    "POST " + to + " q=a"));
            ways.add(way(
                    "<form method=post target=_blank action=" + to
                            + "><input name=q value=a><button id=k>x</button></form>",
                    "POST " + to + " q=a"));
            ways.add(way(
                    "<form><input name=q value=a><button id=k formmethod=post formaction=" + to + ">x</button></form>",
                    "POST " + to + " q=a"));
            ways.add(way("<svg width=99 height=99><a href=" + to + "><rect id=k width=99 height=99 /></a></svg>", got));
        }
        // Our own: the original of a placeholder.
        ways.add(new Way(ProtectedSite.VIDEO, Act.ORIGINAL, "GET https://www.youtube.com/watch?v=dQw4w9WgXcQ"));
        return ways;
    }

    private static List<Way> ofScripts() {
        List<Way> ways = new ArrayList<>();
        for (String to : List.of(NETWORK, NEW)) {
            String got = "GET " + to;
            String link = "d.innerHTML = '<a id=neu href=" + to + " EXTRA>x</a>'; neu.click()";
            ways.add(script("location.href = '" + to + "'", got));
            ways.add(script("location.replace('" + to + "')", got));
            ways.add(script("window.open('" + to + "')", got));
            ways.add(script("const a = document.createElement('a'); a.href = '" + to + "'; a.click()", got));
            ways.add(script(link.replace("EXTRA", ""), got));
            ways.add(script(link.replace("EXTRA", "target=_blank"), got));
            ways.add(script(
                    "d.innerHTML = '<form action=" + to + "><input name=q value=a></form>'; d.firstChild.submit()",
                    got + "?q=a"));
            ways.add(script(
                    "d.innerHTML = '<form method=post action=" + to
                            + "><input name=q value=a></form>'; d.firstChild.submit()",
                    "POST " + to + " q=a"));
            ways.add(script(
                    "d.innerHTML = '<form method=post target=_blank action=" + to
                            + "><input name=q value=a></form>'; d.firstChild.requestSubmit()",
                    "POST " + to + " q=a"));
            // One that keeps the event to itself.
            ways.add(script(
                    "d.innerHTML = '<form method=post action=" + to + "><input name=q value=a></form>';"
                            + " d.firstChild.onsubmit = e => e.stopImmediatePropagation(); d.firstChild.requestSubmit()",
                    "POST " + to + " q=a"));
            String made = "<div id=d></div><script>addEventListener('load', () => { d.innerHTML = '<a id=k href=" + to
                    + " EXTRA>x</a>'; })</script>";
            ways.add(way(made.replace("EXTRA", ""), got));
            ways.add(way(made.replace("EXTRA", "target=_blank"), got));
            ways.add(way(made.replace("EXTRA", "onclick=event.stopPropagation()"), got));
            ways.add(new Way(made.replace("EXTRA", ""), Act.MIDDLE, got));
            ways.add(new Way(made.replace("EXTRA", ""), Act.MENU, got));
        }
        return ways;
    }

    private void arrive(List<Way> ways, BrowserOptions options) {
        ListedSite site = ListedSite.serve(harness, "enforce", OTHERS);
        List<String> failed = new ArrayList<>();
        try (Visit visit = harness.chromium(options)) {
            DevTools tools = DevTools.of(visit);
            for (int i = 0; i < ways.size(); i++) {
                Way way = ways.get(i);
                String number = "weg" + i;
                String first = tools.tab();
                visit.browser().open(site.page("/" + number, way.markup().replace("NUMBER", number)));
                way.act().perform(visit, tools);
                if (!within(
                        PATIENCE, () -> site.arrived().contains(way.arrival().replace("NUMBER", number)))) {
                    failed.add(way.markup() + " did not bring " + way.arrival());
                }
                tools.tab(first);
            }
        }
        assertThat(failed).as("of all that arrived: %s", site.arrived()).isEmpty();
    }

    private static boolean within(Duration most, BooleanSupplier condition) {
        return Patience.until(most, condition);
    }

    @Test
    void linksOfTheMarkupWork() {
        arrive(ofMarkup(), BrowserOptions.standard());
    }

    @Test
    void linksOfTheMarkupWorkWithoutScripts() {
        arrive(ofMarkup(), BrowserOptions.standard().withoutJavaScript());
    }

    @Test
    void whatScriptsLeadToIsReached() {
        arrive(ofScripts(), BrowserOptions.standard());
    }

    @Test
    void theAirlockLoadsItsServiceAndNobodyElse() {
        ListedSite site = ListedSite.serve(harness, "enforce", OTHERS);
        String page = site.page("/film", ProtectedSite.VIDEO);
        try (Visit visit = harness.chromium(BrowserOptions.standard())) {
            visit.open(page);
            visit.consent("zweiklick-embed button[value=once]");
            assertThat(within(
                            PATIENCE,
                            () -> site.arrived().stream().anyMatch(it -> it.contains(ProtectedSite.VIDEO_HOST))))
                    .isTrue();
            ContactReport report = visit.report();
            assertThat(report.foreignHosts(Phase.LOAD)).as("%s", report).isEmpty();
            assertThat(report.foreignHosts(Phase.CONSENT)).containsExactly(ProtectedSite.VIDEO_HOST);
        }
    }

    @Test
    void reportsArriveAndClicksAreNotReported() {
        Engine.assumeAllowlist();
        ListedSite site = ListedSite.unguarded(harness, "report", OTHERS);
        String page = site.page(
                "/akten/4711",
                "<a id=k target=_blank href=https://verein.test/geheim>x</a><script>fetch('https://zaehler.test/geheim').catch(() => {});"
                        + "const l = document.createElement('link'); l.rel = 'preconnect'; l.href = 'https://hinweis.test/'; document.head.append(l)</script>");
        try (Visit visit = harness.chromium(BrowserOptions.standard())) {
            visit.open(page + "?name=geheim");
            visit.browser().click("#k");
            assertThat(within(
                            REPORTS,
                            () -> told(site, "zaehler.test", "connect-src")
                                    && told(site, "hinweis.test", "leads there")))
                    .as("%s", site.findings())
                    .isTrue();
        }
        assertThat(site.findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.REPORTED_CONTACT)
                .allSatisfy(finding -> assertThat(finding.place()).isEqualTo(ListedSite.ORIGIN + "/akten/*"));
        assertThat(site.findings().toString()).doesNotContain("geheim", "4711", "verein.test");
    }

    private static boolean told(ListedSite site, String host, String words) {
        return site.findings().stream()
                .map(Finding::message)
                .anyMatch(message -> message.contains(host) && message.contains(words));
    }
}
