package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a code and is none. */
final class NotPastedTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

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
                "<div class='page-like'></div>",
                "<script type='text/javascript' data-url='https://www.musterstadt.example/'></script>",
                "<script src='/js/player.js' data-playlist='x6abcd' data-video='x7abcde'></script>",
                "<script class='podlove-subscribe-button' src='/podlove/app.js'></script>",
                "<script class='podigee-podcast-player' src='/js/player.js' data-configuration='conf'></script>",
                "<script src='https://gist.github.com.evil.example/1.js'></script>",
                "<iframe src='https://blog.musterstadt.de/fest/embed/'></iframe>",
                "<iframe class='wp-embedded-content' src='https://blog.musterstadt.de/fest/'></iframe>",
                "<iframe src='https://www.google.com/search?q=Musterstadt'></iframe>",
                "<iframe src='https://docs.google.com/'></iframe>",
                "<iframe src='https://www.bing.com/search?q=Musterstadt'></iframe>",
                "<iframe src='https://www.linkedin.com/feed/'></iframe>",
                "<iframe src='https://www.pinterest.com/'></iframe>",
                "<iframe src='https://www.tiktok.com/foryou'></iframe>",
                "<iframe src='https://vk.com/video_ext.php?oid=1'></iframe>",
                "<iframe src='https://player.twitch.tv/?parent=www.musterstadt.example'></iframe>",
                "<iframe src='https://w.soundcloud.com/player/?url=https%3A%2F%2Fevil.example%2Fa'></iframe>",
                "<iframe src='https://www.mixcloud.com/widget/iframe/?feed=https%3A%2F%2Fevil.example%2Fa%2Fb%2F'></iframe>",
                "<blockquote class='tiktok-embed' data-video-id='../../x'></blockquote>",
                "<a data-flickr-embed='true' href='https://evil.example/photos/a/50000000001'></a>",
                "<a data-pin-do='embedPin' href='https://evil.example/pin/1/'></a>",
                "<div class='strava-embed-placeholder' data-embed-type='activity/../x' data-embed-id='1'></div>",
                "<div class='calendly-inline-widget' data-url='https://evil.example/a/b'></div>",
                "<div class='flourish-embed' data-src='https://evil.example/1'></div>",
                "<div id='eventbrite-widget'></div>",
                "<p class='codepen'>Stiftepark</p>",
                "<video data-account='stadt' data-video-id='1'></video>"
            })
    void isNoEmbed(String markup) {
        assertThat(Pasted.read(CATALOGUE, first(markup))
                        .map(embed -> embed.kind().id() + embed.captures()))
                .isEmpty();
    }

    private static Element first(String markup) {
        return Jsoup.parseBodyFragment(markup).body().child(0);
    }
}
