package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings in a page, and the way to them. */
final class SettingsViewTest {
    private final PageMarkup page = page(Views.city(), List.of());

    private static PageMarkup page(Presentation presentation, List<String> policies) {
        return Views.of(presentation).page("/stadt/zweiklick", policies, Guarding.NONE);
    }

    private static Document settings(PageMarkup page, Place place) {
        return Jsoup.parseBodyFragment(
                page.settings(Occurrence.plain(1, place, "de", 3)).toString());
    }

    @Test
    void theEntryIsALinkInTheLanguageOfThePage() {
        assertThat(page.entry(Optional.of("en-GB")).toString())
                .isEqualTo(
                        "<nav class=\"zweiklick-entry\" aria-label=\"Permissions for content of other providers\" lang=\"en\" dir=\"ltr\"><a class=\"zweiklick-link\""
                                + " href=\"/stadt/zweiklick/settings?lang=en\">"
                                + Texts.finished().of(Optional.of("en")).say("settings.link") + "</a></nav>");
        assertThat(page.entry(Optional.empty()).toString()).contains("lang=\"de\"");
    }

    @Test
    void thereIsNoEntryWhereNothingIsEverRemembered() {
        assertThat(page(Views.forgetful(), List.of()).entry(Optional.of("de")).isEmpty())
                .isTrue();
        PageMarkup one = page(
                Views.city()
                        .withRemembering(new Remembering(
                                new Remembering.Term.Never(), Map.of("network", new Remembering.Term.Session()))),
                List.of());
        assertThat(one.entry(Optional.of("de")).isEmpty()).isFalse();
    }

    @Test
    void settingsInAPageAreAboutAllThatMayBeAllowed() {
        Element settings = settings(page, Place.FLOW).expectFirst("zweiklick-settings[lang=de][data-state]");
        assertThat(settings.select("[data-service]").eachAttr("data-service"))
                .containsExactly("network", "federated", "scripted");
        assertThat(settings.select("h3")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"PHRASING", "NOSCRIPT"})
    void elsewhereThereIsALink(Place place) {
        Document document = settings(page, place);
        assertThat(document.body().children()).hasSize(1);
        assertThat(document.expectFirst("a").attr("href")).isEqualTo("/stadt/zweiklick/settings?lang=de");
    }

    @Test
    void insideControlsThereIsOnlyText() {
        assertThat(page.settings(Occurrence.plain(1, Place.INERT, "de", 3)).toString())
                .doesNotContain("<")
                .isNotEmpty();
    }

    @Test
    void theScriptOfTheSettingsCarriesTheNonce() {
        assertThat(page.settingsHead().toString())
                .matches("<script src=\"/stadt/zweiklick/assets/settings-[0-9a-f]+\\.js\" defer=\"\"></script>");
        assertThat(page(Views.city(), List.of("script-src 'nonce-abc'"))
                        .settingsHead()
                        .toString())
                .contains("nonce=\"abc\"");
    }
}
