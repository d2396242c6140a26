package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The city asks its simulated networks how often its pages were shared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CountsTest {
    private DemoSite site;
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        site = DemoSite.start(DemoOptions.anyPort());
        browser = new Browser(site.origin());
    }

    @AfterAll
    void end() {
        site.close();
    }

    private List<String> shown() throws Exception {
        return Jsoup.parse(browser.get("/neues/lesenacht").body())
                .select("zweiklick-share .zweiklick-share-count")
                .eachText();
    }

    @Test
    void theyStandInTheBarOfTheNews() throws Exception {
        Eventually.until("all counts stand there", () -> shown().size() == 3);

        assertThat(shown()).allMatch(text -> text.matches("Reaktionen: [0-9.]+"));
        assertThat(site.networks().orElseThrow().log().contacts())
                .as("the server asks, and nobody visits")
                .isEmpty();
    }

    @Test
    void theBackendOfShariffTellsTheSame() throws Exception {
        String query = URLEncoder.encode(site.origin() + "/neues/radstation?utm_source=brief", StandardCharsets.UTF_8);
        Eventually.until(
                "all counts are told",
                () -> browser.get("/zweiklick/shares?url=" + query)
                        .body()
                        .matches("\\{\"facebook\":[0-9]+,\"reddit\":[0-9]+,\"pinterest\":[0-9]+\\}"));

        HttpResponse<String> foreign = browser.get("/zweiklick/shares?url=https%3A%2F%2Fwww.example.org%2F");

        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).startsWith("{\"error\":");
    }
}
