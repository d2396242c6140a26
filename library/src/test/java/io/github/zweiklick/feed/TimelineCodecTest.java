package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.feed.RichText.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00.123Z");
    private static final Author AUTHOR = new Author(
            "Stadt Musterstadt",
            Optional.of("@stadt"),
            Optional.of("https://social.example/@stadt"),
            Picture.at("https://files.social.example/a.png?sig=1&b=2"));

    private final TimelineCodec codec = new TimelineCodec();

    private static PostBuilder post(String id) {
        return new PostBuilder(id, "https://social.example/" + id, AUTHOR, TIME);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Picture picture = new Picture("https://files.social.example/1.jpg", OptionalInt.of(800), OptionalInt.empty());
        Post full = post("1")
                .own(false)
                .passedOn(Optional.of(new Post.PassedOn(AUTHOR, TIME.plusSeconds(1))))
                .edited(Optional.of(TIME.plusSeconds(2)))
                .language(Optional.of("de"))
                .title(Optional.of("Titel"))
                .text(new RichText(List.of(
                        new Element(
                                Tag.PARAGRAPH,
                                List.of(
                                        new Text("Wort "),
                                        new RichText.Break(),
                                        new RichText.Link(
                                                "https://www.example.org/",
                                                RichText.Link.Kind.HASHTAG,
                                                List.of(new Text("#link"))),
                                        new RichText.Emoji(":schnee:", picture))),
                        new Element(Tag.LIST, List.of(new Element(Tag.ITEM, List.of(new Text("eins"))))))))
                .warning(Optional.of("Baustelle"))
                .sensitive(true)
                .media(List.of(
                        Media.picture(picture, Optional.of("ein Bild")),
                        new Media(
                                Media.Kind.VIDEO,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("https://video.example/1"))))
                .card(LinkCard.of("https://www.example.org/", "Karte", Optional.of("mit Text"), Optional.of(picture)))
                .poll(Optional.of(new Poll(
                        List.of(
                                new Poll.Choice("ja", OptionalLong.of(3)),
                                new Poll.Choice("nein", OptionalLong.empty())),
                        true,
                        Optional.of(TIME),
                        true)))
                .quoted(Optional.of(new Quoted(
                        Optional.of("https://social.example/2"),
                        Optional.of(post("2").build()))))
                .continues(Optional.of("https://social.example/0"))
                .counts(new PostCounts(OptionalLong.of(1), OptionalLong.of(0), OptionalLong.empty()))
                .build();
        Timeline timeline = new Timeline(List.of(full, post("3").build()));

        assertThat(codec.read(codec.write(timeline))).contains(timeline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"version\": 1, \"posts\": []}",
                "{\"version\": 2, \"posts\": [{\"address\": \"https://a.example/\", \"published\": \"yesterday\"}]}",
                "{\"version\": 2, \"posts\": [{\"address\": \"https://a.example/\", \"published\": \"2026-11-24T10:00:00Z\","
                        + " \"text\": [{\"tag\": \"SCRIPT\", \"content\": [\"x\"]}]}]}",
            })
    void whatAnotherVersionOrNobodyWroteIsNothing(String written) {
        assertThat(codec.read(written.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void theStoreCannotPutMoreIntoPagesThanANetwork() {
        String written = """
                {"version": 2, "posts": [
                  {"address": "javascript:alert(1)", "published": "2026-11-24T10:00:00Z"},
                  {"address": "https://a.example/", "published": "2026-11-24T10:00:00Z", "author": {"name": "a\\u202eb"},
                   "text": [{"link": "javascript:alert(1)", "kind": "PAGE", "content": ["x"]}, "<script>"]}]}""";
        List<Post> posts = codec.read(written.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .posts();
        assertThat(posts).singleElement().satisfies(post -> {
            assertThat(post.author().name()).isEqualTo("ab");
            assertThat(post.text().nodes()).containsExactly(new Text("<script>"));
        });
    }
}
