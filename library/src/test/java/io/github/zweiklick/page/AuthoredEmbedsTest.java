package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What authors write around an embed: a poster and their own words. */
final class AuthoredEmbedsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final String FILM = "href='https://www.youtube.com/watch?v=abcdefghijk'";

    private final List<Finding> findings = new ArrayList<>();
    private final SmallMarkup markup = new SmallMarkup();

    private void rewrite(String body) {
        PageSource page = Ways.page("<html lang=de><head></head><body>" + body + "</body></html>");
        assertThat(new PageRewriter(CATALOGUE, findings::add).rewrite(page, markup))
                .isInstanceOf(Rewrite.Rewritten.class);
        List<Finding> exactly = new ArrayList<>();
        Rewrite unused = PageRewriter.exact(CATALOGUE, exactly::add).rewrite(page, new SmallMarkup());
        assertThat(exactly).as("%s", unused).isEqualTo(findings);
    }

    private Optional<Poster> poster() {
        return markup.occurrences.get(0).poster();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bilder/fest.jpg",
                "fest.jpg?a=1&b=2",
                "https://bilder.stadt.example/fest.jpg",
                "//stadt.example/f\u00e4st.jpg"
            })
    void aPosterOfTheSitesOwnIsShown(String address) {
        rewrite("<zweiklick-embed " + FILM + " poster='" + address + "'>Fest</zweiklick-embed>");
        assertThat(poster()).hasValue(new Poster(address, false));
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"heading-level=4, 4", "heading-level=1, 3", "heading-level=x, 3", "'', 3"})
    void theAuthorMaySetTheLevelOfTheHeading(String attribute, int level) {
        rewrite("<h2>Fest</h2><zweiklick-embed " + FILM + " " + attribute + ">Fest</zweiklick-embed>");
        assertThat(markup.occurrences.get(0).headingLevel()).isEqualTo(level);
    }

    /** What is not closed would go around the buttons: a label would make a click on anything one on them. */
    @ParameterizedTest
    @CsvSource({
        "x <i>y</i> &lt;z&gt;, true",
        "<b>Weiter, false",
        "<a hidden>Weiter, false",
        "<noscript>x</noscript>Weiter, false",
        "<span>Weiter, false",
        "<label>Weiter<span>, false",
        "Weiter</span><label><span>, false"
    })
    void wordsStayAsTheyAreIfTheyStayInTheirPlace(String words, boolean kept) {
        String embed = "<zweiklick-embed " + FILM + ">" + words + "</zweiklick-embed>";
        for (boolean exactly : new boolean[] {false, true}) {
            Ways ways = new Ways(CATALOGUE, false);
            String page = "<html lang=de><head></head><body><p>" + embed + "</p></body></html>";
            String after = (exactly ? ways.exact(Ways.page(page)) : ways.usual(Ways.page(page))).body();
            assertThat(after).contains(kept ? words : "Weiter");
            assertThat(after.contains(words)).as(after).isEqualTo(kept);
            assertThat(after).as("a placeholder").doesNotContain("href='https://www.youtube.com");
        }
    }

    @Test
    void aForeignPosterIsLeftOutWithAFinding() {
        rewrite("<zweiklick-embed " + FILM + " poster='//f.example/fest.jpg'>Fest</zweiklick-embed>");
        assertThat(poster()).isEmpty();
        assertThat(findings)
                .containsExactly(new Finding(
                        Kind.BLOCKED_RESOURCE,
                        "https://stadt.example/aktuelles/seite.html",
                        "A poster of f.example was left out of a <zweiklick-embed>",
                        "Host the picture on the site itself, or declare f.example the site's own if it is.",
                        Optional.of("f.example"),
                        false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/gif;base64,AAAA", "javascript:alert(1)", "https:f.example/a.jpg", "http://["})
    void whatIsNoAddressOfTheSiteIsLeftOut(String address) {
        rewrite("<zweiklick-embed " + FILM + " poster='" + address + "'>Fest</zweiklick-embed>");
        assertThat(poster()).isEmpty();
        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.BLOCKED_RESOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyPosterIsNone(String address) {
        rewrite("<zweiklick-embed " + FILM + " poster='" + address + "'>Fest</zweiklick-embed>");
        assertThat(poster()).isEmpty();
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Das Stadtfest im Film</p>",
                "Film: <a href='https://www.youtube.com/watch?v=abcdefghijk'>bei YouTube</a>",
                "<ul><li>Programm</ul>"
            })
    void ownWordsAreAnAlternative(String words) {
        rewrite("<zweiklick-embed " + FILM + ">" + words + "</zweiklick-embed>");
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<zweiklick-embed " + FILM + "></zweiklick-embed>",
                "<zweiklick-embed " + FILM + "><p>&nbsp;\n</p></zweiklick-embed>",
                "<zweiklick-embed " + FILM
                        + "><p><a href='https://youtu.be/abcdefghijk'>Film</a></p></zweiklick-embed>",
                "<zweiklick-embed " + FILM + "><script>a()</script></zweiklick-embed>",
                "<a class=zweiklick-embed " + FILM + ">Das Stadtfest im Film</a>",
                "<iframe title=Fest src='https://www.youtube.com/embed/abcdefghijk'></iframe>",
                "<blockquote class='twitter-tweet'><p>Worte des Netzes</p><a"
                        + " href='https://twitter.com/stadt/status/1234567890123456789'>1. Mai</a></blockquote>"
            })
    void whereThereAreNoneThePageIsNamedOnce(String embed) {
        rewrite(embed + embed + "<zweiklick-embed " + FILM + ">Eigene Worte</zweiklick-embed>");
        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.NO_ALTERNATIVE);
        assertThat(findings.get(0).remedy()).contains("<zweiklick-embed href=\"\u2026\"><p>own words</p>");
    }

    /** Its placeholder holds a link only, whatever is written. */
    @Test
    void ofWhatCannotBeLoadedNothingIsAsked() {
        rewrite("<iframe src='https://player.twitch.tv/?video=v1000000001'></iframe>");
        assertThat(findings).isEmpty();
    }
}
