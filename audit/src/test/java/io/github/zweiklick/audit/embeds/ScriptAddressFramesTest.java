package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.Protection;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the scripts in the addresses of frames make: no policy stops a hint in it, and in Chromium no frame. */
@Tag("browser")
class ScriptAddressFramesTest {
    private static final WebUrl ADDRESS =
            WebUrl.parse("https://www.musterstadt.test/").orElseThrow();
    private static final String HINT = "hint.leak.test";
    private static final String PAGE = """
            <!doctype html><html lang=de><head><title>Seite</title><link rel=icon href=data:,></head><body>
            <iframe src="javascript:'<link rel=preconnect href=https://hint.leak.test/>'"></iframe>
            <iframe src="&#106;ava&Tab;script:%22<iframe src=https://frame.leak.test/></iframe>%22"></iframe></body></html>""";

    private final Protection protection = Zweiklick.create().protection(ADDRESS, "");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theHeadersAloneDoNotStopThem(Engine engine) throws IOException {
        assertThat(contacted(engine, PAGE)).contains(HINT);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theyMakeNothing(Engine engine) throws IOException {
        Rewrite rewrite = protection.page(
                PAGE.getBytes(StandardCharsets.US_ASCII), Optional.of("text/html; charset=utf-8"), List.of());
        String page = new String(((Rewrite.Rewritten) rewrite).body(), StandardCharsets.US_ASCII);
        assertThat(contacted(engine, page)).isEmpty();
    }

    private Set<String> contacted(Engine engine, String page) throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        SiteResponse response = SiteResponse.page(page);
        for (HeaderLine line : protection.headers()) {
            response = response.with(line.name(), line.value());
        }
        SiteResponse answer = response;
        try (ContactHarness harness = ContactHarness.start()) {
            harness.serve(
                    "www.musterstadt.test", request -> request.target().equals("/") ? answer : SiteResponse.empty(404));
            try (Visit visit = engine.open(harness, BrowserOptions.standard())) {
                visit.open(ADDRESS.href());
                return visit.report().foreignHosts();
            }
        }
    }
}
