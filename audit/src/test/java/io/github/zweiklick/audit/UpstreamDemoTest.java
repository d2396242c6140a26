package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Patience;
import io.github.zweiklick.demo.DemoOptions;
import io.github.zweiklick.demo.DemoSite;
import io.github.zweiklick.demo.UpstreamAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./demo --upstream}: a city's page today and behind the gateway, each measured by a browser. */
@Tag("browser")
final class UpstreamDemoTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void todayManyAreContactedBehindZweiklickNobody() throws Exception {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        DemoOptions options = DemoOptions.anyPort(
                UpstreamAddress.parse(StadtSite.ORIGIN + "/").orElseThrow(), StadtSite.java(Main.class.getName()));
        try (ContactHarness harness = ContactHarness.start()) {
            StadtSite.serve(harness);
            try (DemoSite demo = DemoSite.start(options)) {
                assertThat(get(demo.origin() + "/")).contains("<h1>Beispielhausen</h1>");
                JsonNode last = measured(demo);
                assertThat(last.required("failure").isNull()).as("%s", last).isTrue();
                assertThat(last.at("/today/hosts").propertyNames()).containsExactlyElementsOf(StadtSite.CONTACTED);
                assertThat(last.at("/after/hosts").propertyNames()).isEmpty();
                assertThat(get(demo.origin() + "/pruefstand"))
                        .contains("<strong class=\"zahl\">4</strong>", "<strong class=\"zahl\">0</strong>");
            }
        }
    }

    private JsonNode measured(DemoSite demo) throws IOException, InterruptedException {
        boolean ended = Patience.until(LONGEST, () -> {
            try {
                JsonNode last = last(demo);
                return !last.required("failure").isNull()
                        || !last.required("after").isNull();
            } catch (IOException | InterruptedException broken) {
                throw new AssertionError(broken);
            }
        });
        JsonNode last = last(demo);
        assertThat(ended).as("%s", last).isTrue();
        return last;
    }

    private JsonNode last(DemoSite demo) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(get(demo.origin() + "/pruefstand/stand.json"))
                .required("last");
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
