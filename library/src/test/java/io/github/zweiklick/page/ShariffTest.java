package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.Finding.Kind;
import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shariff's {@code <div class="shariff">} in a page, by both ways. */
final class ShariffTest {
    private static final ShareSettings ON = new ShareSettings(List.of(), true, CountSettings.none());
    private static final String HTML = "text/html; charset=utf-8";
    private static final String XHTML = "application/xhtml+xml; charset=utf-8";
    private static final String PAGE = "https://www.stadt.example/rathaus";

    private final Set<Finding> findings = new LinkedHashSet<>();
    private ShareSettings settings = ON;

    private static String html(String body) {
        return "<!doctype html><html lang=de><head><title>Rathaus</title></head><body>" + body + "</body></html>";
    }

    private static PageSource source(String page, String type) {
        return new PageSource(
                page.getBytes(StandardCharsets.UTF_8),
                Optional.of(type),
                WebUrl.parse(PAGE).orElseThrow(),
                Pages.OWN,
                "/zweiklick");
    }

    private String rewritten(String page, String type, Bars bars, boolean exact) {
        PageRewriter rewriter = exact
                ? PageRewriter.exact(Catalogue.bundled(), settings, findings::add)
                : new PageRewriter(Catalogue.bundled(), settings, findings::add);
        PageSource source = source(page, type);
        Rewrite rewrite = rewriter.rewrite(source, bars);
        return rewrite instanceof Rewrite.Rewritten after ? new String(after.body(), StandardCharsets.UTF_8) : page;
    }

    private void becomes(String before, String after) {
        String page = after.equals(before) ? html(after) : html(after).replace("<head>", "<head>[head]");
        for (boolean exact : new boolean[] {false, true}) {
            assertThat(rewritten(html(before), HTML, new Bars(), exact)).isEqualTo(page);
            assertThat(rewritten(page, HTML, new Bars(), exact)).as("once more").isEqualTo(page);
        }
    }

    private ShareBar bar(String attributes) {
        String page = html("<div class=shariff " + attributes + "></div>");
        Bars fast = new Bars();
        Bars exact = new Bars();
        assertThat(rewritten(page, HTML, fast, false)).isEqualTo(rewritten(page, HTML, exact, true));
        assertThat(fast.bars).hasSize(1);
        assertThat(exact.bars).isEqualTo(fast.bars);
        return fast.bars.get(0);
    }

