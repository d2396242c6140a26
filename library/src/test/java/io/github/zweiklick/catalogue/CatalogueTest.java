package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final String POST = "https://mastodon.social/@Musterstadt/117186566559767748";

    private static WebUrl url(String address) {
        return WebUrl.parse(address).orElseThrow();
    }

    private static EmbedKind kind(Catalogue catalogue, String service, String kind) {
        return catalogue.service(service).flatMap(s -> s.embed(kind)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.youtube.com/embed/dQw4w9WgXcQ",
                "HTTPS://WWW.YouTube.COM./embed/dQw4w9WgXcQ/",
                "https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=youtu.be",
                "https://youtu.be/dQw4w9WgXcQ",
                "https:\\\\www.youtube-nocookie.com\\embed\\dQw4w9WgXcQ",
                "https://user:pass@www.youtube.com/live/dQw4w9WgXcQ",
                "https://www.youtube.com/v/dQw4w9WgXcQ&hl=de&fs=1&"
            })
    void spellingsOfOneVideo(String address) {
        assertThat(CATALOGUE.recognise(url(address)).flatMap(Embed::frame))
                .contains("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/embed/videoseries",
                "https://www.youtube.com/embed/dQw4w9WgXcQ\"onload=x",
                "https://www.youtube.com/embed/../../evil",
                "https://www.youtube.com:8443/embed/dQw4w9WgXcQ",
                "https://www.youtube.com.evil.example/embed/dQw4w9WgXcQ",
                "https://www.youtube.com@evil.example/embed/dQw4w9WgXcQ",
                "https://www.y\u043Eutube.com/embed/dQw4w9WgXcQ",
                "ftp://www.youtube.com/embed/dQw4w9WgXcQ",
                "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2Fposts%2F1",
                "https://www.facebook.com/plugins/post.php?href=javascript:alert(1)",
                "https://www.facebook.com/plugins/post.php",
                "https://platform.twitter.com/embed/Tweet.html?id=1%22%3E",
                "https://player.vimeo.com/video/12%2F..%2F3",
                "https://www.google.com/maps/embed?pb=!1m18%22%3E%3Cscript%3E",
                "https://www.google.com/maps?q=Musterstadt",
                "https://www.google.evil/maps/embed?pb=!1m18!1m12",
                "https://www.google.com/recaptcha/api.js",
                "https://maps.googleapis.com/maps/api/js?key=x",
                "https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,alert(1)",
                "data:text/html,x",
                "about:blank"
            })
    void isNothing(String address) {
        assertThat(WebUrl.parse(address).flatMap(CATALOGUE::recognise)).isEmpty();
    }

    @Test
    void aPathWithoutEndIsNothing() {
        assertThat(CATALOGUE.recognise(url("https://www.youtube.com/embed/dQw4w9WgXcQ/" + "a/".repeat(5000))))
                .isEmpty();
    }

    @Test
    void aServerOfTheVisitorsChoiceIsKnownByItsFormOnly() {
        Service mastodon = CATALOGUE.service("mastodon").orElseThrow();
        EmbedKind post = kind(CATALOGUE, "mastodon", "post");

        assertThat(CATALOGUE.recognise(url(POST + "/embed"))).isEmpty();
        assertThat(CATALOGUE.recognise(mastodon, post, url(POST + "/embed")).flatMap(Embed::frame))
                .contains(POST + "/embed");
        assertThat(CATALOGUE.recogniseLink(url(POST)).flatMap(Embed::chosenHost))
                .contains("mastodon.social");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/@a/1/embed",
                "https://mastodon.social:8443/@a/1/embed",
                "https://router/@a/1/embed",
                "https://printer.local/@a/1/embed",
                "https://mastodon.localhost/@a/1/embed",
                "https://www.youtube.com/@a/1/embed",
                "https://www.facebook.com/@a/1/embed",
                "https://mastodon.social/@a/1/embed/x",
                "https://mastodon.social/@a/x1/embed"
            })
    void noServerOfTheVisitorsChoice(String address) {
        Service mastodon = CATALOGUE.service("mastodon").orElseThrow();
        assertThat(CATALOGUE.recognise(mastodon, kind(CATALOGUE, "mastodon", "post"), url(address)))
                .isEmpty();
        assertThat(CATALOGUE
                        .recogniseLink(url(address))
                        .filter(embed -> embed.service().equals(mastodon)))
                .isEmpty();
    }

    @Test
    void rebuildingIsAllOrNothing() {
        Map<String, String> good = new LinkedHashMap<>(Map.of("id", "dQw4w9WgXcQ", "start", "1m"));
        assertThat(CATALOGUE.rebuild("youtube", "video", good).orElseThrow().captures())
                .containsExactly(Map.entry("id", "dQw4w9WgXcQ"), Map.entry("start", "60"));
        assertThat(CATALOGUE.rebuild("youtube", "video", with(good, "start", "")))
                .isPresent();

        assertThat(CATALOGUE.rebuild("youtube", "video", with(good, "start", "javascript:")))
                .isEmpty();
        assertThat(CATALOGUE.rebuild("youtube", "video", with(good, "id", "dQw4w9WgXc\"")))
                .isEmpty();
        assertThat(CATALOGUE.rebuild("youtube", "video", with(good, "onload", "1")))
                .isEmpty();
        assertThat(CATALOGUE.rebuild("youtube", "video", Map.of())).isEmpty();
        assertThat(CATALOGUE.rebuild("youtube", "nothing", good)).isEmpty();
        assertThat(CATALOGUE.rebuild("nobody", "video", good)).isEmpty();
        assertThat(CATALOGUE.rebuild("mastodon", "post", Map.of("host", "www.facebook.com", "user", "a", "id", "1")))
                .isEmpty();
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    @ParameterizedTest
    @CsvSource({
        "www.facebook.com,facebook",
        "de-de.facebook.com,facebook",
        "scontent.xx.fbcdn.net,facebook",
        "t.co,x",
        "www.youtube.com.,youtube",
        "maps.googleapis.com,google-maps",
        "tile.openstreetmap.org,openstreetmap"
    })
    void ownersOfHosts(String host, String service) {
        assertThat(CATALOGUE.serviceOfHost(host).map(Service::id)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "musterstadt.example",
                "www.google.com",
                "notfacebook.com",
                "facebook.com.evil.example",
                "com",
                "",
                "mastodon.social"
            })
    void hostsOfNobody(String host) {
        assertThat(CATALOGUE.serviceOfHost(host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://connect.facebook.net/de_DE/sdk.js#xfbml=1,facebook",
        "https://connect.facebook.net/en_US/fbevents.js,facebook",
        "https://www.facebook.com/tr?id=1&ev=PageView,facebook",
        "http://platform.twitter.com/widgets.js,x",
        "https://platform.x.com/widgets.js,x",
        "https://static.ads-twitter.com/uwt.js,x",
        "https://analytics.twitter.com/i/adsct?txn_id=1,x",
        "https://t.co/i/adsct?txn_id=1,x",
        "https://www.instagram.com/embed.js,instagram",
        "https://platform.instagram.com/de_DE/embeds.js,instagram",
        "https://www.youtube.com/iframe_api?ver=4,youtube",
        "https://player.vimeo.com/api/player.js,vimeo",
        "https://embed.bsky.app/static/embed.js,bluesky",
        "https://fosstodon.org/embed.js,mastodon"
    })
    void companions(String address, String service) {
        assertThat(CATALOGUE.companion(url(address)).map(Service::id)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maps.googleapis.com/maps/api/js",
                "https://www.facebook.com/StadtMusterstadt",
                "https://fosstodon.org/other/embed.js",
                "https://127.0.0.1/embed.js",
                "https://www.youtube.com/embed.js",
                "https://musterstadt.example/embed.js"
            })
    void noCompanions(String address) {
        assertThat(CATALOGUE.companion(url(address))).isEmpty();
    }

    @Test
    void aSitesOwnServiceGoesFirst() {
        Service own = new ServiceReader().read("""
                        {
                          "name": "Stadtfernsehen",
                          "hosts": ["video.musterstadt.tv"],
                          "embeds": [{
                            "id": "video", "content": "video",
                            "captures": {"id": {"type": "token", "pattern": "[a-z0-9]{4,12}", "required": true}},
                            "addresses": [{"hosts": ["www.youtube.com"], "paths": ["/embed/{id}"]}],
                            "frame": "https://video.musterstadt.tv/e/{id}",
                            "original": "https://video.musterstadt.tv/v/{id}"
                          }],
                          "loading": {"hosts": ["video.musterstadt.tv"], "referrer": "none"}
                        }
                        """, "conf/stadtfernsehen.json");
        Catalogue catalogue = CATALOGUE.with(own);

        assertThat(catalogue.services())
                .hasSize(CATALOGUE.services().size() + 1)
                .endsWith(own);
        assertThat(catalogue.with(own).services()).hasSameSizeAs(catalogue.services());
        assertThat(catalogue
                        .recognise(url("https://www.youtube.com/embed/abcd1234"))
                        .map(Embed::service))
                .contains(own);
        Optional<Embed> embed = catalogue.rebuild("stadtfernsehen", "video", Map.of("id", "abcd"));
        assertThat(embed.map(Embed::isLoadable)).as("no facts, no loading").contains(false);
    }
}
