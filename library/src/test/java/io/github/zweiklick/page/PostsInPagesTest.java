package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** {@code <zweiklick-post>} and pasted posts in a page, by both ways. */
final class PostsInPagesTest {
    private static final WebUrl PAGE =
            WebUrl.parse("https://www.stadt.example/").orElseThrow();
    private static final String VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    private static final String POST = "https://social.bund.de/@stadt/1";

    private static final String PHRASE = "<zweiklick-post href=\"" + POST + "\">Unsere <b>Worte</b></zweiklick-post>";

    private final List<Finding> findings = new ArrayList<>();
    private PostOutcome single = new PostOutcome.Unknown();
    private boolean pasted;
    private Optional<Duration> lifetime = Optional.empty();

    /** Shows what there is, and where. */
    private final class Posts implements PageMarkup {
        @Override
        public PostOutcome post(WebUrl address, Occurrence where, Embeds embeds) {
            return single;
        }

        @Override
        public Optional<Duration> lifetime(WebUrl post) {
            return Optional.of(Duration.ofMinutes(7));
        }

        @Override
        public boolean arePastedPostsShown() {
            return pasted;
        }

        @Override
        public Html feedHead() {
            return Html.text("[feed]");
        }

        @Override
        public Placeholder placeholder(Embed embed, Occurrence where) {
            return new Placeholder(
                    Html.text("["
                            + embed.service().id()
                            + where.title().map(text -> " " + text).orElse("")
                            + where.poster()
                                    .map(poster -> " " + poster.address())
                                    .orElse("")
                            + where.quote()
                                    .map(quote -> " (" + quote.text() + ")")
                                    .orElse("") + "|"),
                    Html.text("]"));
        }

        @Override
        public Html blockedFrame(String host, String address, Occurrence where) {
            return Html.text("[box]");
        }

        @Override
        public Html plainLink(Embed embed, Occurrence where) {
            return Html.text("[link]");
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
            return Html.text("[style]");
        }

        @Override
        public Html form() {
            return Html.text("[form]");
        }
    }

    private static String html(String head, String body) {
        return "<!doctype html><html lang=de><head><title>x</title>" + head + "</head><body>" + body + "</body></html>";
    }

    private String rewritten(String page, boolean exact) {
        PageRewriter rewriter = exact
                ? PageRewriter.exact(Catalogue.bundled(), ShareSettings.defaults(), findings::add)
                : new PageRewriter(Catalogue.bundled(), ShareSettings.defaults(), findings::add);
        LinkedPage done = rewriter.rewrite(
                new PageSource(
                        page.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        PAGE,
                        Pages.OWN,
                        "/zweiklick"),
                new Posts(),
                LinkRule.LEFT);
        lifetime = done.lifetime();
        return done.rewrite() instanceof Rewrite.Rewritten after
                ? new String(after.body(), StandardCharsets.UTF_8)
                : page;
    }

    private String body(String body) {
        String fast = rewritten(html("", body), false);
        assertThat(rewritten(html("", body), true)).isEqualTo(fast);
        return fast.replaceFirst("(?s)^.*<body>(\\[form])?", "").replaceFirst("(?s)</body>.*", "");
    }

    private static PostOutcome shown() {
        return new PostOutcome.Shown(new PageMarkup.Posts(Html.text("[post]"), false));
    }

    private static String element(String href) {
        return "<zweiklick-post href=\"" + href + "\"><p>Unsere Worte</p></zweiklick-post>";
    }

    @Test
    void standsInPlaceOfTheElement() {
        single = shown();
        assertThat(rewritten(html("", element(POST) + "<p>b" + PHRASE), false))
                .isEqualTo(rewritten(html("", element(POST) + "<p>b" + PHRASE), true))
                .contains("<title>x</title>", "[feed]", "<body>[post]<p>b[post]");
        assertThat(lifetime).hasValue(Duration.ofMinutes(7));
        assertThat(body("<a href=/x>a " + element(POST) + "</a>")).isEqualTo("<a href=/x>a </a>[post]</a>");
        assertThat(body("<ZWEIKLICK-POST HREF=" + POST + "></ZWEIKLICK-POST>")).isEqualTo("[post]");
    }

    @Test
    void whatWasShownIsNotReplacedAgain() {
        single = shown();
        String done = "<zweiklick-post data-state=\"shown\"><article>x</article></zweiklick-post>";
        assertThat(body(done)).isEqualTo(done);
    }

    @Test
    void whileNothingIsKnownItIsTheTwoClickEmbed() {
        assertThat(body(element(VIDEO))).isEqualTo("[youtube|<p>Unsere Worte</p>]");
        assertThat(body("<p>a" + PHRASE)).isEqualTo("<p>a[mastodon|Unsere <b>Worte</b>]");
        assertThat(body(element("https://nobody.example/"))).isEqualTo(element("https://nobody.example/"));
        assertThat(body(element("/own"))).isEqualTo(element("/own"));
        assertThat(lifetime).isEmpty();
        String bare = "<zweiklick-post><p>x</p></zweiklick-post>";
        assertThat(body(bare)).isEqualTo(bare);
    }

    @Test
    void ofOneThatIsGoneTheAuthorsWordsStandAlone() {
        single = new PostOutcome.Gone();
        assertThat(body(element(VIDEO))).isEqualTo(element(VIDEO));
        assertThat(body("<zweiklick-post href=" + POST + "><img src=https://tracker.example/x></zweiklick-post>"))
                .as("which are examined like all else")
                .doesNotContain(" src=");
    }

    @Test
    void aVideoHasTitleAndPicture() {
        single = new PostOutcome.Video(Optional.of("Rundgang"), Optional.of(new Poster("/zweiklick/media/a", true)));
        assertThat(body(element(VIDEO))).isEqualTo("[youtube Rundgang /zweiklick/media/a|<p>Unsere Worte</p>]");
        assertThat(body("<zweiklick-post href=\"" + VIDEO + "\" title=Titel poster=/bild.jpg></zweiklick-post>"))
                .as("what the author says goes first")
                .isEqualTo("[youtube Titel /bild.jpg|]");
    }

    @Test
    void pastedCodesStayWhatTheyWereUnlessTheSiteWantsOtherwise() {
        single = shown();
        String frame = "<iframe src=\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ\"></iframe>";
        String quote =
                "<blockquote class=\"twitter-tweet\"><p>Zitat</p><a href=\"https://x.com/a/status/20\">x</a></blockquote>";
        assertThat(body(frame + quote)).isEqualTo("[youtube|][x (Zitat)|]");
        assertThat(lifetime).isEmpty();

        pasted = true;
        assertThat(body(frame + quote)).isEqualTo("[post][post]");
        assertThat(body("<p>a" + frame + "</p>")).isEqualTo("<p>a[youtube|]</p>");
        assertThat(lifetime).hasValue(Duration.ofMinutes(7));
        single = new PostOutcome.Unknown();
        assertThat(body(frame + quote)).isEqualTo("[youtube|][x (Zitat)|]");
        single = new PostOutcome.Video(Optional.of("Rundgang"), Optional.empty());
        assertThat(body("<p>a" + frame + "</p>")).isEqualTo("<p>a[youtube Rundgang|]</p>");
        single = new PostOutcome.Gone();
        assertThat(body(quote)).isEqualTo("[x|]");
    }
}
