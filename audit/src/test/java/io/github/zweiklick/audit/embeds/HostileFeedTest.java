package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.DevTools;
import io.github.zweiklick.audit.harness.Patience;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts by which somebody tries to get into the city's page, and to have its visitors contact others. */
@Tag("browser")
class HostileFeedTest {
    private static final String PAGE = """
            <h2>Beitr\u00e4ge</h2>
            <zweiklick-feed source="m b f r" limit="20"></zweiklick-feed>
            <zweiklick-feed source="m b f r" limit="20" layout="cards"></zweiklick-feed>
            <zweiklick-feed source="m b f r" limit="20" layout="compact"></zweiklick-feed>
            <p id=danach>Danach</p>""";

    private static final int POSTS = 10;

    @TempDir
    private Path directory;

    @Test
    void theirPageContactsNobodyAndRunsNothing() throws IOException {
        String token = Files.writeString(directory.resolve("token"), "geheim\n").toString();
        try (HostileNetworks networks = HostileNetworks.start();
                SiteVisits visits = SiteVisits.start(networks.configuration(token))) {
            String page = visits.site().content("/beitraege", PAGE);
            withoutHeaders(visits);
            try (Visit visit = visits.open()) {
                DevTools.of(visit).viewport(360, 900);
                boolean told = Patience.until(SiteVisits.PATIENCE, () -> {
                    visit.open(page);
                    return visit.evaluate("document.querySelectorAll('article').length")
                                    .asInt()
                            == POSTS * 3;
                });
                assertThat(told).as("all posts stand there, in each layout").isTrue();
                visit.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
                visit.scrollToEnd();
                visit.idle(Duration.ofSeconds(2));

                assertThat(visit.evaluate("document.title").asString()).isEqualTo("Aktuelles");
                assertThat(visit.evaluate("document.querySelectorAll('.zweiklick-feed script, .zweiklick-feed style,"
                                        + " .zweiklick-feed iframe, .zweiklick-feed svg, .zweiklick-feed object,"
                                        + " .zweiklick-feed video, .zweiklick-feed [style], .zweiklick-feed link, base')"
                                        + ".length")
                                .asInt())
                        .isZero();
                assertThat(visit.evaluate(
                                        "[...document.querySelectorAll('.zweiklick-feed *')].flatMap(node =>"
                                                + " [...node.attributes]).filter(one => one.name.startsWith('on')"
                                                + " || one.name === 'ping' || /^\\\\s*(javascript|data):/i.test(one.value)).length")
                                .asInt())
                        .isZero();
                assertThat(visit.evaluate(
                                        "[...document.images].filter(image => new URL(image.src).host !== location.host"
                                                + " || /https?:/.test(image.srcset)).length")
                                .asInt())
                        .isZero();
                assertThat(visit.evaluate("document.documentElement.scrollWidth <= innerWidth")
                                .asBoolean())
                        .as("the longest word is broken")
                        .isTrue();
                assertThat(visit.evaluate("document.getElementById('danach').closest('.zweiklick-feed') === null"
                                        + " && getComputedStyle(document.getElementById('danach')).direction === 'ltr'")
                                .asBoolean())
                        .as("what comes after the posts is none of them")
                        .isTrue();
                ContactReport report = visit.report();
                assertThat(report.contacts()).as("%s", report).isEmpty();
                assertThat(report.firstParty())
                        .anyMatch(contact -> contact.detail().contains("/beitraege"));
            }
        }
    }

    /** The markup alone, without what would stop it. */
    private static void withoutHeaders(SiteVisits visits) {
        visits.harness()
                .serve(
                        ProtectedSite.HOST,
                        request -> request.target().equals("/beitraege")
                                ? SiteResponse.page(
                                        new String(visits.site().answer(request).body(), StandardCharsets.UTF_8))
                                : visits.site().answer(request));
    }
}
