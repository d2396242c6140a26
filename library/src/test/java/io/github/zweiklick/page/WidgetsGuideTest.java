package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/rewriting.md} tells of widgets by name, with the services that come with the library. */
final class WidgetsGuideTest {
    private static final Rewriter BUNDLED = new Rewriter(Catalogue.bundled());
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| ([^|`]*) \\| `(<[^`]*)` \\| (?:(?:becomes )?`([^`]*)`|\\*\\*(\\w+)\\*\\*) \\| ?(\\w*) ?\\|$");

    private record Row(String met, String example, Optional<String> address, String outcome, String finding) {
        @Override
        public String toString() {
            return met;
        }
    }

    /** What came out of one page. */
    private record Outcome(String html, List<Finding> findings) {}

    private record Rewriter(Catalogue catalogue) {
        Outcome html(String before) {
            return html(before, Pages.OWN);
        }

        Outcome html(String before, OwnHosts own) {
            List<Finding> findings = new ArrayList<>();
            PageSource source = new PageSource(
                    before.getBytes(StandardCharsets.UTF_8),
                    Optional.of("text/html; charset=utf-8"),
                    WebUrl.parse("https://stadt.example/fest;jsessionid=A1?utm_source=brief#oben")
                            .orElseThrow(),
                    own,
                    "/zweiklick");
            Rewrite rewrite = new PageRewriter(catalogue, findings::add).rewrite(source, new Addressed());
            return new Outcome(
                    rewrite instanceof Rewrite.Rewritten rewritten
                            ? new String(rewritten.body(), StandardCharsets.UTF_8)
                            : before,
                    findings);
        }
    }

    private static String section() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "rewriting.md"));
        int start = guide.indexOf("\n## Share buttons");
        return guide.substring(start, guide.indexOf("\n## ", start + 1));
    }

    private static List<Row> rows() throws IOException {
        Matcher rows = ROW.matcher(section().replace("\\|", "\u00a6"));
        return rows.results()
                .map(row -> new Row(
                        row.group(1),
                        row.group(2).replace('\u00a6', '|'),
                        Optional.ofNullable(row.group(3)),
                        Optional.ofNullable(row.group(4)).orElse("link"),
                        row.group(5)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anExampleBecomesWhatTheGuideSays(Row row) {
        Outcome outcome = BUNDLED.html(row.example());

        switch (row.outcome()) {
            case "link" -> {
                String told = row.address().orElseThrow();
                assertThat(outcome.html()).contains(told.startsWith("<") ? told : "<z-l>" + Html.text(told) + "</z-l>");
            }
            case "nothing" -> assertThat(outcome.html()).isEmpty();
            case "stays" -> assertThat(outcome.html()).isEqualTo(row.example());
            case "box" -> assertThat(outcome.html()).contains("<z-b>");
            default -> throw new AssertionError(row.outcome());
        }
        assertThat(outcome.findings().stream().map(finding -> finding.kind().name()))
                .containsExactlyElementsOf(row.finding().isEmpty() ? List.of() : List.of(row.finding()));
    }

    @Test
    void everyRowIsRead() throws IOException {
        long lines = section().lines().filter(line -> line.startsWith("| ")).count();
        assertThat(rows()).hasSize((int) lines - 1);
    }

    @Test
    void aDeadPluginsFindingSaysWhatToDoInstead() {
        assertThat(BUNDLED.html("<div class=fb-comments></div>").findings())
                .singleElement()
                .extracting(Finding::remedy)
                .isEqualTo("Delete its code from the page."
                        + " Host comments on the site itself, or give an address to write to.");
    }

    @Test
    void aFontsFindingSaysHowToHostIt() {
        assertThat(BUNDLED.html("<link rel=stylesheet href='https://fonts.googleapis.com/css?family=Lato'>")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("fonts.googleapis.com (Google Fonts)");
                    assertThat(finding.remedy()).startsWith("Put the font files on the site itself");
                });
    }

    @Test
    void severalConsentToolsAreOneFinding() {
        String page = """
                <script src="https://consent.cookiebot.com/uc.js" data-cbid="1"></script>
                <script type="text/plain" data-cookieconsent="statistics">a();</script>
                <iframe data-cookieconsent="marketing" data-src="https://www.youtube.com/embed/abcdefghijk"></iframe>
                <script type="text/plain" data-usercentrics="Matomo">b();</script>
                """;

        assertThat(BUNDLED.html(page).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CONSENT_TOOL);
            assertThat(finding.message())
                    .contains("Cookiebot, Usercentrics")
                    .contains("the tool itself comes from consent.cookiebot.com and was disarmed");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "www.google.com|<div class=g-recaptcha></div><script src='https://www.google.com/recaptcha/api.js'></script>",
                "stadt.matomo.cloud|<script>_paq.push(['setTrackerUrl', 'https://stadt.matomo.cloud/matomo.php']);</script>",
                "*.ampproject.org|<style amp-boilerplate>body{animation:-amp-start 8s}</style>",
                "frage.cookiebot.com|<script src='https://frage.cookiebot.com/uc.js'></script>"
            })
    void whatIsDeclaredOwnIsLeftToThePage(String own, String page) {
        Outcome outcome = BUNDLED.html(page, new OwnHosts(List.of("stadt.example", own)));

        assertThat(outcome.html()).isEqualTo(page);
        assertThat(outcome.findings()).isEmpty();
    }

    @Test
    void aWrappingIsLeft() {
        assertThat(BUNDLED.html("<div class=social><div class=fb-like></div></div>")
                        .html())
                .isEqualTo("<div class=social></div>");
    }

    /** Tells the address of each link. */
    private static final class Addressed implements PageMarkup {
        @Override
        public Placeholder placeholder(Embed embed, Occurrence where) {
            return new Placeholder(Html.literal("<z-p>"), Html.literal("</z-p>"));
        }

        @Override
        public Html blockedFrame(String host, String address, Occurrence where) {
            return new HtmlBuilder().open("z-b").text(host).close().toHtml();
        }

        @Override
        public Html plainLink(Embed embed, Occurrence where) {
            return new HtmlBuilder().open("z-l").text(embed.original()).close().toHtml();
        }

        @Override
        public Html refreshLink(String address, Occurrence where) {
            return Html.EMPTY;
        }

        @Override
        public Html guard(BooleanSupplier scripts, boolean whole) {
            return Html.EMPTY;
        }

        @Override
        public Html head() {
            return Html.EMPTY;
        }

        @Override
        public Html form() {
            return Html.EMPTY;
        }
    }
}
