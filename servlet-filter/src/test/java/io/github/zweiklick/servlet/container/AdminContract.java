package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings are shown to whom the configuration lets in. */
interface AdminContract {
    String FINDINGS = "/zweiklick/admin/findings";

    DeployedSite site();

    DeployedSite changing(String configuration) throws IOException;

    @Test
    default void byDefaultNobodyIsLetIn() throws Exception {
        site().get("/static.html");
        for (String path : List.of(FINDINGS, FINDINGS + ".json", "/zweiklick/admin")) {
            HttpResponse<byte[]> refused = site().get(path, "X-Test-Role", "datenschutz");
            assertThat(refused.statusCode()).isEqualTo(404);
            HttpResponse<byte[]> unknown = site().get("/zweiklick/nichts");
            assertThat(refused.body()).isEqualTo(unknown.body());
            assertThat(text(refused)).doesNotContain("foreign.example");
        }
    }

    @Test
    default void theRoleOfTheApplicationLetsIn() throws Exception {
        DeployedSite site = withAdmin("{\"role\": \"datenschutz\"}");
        assertThat(site.get(FINDINGS).statusCode()).isEqualTo(404);
        assertThat(site.get(FINDINGS, "X-Test-Role", "redaktion").statusCode()).isEqualTo(404);
        assertShown(site.get(FINDINGS, "X-Test-Role", "datenschutz", "Accept-Language", "en"));
    }

    @Test
    default void theAddressLetsInAfterTrustedForwarding() throws Exception {
        DeployedSite site = withAdmin("{\"addresses\": [\"10.1.0.0/16\"]}");
        assertThat(site.get(FINDINGS).statusCode()).isEqualTo(404);
        assertShown(site.get(FINDINGS, "X-Forwarded-For", "10.1.2.3"));
        assertShown(site.get(FINDINGS, "Forwarded", "for=10.1.2.3"));
        assertThat(site.get(FINDINGS, "X-Forwarded-For", "10.1.2.3, 203.0.113.9")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get(FINDINGS, "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=10.1.2.3")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    default void theProxysHeaderAloneCountsWhereItIsNamed() throws Exception {
        DeployedSite site = withAdmin("{\"addresses\": [\"10.1.0.0/16\"]}, \"forwarded\": \"x-forwarded\"");
        assertShown(
                site.get(FINDINGS, "X-Forwarded-For", "10.1.2.3", "Forwarded", "for=203.0.113.9;host=evil.example"));
        assertThat(site.get(FINDINGS, "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=10.1.2.3")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    default void headersThatContradictEachOtherGetNoPage() throws Exception {
        DeployedSite site = withAdmin("{\"addresses\": [\"10.1.0.0/16\"]}");
        HttpResponse<byte[]> refused =
                site.get("/static.html", "X-Forwarded-Proto", "http", "Forwarded", "host=evil.example");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).doesNotContain("evil.example").doesNotContain("foreign.example");
    }

    @Test
    default void bothMustHoldWhereBothAreSet() throws Exception {
        DeployedSite site = withAdmin("{\"role\": \"datenschutz\", \"addresses\": [\"10.1.0.0/16\"]}");
        assertThat(site.get(FINDINGS, "X-Forwarded-For", "10.1.2.3").statusCode())
                .isEqualTo(404);
        assertThat(site.get(FINDINGS, "X-Test-Role", "datenschutz").statusCode())
                .isEqualTo(404);
        assertShown(site.get(FINDINGS, "X-Forwarded-For", "10.1.2.3", "X-Test-Role", "datenschutz"));
    }

    private static void assertShown(HttpResponse<byte[]> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains("foreign.example", "{&quot;host&quot;: &quot;foreign.example&quot;");
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.headers().allValues("X-DNS-Prefetch-Control")).containsExactly("off");
        assertThat(page.headers().allValues(POLICY)).anyMatch(policy -> policy.startsWith("default-src 'none'"));
        assertThat(page.headers().map()).doesNotContainKey("etag");
        // It stands behind the application's own filters, and is no page to be judged.
        assertThat(header(page, "X-Csrf-Filter")).isEqualTo("asked");
        assertThat(text(page)).doesNotContain("/zweiklick/admin/findings</dd>");
    }

    private DeployedSite withAdmin(String admin) throws Exception {
        DeployedSite site = changing("{\"trustedProxies\": [\"127.0.0.1\", \"::1\"], \"admin\": " + admin + "}");
        site.get("/static.html");
        return site;
    }
}
