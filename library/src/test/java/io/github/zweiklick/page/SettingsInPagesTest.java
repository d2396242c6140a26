package io.github.zweiklick.page;

import static io.github.zweiklick.page.Pages.becomes;
import static io.github.zweiklick.page.Pages.same;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code <zweiklick-settings>} in a page. */
final class SettingsInPagesTest {
    private static final String FALLBACK = "<a href='/zweiklick/settings'>Ihre Wahl</a>";
    private static final String HEAD = "<html><head><z-h></z-h><z-t></z-t><title>x</title></head><body>";

    private static String html(String body) {
        return "<html><head><title>x</title></head><body>" + body + "</body></html>";
    }

    @Test
    void becomeWhatTheBrowserHasAllowed() {
        becomes(
                html("<h2>Wahl</h2><zweiklick-settings>" + FALLBACK + "</zweiklick-settings>"),
                HEAD + "<h2>Wahl</h2><z-s>FLOW 3</z-s></body></html>");
    }

    @Test
    void knowWhereTheyStand() {
        becomes(
                html("<p><zweiklick-settings></zweiklick-settings></p>"),
                HEAD + "<p><z-s>PHRASING 2</z-s></p></body></html>");
        becomes(
                html("<a href=/x><ZWEIKLICK-SETTINGS class=x></ZWEIKLICK-SETTINGS></a>"),
                HEAD + "<a href=/x></a><z-s>FLOW 2</z-s></a></body></html>");
    }

    @Test
    void getTheirScriptOnceAndNoFormUnlessThereAreEmbeds() {
        becomes(
                html("<zweiklick-settings></zweiklick-settings><zweiklick-settings></zweiklick-settings>"
                        + "<iframe src=//www.film.example/embed/7></iframe>"),
                HEAD + "<z-f></z-f><z-s>FLOW 2</z-s><z-s>FLOW 2</z-s><z-p n=\"film 7 FLOW\"></z-p></body></html>");
    }

    @Test
    void areCountedLikePlaceholders() {
        Pages pages = new Pages();
        assertThat(pages.html(html("<zweiklick-settings lang=en></zweiklick-settings>"
                        + "<iframe src=//www.film.example/embed/7></iframe>")))
                .contains("z-s");
        assertThat(pages.markup.occurrences)
                .extracting(PageMarkup.Occurrence::number)
                .containsExactly(1, 2);
        assertThat(pages.markup.occurrences.get(0).language()).hasValue("en");
    }

    /** What was rendered says so; the fast way and the exact way pass it over. */
    @Test
    void areRenderedOnce() {
        same(html("<zweiklick-settings data-state=shown lang=de><p>x</p></zweiklick-settings>"));
    }

    /** Without an end there is nothing that could be replaced. */
    @Test
    void stayWhereTheyDoNotEnd() {
        same(html("<div><zweiklick-settings>" + FALLBACK + "</div>"));
    }

    @Test
    void standInXhtmlToo() {
        String page =
                "<html xmlns='http://www.w3.org/1999/xhtml'><head></head><body><zweiklick-settings/></body></html>";
        assertThat(new Pages().as("application/xhtml+xml", page))
                .isEqualTo(page.replace("<head>", "<head><z-h></z-h><z-t></z-t>")
                        .replace("<zweiklick-settings/>", "<z-s>FLOW 2</z-s>"));
    }
}
