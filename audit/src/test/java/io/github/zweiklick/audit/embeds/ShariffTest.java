package io.github.zweiklick.audit.embeds;

import static io.github.zweiklick.audit.embeds.SiteVisits.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.guard.LibraryFiles;
import io.github.zweiklick.audit.harness.Patience;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that runs Shariff 3.3.0, its frontend as npm has it, with Zweiklick as the backend, and as the frontend too. */
@Tag("browser")
class ShariffTest {
    private static final String MARKUP = "<div class=\"shariff\" data-backend-url=\"/zweiklick/shares\""
            + " data-services=\"[&quot;facebook&quot;,&quot;reddit&quot;,&quot;pinterest&quot;]\"></div>"
            + "<script src=\"/shariff.complete.js\"></script>";

    @TempDir
    private static Path directory;

    private static String secret;

    @BeforeAll
    static void fetched() throws IOException {
        LibraryFiles.assumeThere();
        secret = Files.writeString(directory.resolve("secret"), "geheim\n").toString();
    }

    private static String page(SiteVisits visits) throws IOException {
        visits.site()
                .script(
                        "/shariff.complete.js",
                        LibraryFiles.read("shariff/dist/shariff.complete.js").orElseThrow());
        return visits.site().content("/fest", MARKUP);
    }

    @Test
    void itsFrontendShowsTheCountsOfThisBackend() throws IOException {
        try (CountingNetworks networks = CountingNetworks.start();
                SiteVisits visits = SiteVisits.start(networks.configuration("false", secret))) {
            String page = page(visits);
            try (Visit visit = visits.open()) {
                // The first visit has them fetched; whoever comes then sees them.
                visit.open(page);
                holds(visit, "document.querySelectorAll('.shariff-button').length === 3");
                holds(
                        visit,
                        "(async () => Object.keys(await (await fetch('/zweiklick/shares?url=' + encodeURIComponent(location.href),"
                                + " {cache: 'no-store'})).json()).length === 3)()");
            }
            try (Visit visit = visits.open()) {
                visit.open(page);
                holds(
                        visit,
                        "[...document.querySelectorAll('.shariff-button')].map(b => b.querySelector('.share_count')?.innerText).join()"
                                + " === '1k,7,0'");
                assertThat(visit.browser().consoleErrors()).isEmpty();
                assertThat(visit.report().foreignHosts()).isEmpty();
            }
            assertThat(networks.sent())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request)
                            .doesNotContain("Chrom", "Referer", "Cookie", "Forwarded", "Accept-language"));
        }
    }

    @Test
    void itsMarkupBecomesABarWithTheCounts() throws IOException {
        try (CountingNetworks networks = CountingNetworks.start();
                SiteVisits visits = SiteVisits.start(networks.configuration("true", secret))) {
            String page = page(visits);
            try (Visit visit = visits.open()) {
                visit.open(page);
                boolean counted = Patience.until(SiteVisits.PATIENCE, () -> {
                    visit.open(page);
                    return visit.evaluate("document.querySelectorAll('.zweiklick-share-count').length")
                                    .asInt()
                            == 3;
                });
                assertThat(counted).as("all three counts stand in the bar").isTrue();
                assertThat(visit.evaluate("document.querySelector('zweiklick-share').innerText")
                                .asString())
                        .contains("1.452");
                assertThat(visit.evaluate("document.querySelectorAll('.shariff, .shariff-button').length")
                                .asInt())
                        .isZero();
                assertThat(visit.browser().consoleErrors()).isEmpty();
                assertThat(visit.report().foreignHosts()).isEmpty();
            }
        }
    }
}
