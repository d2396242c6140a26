package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single posts and videos, as answers tell of them. */
@Timeout(120)
final class XPostsSyndicationTest {
    private static final String ID = "1968558229253931230";

    private final PostNetwork network = new XPostsSyndication();

    private Post post(String body) throws UpstreamException {
        return SingleAnswers.read(network, "@musterstadtde", ID, body).posts().get(0);
    }

    @Test
    void isReadLikeAnyPostOfTheNetwork() throws UpstreamException {
        Post post = post(ReadPosts.fixture("x-tweet-result.json"));
        assertThat(post.own()).isTrue();
        assertThat(post.address()).isEqualTo("https://x.com/MusterstadtDE/status/" + ID);
        assertThat(post.author().handle()).hasValue("@MusterstadtDE");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
        assertThat(post.edited()).isEmpty();
        assertThat(post.language()).hasValue("de");
        assertThat(post.text().text()).isEqualTo("\ud83c\udfdb Offen & warm: musterstadt.example @nachbar #Stadt");
        assertThat(post.media()).extracting(Media::kind).containsExactly(Media.Kind.PICTURE, Media.Kind.VIDEO);
        assertThat(post.media().get(0).alternative()).hasValue("Das Rathaus");
        assertThat(post.media().get(0).picture().orElseThrow().width()).hasValue(1200);
        assertThat(post.quoted()
                        .flatMap(Quoted::post)
                        .map(quoted -> quoted.text().text()))
                .hasValue("Morgen <früh>");
        assertThat(post.counts().likes()).hasValue(12);
        assertThat(post.counts().replies()).hasValue(3);
        assertThat(SingleAnswers.read(network, "other", ID, ReadPosts.fixture("x-tweet-result.json"))
                        .posts()
                        .get(0)
                        .own())
                .isFalse();
    }

    @Test
    void ofAnAccountThatIsNotForEverybodyNothingIsShown() throws UpstreamException {
        assertThat(SingleAnswers.read(
                                network,
                                "",
                                ID,
                                ReadPosts.fixture("x-tweet-result.json")
                                        .replaceFirst("\"verified\": false", "\"protected\": true"))
                        .posts())
                .isEmpty();
    }

    /** What the network has answered, described without its words. */
    @Test
    void recordings() throws UpstreamException {
        Recordings.assume();
        byte[] body = Recordings.bytes("x/tweet-result-photo-url-1641086480675225601.json");
        Post post = SingleAnswers.read(network, "", "1641086480675225601", 200, body)
                .posts()
                .get(0);
        assertThat(post.own()).isFalse();
        assertThat(post.published()).isEqualTo(Instant.parse("2023-03-29T14:34:41Z"));
        assertThat(post.media()).extracting(Media::kind).containsExactly(Media.Kind.PICTURE);
        assertThat(Nodes.all(post.text().nodes())
                        .flatMap(node -> node instanceof RichText.Link link
                                ? Optional.of(link.address()).stream()
                                : Optional.<String>empty().stream()))
                .hasSize(1)
                .allMatch(address -> address.startsWith("https://t.co/"));
        assertThat(post.text().text()).doesNotContain("pic.", "&amp;", "https://t.co/");
        Harmless.check(post);

        byte[] tombstone = Recordings.bytes("x/tweet-result-tombstone-deleted.json");
        assertThat(catchThrowableOfType(
                                UpstreamException.class, () -> SingleAnswers.read(network, "", "20", 200, tombstone))
                        .fault()
                        .kind())
                .isEqualTo(Kind.GONE);

        Post video = SingleAnswers.read(new VimeoPosts(), "", "1", 200, Recordings.bytes("vimeo/oembed.json"))
                .posts()
                .get(0);
        assertThat(video.title()).isPresent();
        assertThat(video.media().get(0).picture().orElseThrow().width()).hasValue(640);
        Harmless.check(video);
    }

    @Test
    void answersThatNobodyGaveDoNoHarm() throws Exception {
        GraphMutationTest.mutate(
                body -> SingleAnswers.read(network, "MusterstadtDE", ID, body), "x-tweet-result.json", "none");
        GraphMutationTest.mutate(
                body -> SingleAnswers.read(new VimeoPosts(), "musterstadt", "67503661", body),
                "video-oembed.json",
                "none");
        GraphMutationTest.mutate(
                body -> SingleAnswers.read(new YoutubePosts(), "", "dQw4w9WgXcQ", body), "video-oembed.json", "none");
    }
}
