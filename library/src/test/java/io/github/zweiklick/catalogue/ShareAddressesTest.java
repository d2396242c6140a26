package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page is shared at each service, with all that the service takes. */
final class ShareAddressesTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final Map<String, String> SHARED = Map.of(
            "url", "https://www.stadt.example/a?b=c&d=e",
            "text", "Ä & B",
            "title", "Ä & B",
            "caption", "Ä & B",
            "description", "Ä & B",
            "media", "https://www.stadt.example/b.jpg",
            "via", "stadt",
            "hashtags", "rat,fest",
            "tags", "rat,fest",
            "host", "mastodon.social");

    private static final String URL = "https%3A%2F%2Fwww.stadt.example%2Fa%3Fb%3Dc%26d%3De";
    private static final String TEXT = "%C3%84%20%26%20B";
    private static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry("bluesky", "https://bsky.app/intent/compose?text=TEXT%20URL"),
            Map.entry("buffer", "https://buffer.com/add?url=URL&text=TEXT"),
            Map.entry("email", "mailto:?subject=TEXT&body=URL"),
            Map.entry("facebook", "https://www.facebook.com/sharer/sharer.php?u=URL"),
            Map.entry("flipboard", "https://share.flipboard.com/bookmarklet/popout?v=2&title=TEXT&url=URL"),
            Map.entry("hacker-news", "https://news.ycombinator.com/submitlink?u=URL&t=TEXT"),
            Map.entry("hatena", "https://b.hatena.ne.jp/add?mode=confirm&url=URL&title=TEXT"),
            Map.entry("line", "https://social-plugins.line.me/lineit/share?url=URL"),
            Map.entry("linkedin", "https://www.linkedin.com/sharing/share-offsite/?url=URL"),
            Map.entry("mastodon", "https://mastodon.social/share?text=TEXT%20URL"),
            Map.entry("ok-widgets", "https://connect.ok.ru/offer?url=URL&title=TEXT"),
            Map.entry(
                    "pinterest",
                    "https://www.pinterest.com/pin/create/button/?url=URL"
                            + "&media=https%3A%2F%2Fwww.stadt.example%2Fb.jpg&description=TEXT"),
            Map.entry("reddit", "https://www.reddit.com/submit?url=URL&title=TEXT"),
            Map.entry("sms", "sms:?&body=TEXT%20URL"),
            Map.entry("snapchat", "https://www.snapchat.com/scan?attachmentUrl=URL"),
            Map.entry("telegram", "https://t.me/share/url?url=URL&text=TEXT"),
            Map.entry("threads", "https://www.threads.com/intent/post?text=TEXT&url=URL"),
            Map.entry("threema", "threema://compose?text=TEXT%20URL"),
            Map.entry(
                    "tumblr",
                    "https://www.tumblr.com/widgets/share/tool?canonicalUrl=URL&title=TEXT&caption=TEXT"
                            + "&tags=rat%2Cfest"),
            Map.entry("vk-widgets", "https://vk.com/share.php?url=URL&title=TEXT"),
            Map.entry("weibo-widgets", "https://service.weibo.com/share/share.php?url=URL&title=TEXT"),
            Map.entry("whatsapp", "https://wa.me/?text=TEXT%20URL"),
            Map.entry("x", "https://x.com/intent/tweet?text=TEXT&url=URL&hashtags=rat%2Cfest&via=stadt"),
            Map.entry("xing", "https://www.xing.com/spi/shares/new?url=URL"));

    private static List<String> ids() {
        return CATALOGUE.services().stream()
                .filter(service -> service.embed("share").isPresent())
                .map(Service::id)
                .toList();
    }

    @Test
    void everyOneIsListed() {
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(ADDRESSES.keySet());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void allThatAServiceTakesIsInItsAddress(String id) {
        Map<String, String> captures =
                CATALOGUE
                        .service(id)
                        .flatMap(service -> service.embed("share"))
                        .orElseThrow()
                        .captures()
                        .keySet()
                        .stream()
                        .collect(Collectors.toMap(name -> name, name -> SHARED.getOrDefault(name, "")));
        String address = ADDRESSES.getOrDefault(id, "").replace("URL", URL).replace("TEXT", TEXT);

        assertThat(CATALOGUE.rebuild(id, "share", captures).map(Embed::original))
                .contains(address);
    }

    /** Where a service is known by its share address at all, that address comes out as itself. */
    @ParameterizedTest
    @ValueSource(strings = {"bluesky", "buffer", "flipboard", "hacker-news", "mastodon", "threads", "x", "tumblr"})
    void anAddressBuiltIsKnownAgain(String id) {
        String address = ADDRESSES.getOrDefault(id, "").replace("URL", URL).replace("TEXT", TEXT);

        assertThat(recognised(address).map(embed -> embed.service().id() + " " + embed.original()))
                .contains(id + " " + address);
    }

    /** Else the page's address would come behind it, which the author did not write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bsky.app/intent/compose?text=Das%20Fest",
                "https://bsky.app/intent/compose?text=https%3A%2F%2Fwww.stadt.example%2F%20ist%20neu",
                "https://bsky.app/intent/compose",
                "https://mastodon.social/share?text=Das%20Fest",
                "https://mastodon.social/share?url=https%3A%2F%2Fwww.stadt.example%2F"
            })
    void aTextWithoutAnAddressStaysTheAuthors(String address) {
        assertThat(recognised(address)).isEmpty();
    }

    @Test
    void aTextMayHoldAnAddressBesideItsLast() {
        assertThat(recognised(
                                "https://bsky.app/intent/compose?text=a+https%3A%2F%2Fb.example%2F+c+https%3A%2F%2Fd.example%2F")
                        .orElseThrow()
                        .captures())
                .containsExactly(Map.entry("url", "https://d.example/"), Map.entry("text", "a https://b.example/ c"));
    }

    /** It is of the visitor's choice, and may be typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.1",
                "stadt.example",
                "www.facebook.com",
                "a.social/x",
                "a.social:8443",
                "a b.social"
            })
    void aServerThatIsNoneIsRefused(String host) {
        assertThat(CATALOGUE.rebuild("mastodon", "share", Map.of("host", host, "text", "a")))
                .isEmpty();
    }

    private static Optional<Embed> recognised(String address) {
        return CATALOGUE.recogniseLink(WebUrl.parse(address).orElseThrow());
    }
}
