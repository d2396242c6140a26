package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A site that has its pages' Shariff rendered here, as visitors get them. */
final class ShariffSiteTest {
    private static final WebUrl PAGE =
            WebUrl.parse("https://www.musterstadt.example/fest").orElseThrow();
    private static final String BEFORE = """
            <!DOCTYPE html>
            <html lang="de"><head><title>Stadtfest</title><link href="/shariff.min.css" rel="stylesheet"></head>
            <body>
            <div class="shariff" data-services="[&quot;twitter&quot;,&quot;mail&quot;,&quot;info&quot;]" data-theme="white"></div>
            <p>Kommt alle!<div class="shariff" data-orientation="vertical" data-services='["mail"]'></div>
            <script src="/shariff.min.js"></script>
            </body></html>
            """;

    /** Without the guard, which goes before the scripts of any page, its own among them. */
    private final Zweiklick zweiklick = Zweiklick.of(
            Configuration.parse("{\"guard\": \"never\", \"shares\": {\"shariff\": true}}", "zweiklick.json"));

    private Rewrite page(String html) {
        return zweiklick
                .protection(PAGE, "")
                .page(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), List.of());
    }

    private String rewritten(String html) {
        return page(html) instanceof Rewrite.Rewritten after ? new String(after.body(), StandardCharsets.UTF_8) : html;
    }

    @Test
    void visitorsGetTheBarsWhole() {
        Document page = Jsoup.parse(rewritten(BEFORE));
        List<Element> bars = page.select("zweiklick-share[data-state=shown]");
        assertThat(bars).hasSize(2);
        assertThat(bars.get(0).select("li a.zweiklick-link").eachText())
                .satisfiesExactly(
                        x -> assertThat(x).startsWith("X "),
                        mail -> assertThat(mail).startsWith("E-Mail"),
                        more -> assertThat(more).isNotBlank());
        assertThat(bars.get(1).hasAttr("data-vertical")).isTrue();
        assertThat(bars.get(1).select("li a.zweiklick-link")).hasSize(2);
        assertThat(bars).noneMatch(bar -> bar.closest("p") != null);
        assertThat(page.select("script[src=/shariff.min.js]")).hasSize(1);
        assertThat(page.select(".shariff")).as("what its script looks for").isEmpty();
        assertThat(zweiklick.findings()).isEmpty();
    }

    /** But what might be forged controls is disarmed, as in any page that comes in. */
    @Test
    void onceMoreMakesNoBarOfABar() {
        String once = rewritten(BEFORE);
        assertThat(rewritten(once).replace("data-zweiklick-data-zweiklick", "data-zweiklick"))
                .isEqualTo(once);
    }

    @Test
    void withoutTheSettingItIsTheSitesOwn() {
        assertThat(Zweiklick.create()
                        .protection(PAGE, "")
                        .page(BEFORE.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"), List.of()))
                .isInstanceOfSatisfying(
                        Rewrite.Rewritten.class,
                        rewritten -> assertThat(new String(rewritten.body(), StandardCharsets.UTF_8))
                                .contains("<div class=\"shariff\" data-orientation=\"vertical\"")
                                .doesNotContain("zweiklick-share"));
    }
}
