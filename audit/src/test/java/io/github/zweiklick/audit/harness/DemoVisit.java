package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.demo.DemoOptions;
import io.github.zweiklick.demo.DemoSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Chromium on the demo as {@code ./demo} starts it: the city, its gallery, and the simulated networks beside it. */
final class DemoVisit implements AutoCloseable {
    static final String GALLERY = "/zweiklick-gallery";
    /** Every post that the other pages hold some of; a language follows. */
    static final String ALL = "/zweiklick/feeds/mastodon,facebook,x,youtube,bluesky,presse.html?limit=50&lang=";

    /** Pictures are asked for when they come near; here all are. */
    static final String PICTURES = "(() => { const all = [...document.querySelectorAll('.zweiklick-feed img')];"
            + " all.forEach(image => image.loading = 'eager'); return all.length > %d"
            + " && all.every(image => image.complete && image.naturalWidth > 1); })()";

    private static final String HERE = "127.0.0.1";
    private static final int POSTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ContactHarness harness;
    private final DemoSite demo;
    private final Visit visit;
    private final DevTools tools;
    private final String looks;

    private DemoVisit(ContactHarness harness, DemoSite demo, Visit visit, String looks) {
        this.harness = harness;
        this.demo = demo;
        this.visit = visit;
        this.tools = DevTools.of(visit);
        this.looks = looks;
    }

    static DemoVisit start() throws Exception {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        ContactHarness harness = ContactHarness.start();
        try (InputStream looks = DemoVisit.class.getResourceAsStream("looks.js")) {
            String script =
                    new String(Objects.requireNonNull(looks, "looks.js").readAllBytes(), StandardCharsets.UTF_8);
            DemoSite demo = DemoSite.start(DemoOptions.anyPort());
            assertThat(Patience.until(PATIENCE, () -> posts(demo) == POSTS))
                    .as("all networks have told their posts")
                    .isTrue();
            return new DemoVisit(
                    harness,
                    demo,
                    Engine.CHROMIUM.open(harness, BrowserOptions.standard().firstParty(HERE)),
                    script);
        }
    }

    /** How many the front page holds: one of each network at least. */
    private static int posts(DemoSite demo) {
        try (InputStream page = URI.create(demo.origin() + "/").toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8).split("<span>Quelle: ", -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo does not answer", e);
        }
    }

    /** Each picture is there once somebody has seen it. */
    void fetchPictures() {
        assertThat(Patience.until(Duration.ofMinutes(2), () -> {
                    open(ALL + "de");
                    return visit.waitFor(PICTURES.formatted(20), Duration.ofSeconds(15));
                }))
                .as("all pictures come, where the page is opened again")
                .isTrue();
    }

    Visit visit() {
        return visit;
    }

    /** Where the demo is served, without a slash at the end. */
    String origin() {
        return demo.origin();
    }

    DevTools tools() {
        return tools;
    }

    /** Opens a path of the demo and waits for all of it. */
    void open(String path) {
        visit.browser().open(demo.origin() + path);
        holds("document.readyState === 'complete'");
        tools.run(looks);
    }

    /** The browser as it is for most: light, on the screen, of this width. */
    void screen(int width, int height) {
        tools.paper(false);
        tools.media("prefers-color-scheme", "light");
        tools.viewport(width, height);
    }

    void holds(String expression) {
        assertThat(visit.waitFor(expression, PATIENCE)).as(expression).isTrue();
    }

    /** What a list in the page says. */
    List<String> list(String expression) {
        List<String> list = new ArrayList<>();
        visit.evaluate(expression).forEach(item -> list.add(item.asString("")));
        return list;
    }

    String text(String expression) {
        return visit.evaluate(expression).asString("");
    }

    @Override
    public void close() throws IOException {
        visit.close();
        demo.close();
        harness.close();
    }
}
