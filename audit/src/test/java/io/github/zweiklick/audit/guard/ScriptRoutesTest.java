package io.github.zweiklick.audit.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Protection;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.audit.guard.ScriptRoutes.Route;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.SiteRequest;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page's own scripts contact with the header lines alone, and what is left of it with the guard. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptRoutesTest {
    private static final String ORIGIN = "https://www.musterstadt.test";
    private static final String SPECULATION = """
            const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = JSON.stringify({
              prefetch: [{source: 'list', urls: ['https://speculation.leak.test/', '/away'], eagerness: 'immediate'}]});
            document.head.append(s);""";

    private final Zweiklick guarded = site("auto");
    private final Zweiklick unguarded = site("never");
    private final List<Route> routes = ScriptRoutes.all();
    private ContactHarness harness;

    private static Zweiklick site(String guard) {
        return Zweiklick.of(Configuration.parse("{\"guard\": \"" + guard + "\"}", "zweiklick.json"));
    }

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        harness.serve("www.musterstadt.test", this::answer);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void thereAreAsManyAsShallBe() {
        assertThat(routes).filteredOn(route -> !route.beyond()).hasSizeGreaterThan(40);
        assertThat(routes).allSatisfy(route -> assertThat(route.code()).containsPattern("LEAK|HOST"));
    }

    /** Chromium opens sockets for frames and hints whatever the policy says, the others for hints. */
    @ParameterizedTest
    @CsvSource({"CHROMIUM, 45", "FIREFOX, 6", "WEBKIT, 6"})
    void withoutTheGuardManyContactSomebody(Engine engine, int least) {
        assertThat(contacted(engine, "without")).hasSizeGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void withTheGuardNoneDoesButThoseItDoesNotClaim(Engine engine) {
        Set<String> claimed = contacted(engine, "with").stream()
                .filter(host -> !isBeyond(host))
                .map(host -> host + ": " + name(host))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(claimed).isEmpty();
    }

    /** In frames there is no speculation. */
    @Test
    void speculationRulesOfScriptsAreStopped() {
        assertThat(speculated("without")).contains("speculation.leak.test", "redirected.leak.test");
        assertThat(speculated("with")).isEmpty();
    }

    private Set<String> speculated(String how) {
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            visit.open(ORIGIN + "/" + how + "/speculation");
            return visit.report().foreignHosts();
        }
    }

    private Set<String> contacted(Engine engine, String how) {
        try (Visit visit = engine.open(harness, BrowserOptions.standard())) {
            visit.open(ORIGIN + "/" + how);
            // Dozens of frames: on a busy machine there are pauses between them.
            visit.idle(Duration.ofSeconds(4));
            ContactReport report = visit.report();
            assertThat(report.firstParty().stream()
                            .filter(contact -> contact.detail().contains("/" + how + "/"))
                            .count())
                    .as("the pages were opened")
                    .isGreaterThanOrEqualTo(routes.size());
            return report.foreignHosts().stream()
                    .filter(host -> host.endsWith(".leak.test"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private boolean isBeyond(String host) {
        return routes.get(number(host)).beyond();
    }

    private String name(String host) {
        return routes.get(number(host)).name();
    }

    private static int number(String host) {
        return Integer.parseInt(host.substring(1, host.indexOf('.')));
    }

    private SiteResponse answer(SiteRequest request) {
        String[] path = request.target().split("[/?]");
        if (request.target().equals("/away")) {
            return SiteResponse.empty(302).with("Location", "https://redirected.leak.test/");
        }
        if (path.length < 2 || !path[1].startsWith("with")) {
            return SiteResponse.empty(404);
        }
        if (path.length == 2) {
            return page(path[1], frames(path[1]));
        }
        return page(path[1], path[2].equals("speculation") ? scripted(SPECULATION) : scripted(route(path[2])));
    }

    private String route(String number) {
        return routes.get(Integer.parseInt(number)).codeFor("r" + number + ".leak.test");
    }

    private static String scripted(String code) {
        return "<!doctype html><html lang=de><head><title>Seite</title><link rel=icon href=data:,></head><body>Text<script>"
                + code + "</script></body></html>";
    }

    private String frames(String how) {
        StringBuilder html = new StringBuilder("<!doctype html><title>Rahmen</title><link rel=icon href=data:,>");
        for (int i = 0; i < routes.size(); i++) {
            html.append("<iframe src=/" + how + "/" + i + "></iframe>");
        }
        return html.toString();
    }

    private SiteResponse page(String how, String html) {
        WebUrl address = WebUrl.parse(ORIGIN + "/" + how).orElseThrow();
        Protection protection = (how.equals("with") ? guarded : unguarded).protection(address, "");
        byte[] body = html.getBytes(StandardCharsets.US_ASCII);
        Rewrite rewrite = protection.page(body, Optional.of("text/html; charset=utf-8"), List.of());
        byte[] sent = rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : body;
        SiteResponse response = SiteResponse.page(new String(sent, StandardCharsets.US_ASCII));
        for (HeaderLine line : protection.headers()) {
            response = response.with(line.name(), line.value());
        }
        return response;
    }
}
