package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo as it is delivered shows posts of its simulated networks, and contacts nobody for it. */
@Tag("browser")
class DemoFeedContactsTest {
    private static final List<String> PAGES = List.of("/", "/en/", "/neues", "/rathaus", DemoVisit.ALL + "de");

    @Test
    void pagesWithPostsContactNobody() throws Exception {
        try (DemoVisit demo = DemoVisit.start()) {
            String origin = demo.origin();
            demo.fetchPictures();
            // What was told while they were still to come.
            demo.visit().consoleErrors();
            for (String path : PAGES) {
                demo.open(path);
                demo.visit().scrollToEnd();
                demo.visit().hoverEverything();
                demo.holds("document.querySelectorAll('article.zweiklick-post').length > 3");
                assertThat(demo.visit().consoleErrors())
                        .as(
                                "%s, but for the icon that documents have not, and pictures that are still being fetched",
                                path)
                        .allMatch(error -> error.contains("/favicon.ico")
                                || error.matches(".*" + origin + "/zweiklick/media/.* status of 503 .*"));
            }
            demo.visit().idle(Duration.ofSeconds(1));
            assertThat(demo.visit().storage().isEmpty()).isTrue();

            ContactReport report = demo.visit().report();

            assertThat(report.contacts()).as("%s", report).isEmpty();
            assertThat(report.firstParty())
                    .as("pictures come from the site, and not from the simulated networks beside it")
                    .filteredOn(contact -> contact.level() == Level.REQUEST)
                    .hasSizeGreaterThan(20)
                    .allMatch(contact -> contact.detail().contains(origin + "/"));
        }
    }
}
