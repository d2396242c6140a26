package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the law wants told (Art. 13 GDPR, § 25 TDDDG) is read, and read out, before there is anything to click. */
final class FactsBeforeButtonTest {
    private static final List<String> LABELS = List.of(
            "recipient.label",
            "data.label",
            "device.label",
            "purposes.label",
            "transfer.label",
            "controller.label",
            "withdrawal.label",
            "duration.label",
            "duration.remember.label");

    private final PageMarkup page = Views.of(Views.city()).page("/zweiklick", List.of(), Guarding.NONE);

    static Stream<Arguments> embeds() {
        return Catalogue.bundled().services().stream()
                .flatMap(service -> service.embeds().stream().map(kind -> embed(service, kind)))
                .filter(Embed::isLoadable)
                .flatMap(embed -> Texts.FINISHED.stream()
                        .flatMap(tag -> Stream.of(Place.FLOW, Place.PHRASING)
                                .map(place -> Arguments.of(
                                        embed.service().id(), embed.kind().id(), tag, place, embed))));
    }

    private static Embed embed(Service service, EmbedKind kind) {
        Map<String, String> captures = kind.captures().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> name.equals("host") ? "social.example" : "7"));
        return new Embed(service, kind, captures);
    }

    @ParameterizedTest(name = "{0}/{1} {2} {3}")
    @MethodSource("embeds")
    void everyFactComesFirst(String service, String kind, String tag, Place place, Embed embed) {
        Occurrence where = Occurrence.plain(1, place, tag, 2);
        PageMarkup.Placeholder placeholder = page.placeholder(embed, where);
        Element root = Jsoup.parseBodyFragment(placeholder.before() + "" + placeholder.after())
                .expectFirst("zweiklick-embed");
        root.select(".zweiklick-bar").remove(); // It is there once the embed is loaded.
        List<Element> inOrder = List.copyOf(root.getAllElements());
        int button = inOrder.indexOf(root.expectFirst("button"));
        Wording wording = Texts.finished().of(Optional.of(tag));

        List<Element> before = inOrder.subList(0, button);
        assertThat(before.stream()
                        .filter(element -> element.hasClass("zweiklick-label"))
                        .map(Element::text))
                .containsExactlyElementsOf(
                        LABELS.stream().map(key -> wording.say(key) + ":").toList());
        assertThat(before.stream()
                        .filter(element -> element.hasClass("zweiklick-line"))
                        .map(element -> element.ownText().length()))
                .hasSize(LABELS.size())
                .allMatch(length -> length > 3);
        assertThat(before.stream().filter(element -> element.is("a[href^=https:]")))
                .as("the privacy policy")
                .hasSize(1);
        assertThat(before)
                .as("nothing of it is folded or waits for a script")
                .noneMatch(element -> element.is("details, [hidden]:not([data-zweiklick=remember])"));
    }
}
