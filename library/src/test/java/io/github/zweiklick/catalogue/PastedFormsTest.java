package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as editors paste them. */
class PastedFormsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<div class='fb-post x' data-href='https://www.facebook.com/Stadt/posts/1' data-width='100%' data-show-text='true'></div>|post|https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2FStadt%2Fposts%2F1&show_text=true",
                "<fb:post href='https://www.facebook.com/Stadt/posts/1' width='500px'></fb:post>|post|https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2FStadt%2Fposts%2F1&width=500",
                "<div class='fb-video' data-href='https://www.facebook.com/Stadt/videos/1/' data-width='500'></div>|video|https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2FStadt%2Fvideos%2F1%2F&width=500",
                "<div class='fb-page' data-href='https://www.facebook.com/Stadt' data-tabs='' data-small-header='true'></div>|page|https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2FStadt&small_header=true",
                "<div class='fb-page' href='https://www.facebook.com/Stadt' data-tabs='timeline,events'></div>|page|https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2FStadt&tabs=timeline%2Cevents",
                "<amp-facebook data-href='https://www.facebook.com/Stadt/posts/1'></amp-facebook>|post|https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2FStadt%2Fposts%2F1",
                "<amp-facebook data-embed-as='video' data-href='https://www.facebook.com/Stadt/videos/1'></amp-facebook>|video|https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2FStadt%2Fvideos%2F1",
                "<amp-facebook data-embed-as='comment' data-href='https://www.facebook.com/Stadt/posts/1?comment_id=2'></amp-facebook>|comment|",
                "<div class='fb-like' data-href='https://www.musterstadt.example/'></div>|like|",
                "<fb:like-box href='https://www.facebook.com/Stadt'></fb:like-box>|retired|",
                "<fb:comments href='https://www.musterstadt.example/'></fb:comments>|comments|",
                "<div class='fb-share-button' data-href='https://www.musterstadt.example/'></div>|share|",
                "<blockquote class='twitter-tweet' data-lang='de' data-conversation='none'><a href='https://t.co/a'>b</a> <a href='https://twitter.com/Stadt/status/99?ref_src=twsrc'>d</a></blockquote>|post|https://platform.twitter.com/embed/Tweet.html?id=99&dnt=true&lang=de&hideThread=true",
                "<blockquote class='twitter-video'><a href='https://x.com/Stadt/status/99/video/1'>d</a></blockquote>|post|https://platform.twitter.com/embed/Tweet.html?id=99&dnt=true",
                "<amp-twitter data-tweetid='99'></amp-twitter>|post|https://platform.twitter.com/embed/Tweet.html?id=99&dnt=true",
                "<amp-twitter data-momentid='99'></amp-twitter>|retired|",
                "<a class='twitter-timeline' href='https://twitter.com/Stadt?ref_src=twsrc' data-tweet-limit='5'>T</a>|timeline|",
                "<a class='twitter-timeline' data-widget-id='5' href='https://twitter.com/Stadt/lists/rat'>T</a>|list|",
                "<a class='twitter-follow-button' href='https://twitter.com/Stadt'>F</a>|follow|",
                "<a class='twitter-share-button' href='http://twitter.com/share' data-text='a' data-url='https://www.musterstadt.example/'>T</a>|share|",
                "<a class='twitter-share-button' data-via='Stadt'>T</a>|share|",
                "<a class='twitter-hashtag-button' href='https://twitter.com/intent/tweet?button_hashtag=a'>T</a>|share|",
                "<a class='twitter-dm-button' href='https://twitter.com/messages/compose?recipient_id=1'>T</a>|message|",
                "<a class='twitter-moment' href='https://twitter.com/i/moments/1'>T</a>|retired|",
                "<blockquote class='instagram-media' data-instgrm-captioned data-instgrm-permalink='https://www.instagram.com/reel/CyWLpMgxljB/?utm_source=x'><a href='https://www.instagram.com/p/other1/'>x</a></blockquote>|post|https://www.instagram.com/p/CyWLpMgxljB/embed/captioned/",
                "<blockquote class='instagram-media' data-instgrm-version='4'><a href='https://instagram.com/p/CyWLpMgxljB/'>x</a></blockquote>|post|https://www.instagram.com/p/CyWLpMgxljB/embed/",
                "<amp-instagram data-shortcode='B4Sy4MMnKBJ' data-captioned></amp-instagram>|post|https://www.instagram.com/p/B4Sy4MMnKBJ/embed/captioned/",
                "<amp-youtube data-videoid='WrpkFROqR0Q'></amp-youtube>|video|https://www.youtube-nocookie.com/embed/WrpkFROqR0Q",
                "<lite-youtube videoid='WrpkFROqR0Q' playlabel='a'></lite-youtube>|video|https://www.youtube-nocookie.com/embed/WrpkFROqR0Q",
                "<div class='g-ytsubscribe' data-channelid='UC1234567890123456789012'></div>|channel|",
                "<embed src='http://www.youtube.com/v/qDyUqvp7Uak&hl=en'>|video|https://www.youtube-nocookie.com/embed/qDyUqvp7Uak",
                "<amp-vimeo data-videoid='27246366'></amp-vimeo>|video|https://player.vimeo.com/video/27246366?dnt=1",
                "<iframe class='a mastodon-embed' src='https://social.bund.de/@stadt/12/embed'></iframe>|post|https://social.bund.de/@stadt/12/embed",
                "<blockquote class='mastodon-embed' data-embed-url='https://social.bund.de/@stadt/12/embed'></blockquote>|post|https://social.bund.de/@stadt/12/embed",
                "<blockquote class='bluesky-embed' data-bluesky-uri='at://did:plc:abc/app.bsky.feed.post/3lcpru2e25f2j'></blockquote>|post|https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3lcpru2e25f2j"
            })
    void pasted(String markup, String kind, String frame) {
        Embed embed = Pasted.read(CATALOGUE, first(markup)).orElseThrow();

        assertThat(embed.kind().id()).isEqualTo(kind);
        assertThat(embed.frame()).isEqualTo(Optional.ofNullable(frame));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<div class='fb-post' data-href='https://evil.example/posts/1'></div>",
                "<iframe src='https://social.bund.de/@stadt/12/embed'></iframe>",
                "<iframe class='mastodon-embed' src='https://10.0.0.1/@stadt/12/embed'></iframe>",
                "<blockquote class='bluesky-embed' data-bluesky-uri='at://did:plc:abc/../x'></blockquote>",
                "<blockquote class='twitter-tweet'><a href='https://twitter.evil.example/Stadt/status/99'>d</a></blockquote>",
                "<amp-youtube data-videoid='javascript:'></amp-youtube>",
                "<div class='page-like'></div>"
            })
    void isNoEmbed(String markup) {
        assertThat(Pasted.read(CATALOGUE, first(markup))).isEmpty();
    }

    private static Element first(String markup) {
        return Jsoup.parseBodyFragment(markup).body().child(0);
    }

    /** Fragments of real pages that are no embed of these services, and why. */
    private static final Map<String, String> NONE = Map.of(
            "instagram-snapwidget-iframe-02.html", "another company's widget",
            "amp-vimeo-soundcloud-etc-03.html", "a Pinterest pin");

    private static final List<String> FAMILIES = List.of(
            "facebook-",
            "twitter-",
            "instagram-",
            "youtube-",
            "vimeo-",
            "mastodon-",
            "bluesky-",
            "gmaps-",
            "osm-",
            "amp-facebook",
            "amp-twitter",
            "amp-instagram",
            "amp-vimeo");

    @TestFactory
    Stream<DynamicTest> realFragments() throws IOException {
        Path embeds = Path.of(System.getProperty("zweiklick.shared", "../../shared"), "embeds");
        Assumptions.assumeTrue(Files.isDirectory(embeds), "no fragments of real pages here");
        List<Path> files;
        try (Stream<Path> all = Files.list(embeds)) {
            files = all.filter(file ->
                            FAMILIES.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(30);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> fragment(file)));
    }

    private static void fragment(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Element body = Jsoup.parseBodyFragment(text).body();
        boolean isEmbed = body.getAllElements().stream()
                .anyMatch(element -> Pasted.read(CATALOGUE, element).isPresent());
        assertThat(isEmbed || isCompanion(body, text) || isLeftToThePage(name))
                .as("%s is recognised; known to be none: %s", name, NONE.getOrDefault(name, "no"))
                .isEqualTo(!NONE.containsKey(name));
    }

    private static boolean isCompanion(Element body, String text) {
        boolean isResource = body.select("script[src], img[src]").stream()
                .flatMap(element -> WholeAddress.parse(element.attr("src")).stream())
                .anyMatch(url -> CATALOGUE.companion(url).isPresent());
        boolean isInNoscript = body.select("noscript").stream()
                .map(noscript -> Jsoup.parseBodyFragment(noscript.html()).body())
                .anyMatch(inner -> !inner.select("img").isEmpty() && isCompanion(inner, ""));
        boolean isInline = CATALOGUE.services().stream()
                .flatMap(service -> service.companions().inline().stream())
                .anyMatch(text::contains);
        return isResource || isInNoscript || isInline;
    }

    /** The map API and a map's picture are foreign resources like any other: the page disarms them. */
    private static boolean isLeftToThePage(String name) {
        return name.startsWith("gmaps-api-js") || name.startsWith("gmaps-static-img");
    }

    @Test
    void aKnownExceptionHasAReason() {
        assertThat(NONE.values()).noneMatch(String::isBlank);
    }
}