    private static List<String> ids(ShareBar bar) {
        return bar.links().stream().map(link -> link.service().id()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=shariff></div>",
                "<div class=\"shariff\" data-backend-url=\"/shariff/\" data-services='[\"twitter\"]'></div>"
            })
    void staysWhereTheSiteDoesNotSayOtherwise(String markup) {
        settings = ShareSettings.defaults();
        becomes(markup, markup);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <div class=shariff></div>                                   | <div>[FLOW de]</div>
            <DIV data-x CLASS='a  shariff	b'>x</DIV>y                  | <div>[FLOW de]</div>y
            <div class="shar&#105;ff"></div>                            | <div>[FLOW de]</div>
            <div id=a class=shariff lang=tr>x</div>                     | <div>[FLOW tr]</div>
            <section><div>a<div class=shariff></div>b</div></section>   | <section><div>a<div>[FLOW de]</div>b</div></section>
            <p>a<div class=shariff></div>b                              | <p>a<div>[FLOW de]</div>b
            <a href=/x>a<div class=shariff></div>b</a>                  | <a href=/x>a</a><div>[FLOW de]</div>b</a>
            <ul><li><div class=shariff></div></ul>                      | <ul><li><div>[FLOW de]</div></ul>
            <button><div class=shariff></div></button>                  | <button><div>[INERT de]</div></button>
            <noscript><div class=shariff></div></noscript>              | <noscript><div>[NOSCRIPT de]</div></noscript>
            <div class=shariff><div class=shariff></div></div>          | <div>[FLOW de]</div>
            <div class=shariff></div><p>a<div class=shariff></div>      | <div>[FLOW de]</div><p>a<div>[FLOW de]</div>
            """)
    void becomesABarWhereverItStands(String before, String after) {
        becomes(before, after);
    }

    /** What its script has put in, as a saved page has it, goes with it, contacts included. */
    @Test
    void isReplacedWithAllItHolds() {
        becomes("""
                <h1>Rathaus</h1>
                <div class="shariff" data-services='["facebook"]'><ul class="theme-color orientation-horizontal">
                  <li class="shariff-button facebook"><a href="https://www.facebook.com/sharer/sharer.php?u=x" data-rel="popup"><img src="https://netz.example/f.png"></a></li>
                </ul></div>
                <p>Ende</p>
                """, """
                <h1>Rathaus</h1>
                <div>[FLOW de]</div>
                <p>Ende</p>
                """);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul><li class='shariff-button facebook'><a href=https://www.facebook.com/sharer/sharer.php?u=x>a</a></ul>",
                "<div class=shariff-box></div><div id=shariff></div><div class=Shariff></div>",
                "<section class=shariff></section><shariff class=shariff></shariff>",
                "<script src=/shariff.min.js></script><link rel=stylesheet href=/shariff.min.css>",
                "<div data-class=shariff>shariff</div>",
                "<!-- <div class=shariff></div> --><textarea><div class=shariff></div></textarea>",
                // Whatever follows would be inside.
                "<div class=shariff><p>Ende"
            })
    void nothingElseIsTouched(String markup) {
        becomes(markup, markup);
    }

    @Test
    void standsInXhtmlAsWell() {
        String before = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>a</title></head><body>"
                + "<p>a<div class=\"shariff\"/></p></body></html>";
        assertThat(rewritten(before, XHTML, new Bars(), false))
                .isEqualTo(before.replace("<head>", "<head>[head]")
                        .replace("<div class=\"shariff\"/>", "<div>[PHRASING ]</div>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                  | x facebook
            data-services=""                                                    | x facebook
            data-services='["mail","whatsapp","twitter"]'                       | email whatsapp x
            data-services="[&quot;vk&quot;, &#34;weibo&#34;,&#x22;xing&#x22;]"  | vk-widgets weibo-widgets xing
            DATA-SERVICES=["fediverse","threema"]                               | mastodon threema
            data-services='["x","twitter","bluesky"]'                           | x bluesky
            data-services='["info","print","clipboard","reddit"]'               | reddit
            data-services='[]'                                                  | ``
            data-services='["telegram"]' data-services='["mail"]'               | telegram
            """)
    void namesServicesByShariffsNames(String attributes, String ids) {
        assertThat(String.join(" ", ids(bar(attributes)))).isEqualTo(ids);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            facebok     | "facebok"     | Write "facebook"
            twiter      | "twiter"      | Write "twitter"
            diaspora    | "diaspora"    | docs/catalogue.md
            Mail        | "Mail"        | "mail"
            flattr      | any more (Flattr ended its button) | Delete it
            stumbleupon | StumbleUpon ended in June 2018     | Delete it
            """)
    void saysWhatIsLeftOut(String name, String message, String remedy) {
        assertThat(ids(bar("data-services='[\"" + name + "\",\"mail\"]'"))).containsExactly("email");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN_SERVICE);
            assertThat(finding.message())
                    .startsWith("A <div class=\"shariff\"> names ")
                    .contains(message);
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facebook,twitter",
                "[facebook]",
                "[\"mail\"",
                "[\"mail\"] x",
                "{\"mail\":1}",
                "null",
                "\"mail\"",
                "[\"a\\"
            })
    void theUsualServicesStandWhereTheListIsNone(String services) {
        settings = new ShareSettings(List.of("mastodon", "email"), true, CountSettings.none());
        assertThat(ids(bar("data-services='" + services + "'"))).containsExactly("mastodon", "email");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNREADABLE_EMBED);
            assertThat(finding.message()).endsWith(services);
        });
    }

    @Test
    void whatIsNoNameInTheListIsUnknown() {
        assertThat(ids(bar("data-services='[1,[\"x\"],null,\"mail\"]'"))).containsExactly("email");
        assertThat(findings).hasSize(3).allMatch(finding -> finding.kind() == Kind.UNKNOWN_SERVICE);
    }

    @Test
    void sharesWhatItSays() {
        ShareBar bar = bar("data-url=/fest data-title='Fest &amp; Markt' data-media-url=f.png data-orientation=vertical"
                + " data-services='[\"pinterest\"]' data-theme=grey data-lang=en");
        assertThat(bar.shared().address()).isEqualTo("https://www.stadt.example/fest");
        assertThat(bar.shared().title()).hasValue("Fest & Markt");
        assertThat(bar.shared().media()).hasValue("https://www.stadt.example/f.png");
        assertThat(bar.vertical()).isTrue();
        assertThat(bar.small()).isFalse();
        assertThat(bar.counts()).isFalse();
        assertThat(ids(bar)).containsExactly("pinterest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data-url=null data-title=null data-media-url=null", "data-url=https://netz.example/"})
    void sharesThePageWhereItSaysNothing(String attributes) {
        ShareBar bar = bar(attributes);
        assertThat(bar.shared().address()).isEqualTo(PAGE);
        assertThat(bar.shared().title()).hasValue("Rathaus");
        assertThat(bar.shared().media()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                  | false | false
            data-button-style=standard data-backend-url=/s/     | false | true
            data-button-style=icon data-backend-url=/s/         | true  | false
            data-button-style=icon-count data-backend-url=/s/   | true  | true
            data-button-style=icon-count                        | true  | false
            data-backend-url=null                               | false | false
            data-backend-url                                    | false | false
            """)
    void isSmallWithIconsAndCountsWithABackend(String attributes, boolean small, boolean counts) {
        ShareBar bar = bar(attributes);
        assertThat(bar.small()).isEqualTo(small);
        assertThat(bar.counts()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            data-mail-subject=Stadtfest | mailto:?subject=Stadtfest&body=%s | https://x.com/intent/tweet?text=Rathaus&url=%s
            data-twitter-via=stadt      | mailto:?subject=Rathaus&body=%s   | https://x.com/intent/tweet?text=Rathaus&url=%s&via=stadt
            data-twitter-via='a&b=c'    | mailto:?subject=Rathaus&body=%s   | https://x.com/intent/tweet?text=Rathaus&url=%s
            data-mail-body=x data-mail-url=mailto:amt@stadt.example data-referrer-track=?x=1 | mailto:?subject=Rathaus&body=%s | https://x.com/intent/tweet?text=Rathaus&url=%s
            """)
    void saysToOneServiceWhatItsLinkTakes(String attributes, String mail, String x) {
        String page = "https%3A%2F%2Fwww.stadt.example%2Frathaus";
        assertThat(bar("data-services='[\"mail\",\"twitter\"]' " + attributes).links())
                .extracting(link -> link.address().orElseThrow())
                .containsExactly(mail.formatted(page), x.formatted(page));
    }

    @Test
    void isTheFastWaysBusiness() {
        PageSource source = source(html("<p>a</p><div class=shariff></div>"), HTML);
        Recognition recognition = new Recognition(Catalogue.bundled(), ON);
        List<Finding> found = new ArrayList<>();
        Session session = new Session(recognition, source, new Bars());
        assertThat(new FastWay(recognition, TreeMemory.OF_APPLICATION)
                        .rewrite(
                                session,
                                EncodingSniffer.sniff(
                                        source.body(), MediaType.of(source.contentType(), source.body()))))
                .hasValueSatisfying(rewrite -> assertThat(rewrite).isInstanceOf(Rewrite.Rewritten.class));
        session.flush(found::add);
        assertThat(found).isEmpty();
    }

    @Test
    void isNoTagToLookAtWhereItStays() {
        assertThat(new Recognition(Catalogue.bundled()).classes()).doesNotContain("shariff");
        assertThat(new Recognition(Catalogue.bundled(), ON).classes()).contains("shariff");
    }

    @Test
    void isToldWhereNothingIsDone() {
        PageSource source = source(html("<div class=shariff></div>"), HTML);
        Rewrite unused = new PageRewriter(Catalogue.bundled(), ON, findings::add).observe(source, new Bars());
        assertThat(unused).isNotNull();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REPLACEMENT);
            assertThat(finding.message()).contains("would become links");
        });
    }
}
