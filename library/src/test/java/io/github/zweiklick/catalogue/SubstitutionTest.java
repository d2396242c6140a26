package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks replaced by simulated ones. */
class SubstitutionTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private static WebUrl url(String address) {
        return WebUrl.parse(address).orElseThrow();
    }

    private static EmbedKind kind(Catalogue catalogue, String service, String kind) {
        return catalogue.service(service).flatMap(s -> s.embed(kind)).orElseThrow();
    }

    @Test
    void simulatedNetworks() {
        Catalogue simulated = CATALOGUE.substituting(Map.of(
                "www.facebook.com", "http://facebook.localhost:9101",
                "connect.facebook.net", "http://facebook.localhost:9101/",
                "www.youtube-nocookie.com", "http://youtube.localhost:9102",
                "social.musterstadt.example", "http://mastodon.localhost:9103"));
        WebUrl pasted = url("http://facebook.localhost:9101/plugins/post.php"
                + "?href=http%3A%2F%2Ffacebook.localhost%3A9101%2FStadt%2Fposts%2F1");
        Embed post = simulated
                .rebuild("facebook", "post", Map.of("href", "http://facebook.localhost:9101/Stadt/posts/1"))
                .orElseThrow();

        assertThat(post.captures()).containsEntry("href", "https://www.facebook.com/Stadt/posts/1");
        assertThat(simulated.recognise(pasted)).contains(post);
        assertThat(simulated.recognise(url("http://facebook.localhost:9999/plugins/post.php" + "?"
                        + pasted.query().orElseThrow())))
                .isEmpty();
        assertThat(post.frame().map(simulated::resolve).orElseThrow())
                .startsWith("http://facebook.localhost:9101/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com");
        assertThat(simulated.frameSources(post)).containsExactly("http://facebook.localhost:9101");
        assertThat(simulated.serviceOfHost("facebook.localhost").map(Service::id))
                .contains("facebook");
        assertThat(simulated
                        .companion(url("http://facebook.localhost:9101/de_DE/sdk.js"))
                        .map(Service::id))
                .contains("facebook");
        assertThat(simulated
                        .recognise(url("https://www.youtube.com/embed/dQw4w9WgXcQ"))
                        .flatMap(Embed::frame)
                        .map(simulated::resolve))
                .contains("http://youtube.localhost:9102/embed/dQw4w9WgXcQ");
    }

    @Test
    void aSimulatedServerOfTheVisitorsChoice() {
        Catalogue simulated =
                CATALOGUE.substituting(Map.of("social.musterstadt.example", "http://mastodon.localhost:9103"));
        Embed embed = simulated
                .recognise(
                        simulated.service("mastodon").orElseThrow(),
                        kind(simulated, "mastodon", "post"),
                        url("http://mastodon.localhost:9103/@Stadt/1/embed"))
                .orElseThrow();

        assertThat(embed.chosenHost()).contains("social.musterstadt.example");
        assertThat(simulated.recogniseLink(url("https://social.musterstadt.example/@Stadt/1")))
                .contains(embed);
        assertThat(simulated.rebuild("mastodon", "post", embed.captures())).contains(embed);
        assertThat(embed.frame().map(simulated::resolve)).contains("http://mastodon.localhost:9103/@Stadt/1/embed");
        assertThat(simulated.frameSources(embed)).containsExactly("http://mastodon.localhost:9103");
        assertThat(simulated
                        .companion(url("http://mastodon.localhost:9103/embed.js"))
                        .map(Service::id))
                .contains("mastodon");
    }

    @Test
    void sourcesAreThoseOfTheHosts() {
        assertThat(CATALOGUE.sources(List.of("www.facebook.com", "*.fbcdn.net", "{host}")))
                .containsExactly("https://www.facebook.com", "https://*.fbcdn.net");
        assertThat(CATALOGUE
                        .substituting(Map.of(
                                "video.fbcdn.net", "http://cdn.localhost:1", "*.ytimg.com", "http://y.localhost:2"))
                        .sources(List.of("*.fbcdn.net", "*.ytimg.com", "i.ytimg.com")))
                .containsExactly("https://*.fbcdn.net", "http://cdn.localhost:1", "http://y.localhost:2");
        assertThat(CATALOGUE.resolve("https://www.facebook.com/a?b#c")).isEqualTo("https://www.facebook.com/a?b#c");
    }

    @Test
    void aReplacementIsAnOrigin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CATALOGUE.substituting(Map.of("x.com", "http://x.localhost:1/path")))
                .withMessageContaining("x.com")
                .withMessageContaining("http://name.localhost:9001");
    }
}
