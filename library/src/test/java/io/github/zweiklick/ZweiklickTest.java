package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.HeaderVerdict;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The façade with the bundled catalogue: what a web application gets. */
final class ZweiklickTest {
    private static final String ORIGIN = "https://www.musterstadt.example";
    private static final WebUrl PAGE = address("/aktuelles");
    private static final Optional<String> HTML = Optional.of("text/html; charset=utf-8");
    private static final String VIDEO =
            "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\" width=560 height=315></iframe>";

    private final Zweiklick zweiklick = Zweiklick.create();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            facebook | post | www.facebook.com | <div id="fb-root"></div><script async defer src="https://connect.facebook.net/de_DE/sdk.js#xfbml=1&version=v19.0"></script><div class="fb-post" data-href="https://www.facebook.com/StadtMusterstadt/posts/4711"></div>
            facebook | page | www.facebook.com | <iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2FStadtMusterstadt&tabs=timeline" width="340" height="500"></iframe>
            x | post | platform.twitter.com | <blockquote class="twitter-tweet"><p lang="de">Heute Markt.</p><a href="https://twitter.com/Musterstadt/status/1310340867681648640">1. Mai</a></blockquote><script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>
            instagram | post | www.instagram.com | <blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/CEB9e9cnKyS/"><a href="https://www.instagram.com/p/CEB9e9cnKyS/">Bild</a></blockquote><script async src="//www.instagram.com/embed.js"></script>
            youtube | video | www.youtube-nocookie.com | <iframe width="560" height="315" src="https://www.youtube.com/embed/dQw4w9WgXcQ?start=90" title="Rundgang" allowfullscreen></iframe>
            vimeo | video | player.vimeo.com | <iframe src="https://player.vimeo.com/video/67503661?h=0a1b2c3d4e"></iframe><script src="https://player.vimeo.com/api/player.js"></script>
            mastodon | post | social.bund.de | <iframe src="https://social.bund.de/@Musterstadt/117186566559767748/embed" class="mastodon-embed" width="400"></iframe><script src="https://social.bund.de/embed.js" async="async"></script>
            bluesky | post | embed.bsky.app | <blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:sgdhwgqd2ulz4zf5i4n4clnd/app.bsky.feed.post/3lcpru2e25f2j"><p lang="de">Guten Morgen</p></blockquote><script async src="https://embed.bsky.app/static/embed.js" charset="utf-8"></script>
            google-maps | place | www.google.com | <iframe src="https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d2521.68!2d4.369787!3d50.79993!2m3!1f0!2f0!3f0!3m2!1i1024!2i768!4f13.1!3m3!1m2!1s0x47c3%3A0xd5bf!2sRathaus!5e0!3m2!1sde!2sde" width="600" height="450"></iframe>
            openstreetmap | map | www.openstreetmap.org | <iframe width="425" height="350" src="https://www.openstreetmap.org/export/embed.html?bbox=18.747%2C49.193%2C18.776%2C49.210&amp;layer=mapnik"></iframe>
            """)
    void aPastedCodeBecomesAPlaceholderInsideAnAuthorsForm(String service, String kind, String host, String code) {
        String before = "<!DOCTYPE html><html lang=de><head><title>Markt</title></head><body><h1>Markt</h1>"
                + "<form action=/suche>vorher " + code + " nachher</form></body></html>";

        String after = protectedPage(before);

        Document page = Jsoup.parse(after, ORIGIN);
        Element embed = page.expectFirst("zweiklick-embed");
        assertThat(page.select("zweiklick-embed")).hasSize(1);
        assertThat(embed.attr("data-service")).isEqualTo(service);
        assertThat(embed.attr("data-state")).isEqualTo("placeholder");
        assertThat(page.body().child(0).id()).isEqualTo("zweiklick-form");
        assertThat(page.body().child(0).tagName()).isEqualTo("form");
        Element once = embed.expectFirst("button[name=scope][value=once]");
        Element remember = embed.expectFirst("button[name=scope][value=remember]");
        assertThat(once.hasAttr("hidden")).isFalse();
        assertThat(remember.hasAttr("hidden")).isTrue();
        for (Element button : List.of(once, remember)) {
            assertThat(button.attr("form")).isEqualTo("zweiklick-form");
            assertThat(button.attr("formmethod")).isEqualTo("post");
            assertThat(button.attr("formtarget")).isEqualTo("zweiklick-1");
            assertThat(button.attr("formaction"))
                    .startsWith("/zweiklick/airlock?service=" + service + "&embed=" + kind + "&c.")
                    .endsWith("&notice=" + embed.attr("data-notice") + "&lang=de");
        }
        assertThat(page.select("script[src^=http], script[src^=//], iframe[src], link[href^=http]"))
                .isEmpty();
        assertThat(after)
                .contains("vorher ", " nachher</form><nav class=\"zweiklick-entry\"", "</a></nav></body></html>");
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(after)).isTrue();

        Reply airlock = click(once.attr("formaction"));
        assertThat(airlock.status()).isEqualTo(200);
        Element frame = Jsoup.parse(text(airlock)).expectFirst("iframe#service");
        assertThat(frame.attr("src")).startsWith("https://" + host + "/");
        assertThat(value(airlock, "Content-Security-Policy")).contains("frame-src https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nur Text",
                "<!DOCTYPE html><title>Amt</title><link rel=stylesheet href=/stil.css>"
                        + "<img src=https://musterstadt.example/wappen.svg><a href=https://www.facebook.com/Stadt>Seite</a>"
            })
    void aPageWithNothingForeignGoesOutAsTheVeryBytes(String page) {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        byte[] copy = body.clone();

        Rewrite rewrite = protection().page(body, HTML, List.of());

        assertThat(rewrite).isEqualTo(new Rewrite.Unchanged(Optional.of(StandardCharsets.UTF_8)));
        assertThat(body).isEqualTo(copy);
    }

    @Test
    void aPageWithAScriptGetsTheGuardAndNothingElse() {
        String page = "<!DOCTYPE html><html><head><title>Amt</title><script src=/a.js></script></head></html>";

        Rewrite rewrite = protection().page(bytes(page), HTML, List.of());

        assertThat(rewrite).isInstanceOf(Rewrite.Rewritten.class);
        String after = new String(((Rewrite.Rewritten) rewrite).body(), StandardCharsets.UTF_8);
        assertThat(after).startsWith("<!DOCTYPE html><html><head><script data-own=\"^(");
        assertThat(after.replaceFirst("(?s)<script data-own=[^>]*>.*?</script>", ""))
                .isEqualTo(page);
    }

    @Test
    void twoVisitorsGetTheSameBytes() {
        String page = "<!DOCTYPE html><body><p>" + VIDEO + "</p><script src=//zaehler.example/z.js></script>";
        Rewrite first = protection().page(bytes(page), HTML, List.of());
        click(Jsoup.parse(body(first)).expectFirst("button[value=remember]").attr("formaction"));

        Rewrite second = protection().page(bytes(page), HTML, List.of());
        Rewrite fromAnotherInstance = Zweiklick.create().protection(PAGE, "").page(bytes(page), HTML, List.of());

        assertThat(body(second)).isEqualTo(body(first));
        assertThat(body(fromAnotherInstance)).isEqualTo(body(first));
        assertThat(protection().headers()).isEqualTo(protection().headers());
    }

    @Test
    void foreignHintsInHeadersAreJudged() {
        Protection protection = protection();

        assertThat(protection.judge("Link", "<https://netz.example>; rel=preconnect"))
                .isInstanceOf(HeaderVerdict.Refuse.class);
        assertThat(protection.judge("Link", "</stil.css>; rel=preload; as=style, <//netz.example>; rel=preconnect"))
                .isEqualTo(new HeaderVerdict.Replace("</stil.css>; rel=preload; as=style"));
        assertThat(protection.judge("X-Beliebig", "https://netz.example/")).isInstanceOf(HeaderVerdict.Keep.class);
        assertThat(zweiklick.findings()).isNotEmpty();
    }

    @Test
    void bodiesThatBrowsersShowAreRead() {
        Protection protection = protection();
        assertThat(List.of("text/html", "TEXT/HTML;charset=x", "application/xhtml+xml", "image/svg+xml"))
                .allMatch(type -> protection.isPage(Optional.of(type)));
        assertThat(protection.isPage(Optional.empty())).isTrue();
        assertThat(List.of("application/json", "text/css", "image/png", "text/javascript"))
                .noneMatch(type -> protection.isPage(Optional.of(type)));
    }

    @Test
    void whatCannotBeExaminedIsWithheldAndReported() {
        Rewrite rewrite = protection().page(unexaminable(), Optional.of("image/svg+xml"), List.of());

        assertThat(rewrite).isInstanceOf(Rewrite.Withheld.class);
        assertThat(zweiklick.findings()).extracting(Finding::kind).contains(Finding.Kind.UNPROTECTED_PAGE);
        Reply instead = protection().withheld();
        assertThat(instead.status()).isEqualTo(500);
        assertThat(text(instead)).contains("<h1").doesNotContain("netz.example");
    }

    @Test
    void operatorsMayLetItPass() {
        try (Zweiklick passing = Zweiklick.of(Configuration.parse("{\"onFailure\": \"pass\"}", "zweiklick.json"))) {
            Rewrite rewrite =
                    passing.protection(PAGE, "").page(unexaminable(), Optional.of("image/svg+xml"), List.of());

            assertThat(rewrite).isEqualTo(new Rewrite.Unchanged(Optional.empty()));
            assertThat(passing.findings()).extracting(Finding::kind).contains(Finding.Kind.UNPROTECTED_PAGE);
        }
    }

    @Test
    void templatesGetAPlaceholderForAnAddress() {
        Zweiklick.EmbedMarkup markup = zweiklick
                .embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "en", 3, "/stadt")
                .orElseThrow();

        Element embed = Jsoup.parseBodyFragment(markup.placeholder()).expectFirst("zweiklick-embed#zweiklick-3");
        assertThat(embed.attr("lang")).isEqualTo("en");
        assertThat(embed.expectFirst("button[value=once]").attr("formaction"))
                .startsWith("/stadt/zweiklick/airlock?service=youtube&embed=video&c.id=dQw4w9WgXcQ&notice=");
        assertThat(markup.form()).contains("id=\"zweiklick-form\"");
        assertThat(markup.head()).contains("/stadt/zweiklick/assets/");
        assertThat(zweiklick.embed("https://netz.example/1", "de", 1, "")).isEmpty();
        assertThat(zweiklick.embed("gar keine Adresse", "de", 1, "")).isEmpty();
    }

    @Test
    void pathsAreOursOrExcludedByWholeSegments() {
        Zweiklick configured = Zweiklick.of(
                Configuration.parse("{\"base\": \"/datenschutz/klick\", \"exclude\": [\"/intern\"]}", "z.json"));

        assertThat(configured.isEndpoint("/datenschutz/klick/airlock")).isTrue();
        assertThat(configured.isEndpoint("/datenschutz/klicker")).isFalse();
        assertThat(configured.isEndpoint("/zweiklick/airlock")).isFalse();
        assertThat(configured.isExcluded("/intern")).isTrue();
        assertThat(configured.isExcluded("/intern/seite")).isTrue();
        assertThat(configured.isExcluded("/internet")).isFalse();
        assertThat(configured.isExcluded("/")).isFalse();
        assertThat(zweiklick.isExcluded("/intern")).isFalse();
    }

    @Test
    void onlyCountsThatNobodyLeavesAloneAreAtHand() {
        assertThat(zweiklick.isAtHand("/zweiklick/shares")).isTrue();
        assertThat(zweiklick.isAtHand("/zweiklick/share")).isFalse();
        assertThat(zweiklick.isAtHand("/zweiklick/shares/")).isFalse();
        assertThat(zweiklick.isAtHand("/shares")).isFalse();
        assertThat(zweiklick.isAtHand("/anderswo/shares")).isFalse();
        for (String left : List.of("/zweiklick", "/zweiklick/shares", "intern.stadt.example")) {
            Zweiklick leaving = Zweiklick.of(Configuration.parse("{\"exclude\": [\"" + left + "\"]}", "z.json"));
            assertThat(leaving.isAtHand("/zweiklick/shares")).isFalse();
        }
    }

    @Test
    void theSummaryNamesWhatIsProtectedAndWhatIsMissing() {
        assertThat(zweiklick.summary())
                .contains("YouTube", "Mastodon", "endpoints below /zweiklick", "\"controller\": ", "\"origin\": ");
        Configuration complete = Configuration.parse(
                "{\"controller\": \"Stadt Musterstadt\", \"origin\": \"https://www.musterstadt.example\","
                        + " \"officer\": \"x\", \"authority\": \"y\", \"archive\": \"/var/lib/zweiklick\"}",
                "z.json");
        assertThat(Zweiklick.of(complete).summary()).doesNotContain("missing:");
    }

    @Test
    void whatIsNeitherKnownNorOwnIsDisarmedAndFound() {
        String after = protectedPage("<!DOCTYPE html><body><script src=https://zaehler.example/z.js></script>"
                + "<iframe src=https://wetter.example/box></iframe>");

        Document page = Jsoup.parse(after);
        assertThat(page.select("[src^=https]")).isEmpty();
        assertThat(page.select("script[data-zweiklick-blocked=zaehler.example]"))
                .hasSize(1);
        assertThat(page.select("a[href=https://wetter.example/box]")).hasSize(1);
        assertThat(zweiklick.findings()).anyMatch(finding -> finding.toString().contains("zaehler.example"));
    }

    @Test
    void enforcedTheAirlockListsItsServiceOnly() {
        Zweiklick enforcing = Zweiklick.of(Configuration.parse("{\"connectionAllowlist\": \"enforce\"}", "z.json"));
        String page =
                body(enforcing.protection(PAGE, "").page(bytes("<!DOCTYPE html><body>" + VIDEO), HTML, List.of()));
        String action = Jsoup.parse(page).expectFirst("button[value=once]").attr("formaction");

        assertThat(value(click(enforcing, action), "Connection-Allowlist"))
                .isEqualTo("(response-origin \"https://www.youtube-nocookie.com\");redirects=allow");
        assertThat(click(zweiklick, action).headers())
                .noneMatch(line -> line.name().startsWith("Connection-Allowlist"));
    }

    private Protection protection() {
        return zweiklick.protection(PAGE, "");
    }

    private String protectedPage(String page) {
        return body(protection().page(bytes(page), HTML, List.of()));
    }

    private Reply click(String formAction) {
        return click(zweiklick, formAction);
    }

    private static Reply click(Zweiklick asked, String formAction) {
        Map<String, String> headers = Map.of(
                "content-type", "application/x-www-form-urlencoded",
                "sec-fetch-site", "same-origin",
                "sec-fetch-user", "?1",
                "sec-ch-ua", "\"Chromium\";v=\"150\"",
                "origin", ORIGIN);
        return asked.answer(
                new Request(
                        "POST",
                        "/airlock",
                        address(formAction),
                        name -> Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT))),
                        bytes("scope=once")),
                "");
    }

    /** An entity that is markup: what a parser makes of it is its own affair. */
    private static byte[] unexaminable() {
        return bytes("<!DOCTYPE svg [<!ENTITY e '<image href=\"//netz.example/\"/>'>]><svg>&e;</svg>");
    }

    private static String body(Rewrite rewrite) {
        assertThat(rewrite).isInstanceOf(Rewrite.Rewritten.class);
        return new String(((Rewrite.Rewritten) rewrite).body(), StandardCharsets.UTF_8);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String value(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HeaderLine::value)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static WebUrl address(String target) {
        return WebUrl.parse(ORIGIN + target).orElseThrow();
    }
}
