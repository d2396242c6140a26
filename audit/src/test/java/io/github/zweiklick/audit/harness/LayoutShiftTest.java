package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing moves in a page with placeholders before a visitor clicks, even where their script comes late. */
@Tag("browser")
class LayoutShiftTest {
    private static final String PAGE = "https://" + City.HOST + "/veranstaltungen";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Says when something was painted, and what moved. */
    private static final String OBSERVE = """
            window.shifts = [];
            new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value + ' ' + entry.sources.map(({node, previousRect: from, currentRect: to}) =>
                (node && (node.className || node.nodeName)) + ' ' + [from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height]))))
              .observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(() => fetch('/gemalt')).observe({type: 'paint', buffered: true});
            """;

    @Test
    void nothingMovesWhenTheScriptComes() throws Exception {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        try (ContactHarness harness = ContactHarness.start();
                City city = City.open(harness)) {
            CountDownLatch painted = new CountDownLatch(1);
            URI origin = URI.create(city.origin());
            Site site = Site.proxyTo(new InetSocketAddress(origin.getHost(), origin.getPort()));
            harness.serve(City.HOST, request -> heldBack(site, request, painted));
            try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
                DevTools.of(visit).beforeScripts(OBSERVE);
                DevTools.of(visit).viewport(1280, 5000);

                visit.browser().open(PAGE);

                assertThat(visit.waitFor("!!customElements.get('zweiklick-embed')", PATIENCE))
                        .isTrue();
                assertThat(painted.getCount()).as("it was painted before").isZero();
                assertThat(visit.evaluate(
                                        "document.querySelectorAll('[data-state=placeholder] [value=remember]:not([hidden])')"
                                                + ".length")
                                .asInt())
                        .isEqualTo(3);
                assertThat(visit.evaluate(
                                        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(shifts))))")
                                .toString())
                        .isEqualTo("[]");
            }
        }
    }

    private static SiteResponse heldBack(Site site, SiteRequest request, CountDownLatch painted) throws IOException {
        if (request.target().equals("/gemalt")) {
            painted.countDown();
            return SiteResponse.of("text/plain", "");
        }
        if (request.target().matches("/zweiklick/assets/zweiklick-[0-9a-f]+\\.js")) {
            await(painted);
        }
        return site.answer(request);
    }

    private static void await(CountDownLatch painted) {
        try {
            assertThat(painted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
