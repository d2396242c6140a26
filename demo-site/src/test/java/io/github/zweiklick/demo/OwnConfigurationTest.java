package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with a configuration file: what it says holds, as it would at home. */
final class OwnConfigurationTest {
    private static final String FINDINGS = "/zweiklick/admin/findings";

    @TempDir
    Path folder;

    @Test
    void theFileDecidesWhoSeesFindingsAndWhetherTheListIsEnforced() throws Exception {
        Path file = Files.writeString(
                folder.resolve("zweiklick.json"),
                "{\"admin\": {\"addresses\": [\"127.0.0.0/8\"]}, \"connectionAllowlist\": \"report\"}");
        DemoOptions options = new DemoOptions(0, "127.0.0.1", Optional.empty(), List.of(), Optional.of(file), false);
        try (DemoSite site = DemoSite.start(options)) {
            Browser browser = new Browser(site.origin());
            HttpResponse<String> page = browser.get("/rathaus");
            assertThat(page.headers().allValues("Connection-Allowlist")).isEmpty();
            assertThat(page.headers().allValues("Connection-Allowlist-Report-Only"))
                    .hasSize(1);
            HttpResponse<String> findings = browser.get(FINDINGS);
            assertThat(findings.statusCode()).isEqualTo(200);
            assertThat(findings.body()).contains(site.origin() + "/rathaus");
        }
    }

    @Test
    void withoutOneNobodySeesFindings() throws Exception {
        try (DemoSite site = DemoSite.start(DemoOptions.anyPort())) {
            assertThat(new Browser(site.origin()).get(FINDINGS).statusCode()).isEqualTo(404);
        }
    }
}
