package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The header lines of responses, and what an enforced list of connections makes of a page. */
final class ConnectionListTest {
    private static final String ORIGIN = "https://www.musterstadt.example";
    private static final WebUrl PAGE = WebUrl.parse(ORIGIN + "/aktuelles").orElseThrow();
    private static final Optional<String> HTML = Optional.of("text/html; charset=utf-8");
    private static final String VIDEO =
            "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\" width=560 height=315></iframe>";

    @Test
    void everyResponseCarriesTheLinesOfTheGuide() {
        assertThat(Zweiklick.create().protection(PAGE, "").headers())
                .containsExactly(
                        new HeaderLine(
                                "Content-Security-Policy",
                                "default-src 'self' www.musterstadt.example:* musterstadt.example:* 'unsafe-inline' 'unsafe-eval'"
                                        + " data: blob:; frame-src 'self' www.musterstadt.example:* musterstadt.example:* blob:;"
                                        + " object-src 'self' www.musterstadt.example:* musterstadt.example:*; base-uri 'self';"
                                        + " report-uri /zweiklick/reports; report-to zweiklick"),
                        new HeaderLine("X-DNS-Prefetch-Control", "off"),
                        new HeaderLine("Reporting-Endpoints", "zweiklick=\"/zweiklick/reports\""),
                        new HeaderLine(
                                "Connection-Allowlist-Report-Only",
                                "(response-origin \"*://www.musterstadt.example:*\" \"*://musterstadt.example:*\")"
                                        + ";redirects=allow;report-to=zweiklick"));
        assertThat(Zweiklick.create().protection(PAGE, "").otherHeaders()).isEmpty();
    }

    @Test
    void enforcedThePageListsItsLinksAndLeadsToNetworksByWayOfTheSite() {
        Zweiklick enforcing = Zweiklick.of(Configuration.parse("{\"connectionAllowlist\": \"enforce\"}", "z.json"));
        String page = "<!DOCTYPE html><html><head><title>x</title></head><body>" + VIDEO
                + "<a href=https://www.facebook.com/Stadt>F</a><a href=https://verein.example/>V</a>"
                + "<iframe src=https://wetter.example/box></iframe></body></html>";

        Protection protection = enforcing.protection(PAGE, "");
        Protection.PageOutcome outcome = protection.examine(bytes(page), HTML, List.of("script-src 'nonce-abc'"));

        String own = "(response-origin \"*://www.musterstadt.example:*\" \"*://musterstadt.example:*\"";
        String end = ");redirects=allow;report-to=zweiklick";
        assertThat(outcome.headers())
                .containsExactly(new HeaderLine("Connection-Allowlist", own + " \"*://verein.example:*\"" + end));
        assertThat(protection.otherHeaders()).containsExactly(new HeaderLine("Connection-Allowlist", own + end));
        assertThat(protection.headers()).noneMatch(line -> line.name().startsWith("Connection-Allowlist"));
        assertThat(protection.unexaminedHeaders())
                .containsExactly(new HeaderLine("Connection-Allowlist-Report-Only", own + end));

        Document after = Jsoup.parse(body(outcome.rewrite()), ORIGIN);
        assertThat(after.select("a[href^=http]"))
                .extracting(a -> a.attr("href"))
                .containsExactly("https://verein.example/");
        assertThat(after.select("a[href^=/zweiklick/out?to=https%3A%2F%2F]")).hasSizeGreaterThan(3);
        Element script = after.expectFirst("head > script");
        assertThat(script.attr("src")).startsWith("/zweiklick/assets/links-");
        assertThat(script.attr("nonce")).isEqualTo("abc");
        assertThat(script.hasAttr("defer")).isTrue();
        assertThat(script.attr("data-hosts")).isEqualTo("www.musterstadt.example musterstadt.example verein.example");
    }

    @Test
    void offThereIsNeitherListNorReports() {
        Zweiklick off = Zweiklick.of(Configuration.parse("{\"connectionAllowlist\": \"off\"}", "z.json"));
        assertThat(off.protection(PAGE, "").headers().toString()).doesNotContain("Allowlist", "report", "Reporting");
        assertThat(off.protection(PAGE, "").unexaminedHeaders()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String body(Rewrite rewrite) {
        assertThat(rewrite).isInstanceOf(Rewrite.Rewritten.class);
        return new String(((Rewrite.Rewritten) rewrite).body(), StandardCharsets.UTF_8);
    }
}
