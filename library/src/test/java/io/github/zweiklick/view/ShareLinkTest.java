package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.catalogue.ServiceReader;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageMarkup.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Share buttons as plain links. */
final class ShareLinkTest {
    private final PageMarkup page = Views.of(Views.forgetful()).page("/zweiklick", List.of(), Guarding.NONE);

    private static Embed share(String original) {
        Service service = new ServiceReader().read("""
                        {
                          "name": "Netz",
                          "embeds": [
                            {
                              "id": "share", "content": "share", "treatment": "link",
                              "forms": [{"element": "a", "class": "netz"}], "original": "%s"
                            }
                          ]
                        }
                        """.formatted(original), "netz.json");
        return new Embed(service, service.embed("share").orElseThrow(), Map.of());
    }

    @Test
    void aLinkSaysWhatItDoesInOurWords() {
        assertThat(page.plainLink(share("https://netz.example/share"), PlaceholderViewTest.at(Place.FLOW))
                        .toString())
                .contains("href=\"https://netz.example/share\"")
                .contains(">Teilen: Netz ")
                .contains("(anderer Anbieter)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:", "sms:?", "threema://compose"})
    void aLetterLeadsToNoOtherProvider(String app) {
        assertThat(page.plainLink(share(app), PlaceholderViewTest.at(Place.FLOW))
                        .toString())
                .isEqualTo("<a class=\"zweiklick-link\" href=\"" + app + "\">Teilen: Netz</a>");
    }
}
