package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageMarkup.Placeholder;
import io.github.zweiklick.page.PageMarkup.Quote;
import io.github.zweiklick.page.Poster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenPlaceholdersTest {
    private static final Embed POST = ExampleServices.post(ExampleServices.network());
    private static final Wording GERMAN = Texts.finished().of(Optional.of("de"));
    private static final Wording ENGLISH = Texts.finished().of(Optional.of("en"));

    private final WrittenPlaceholders written = new WrittenPlaceholders();
    private int count;

    private Placeholder of(Embed embed, Occurrence where, Wording wording, String base) {
        return written.of(
                embed, where, wording, base, () -> new Placeholder(Html.text(Integer.toString(++count)), Html.EMPTY));
    }

    private static Occurrence at(
            int number,
            Place place,
            Optional<Integer> width,
            Optional<Integer> height,
            Optional<String> title,
            Optional<Quote> quote,
            int level) {
        return new Occurrence(number, place, Optional.of("de"), width, height, title, quote, level, Optional.empty());
    }

    private static Occurrence withPoster(String address) {
        return new Occurrence(
                1,
                Place.FLOW,
                Optional.of("de"),
                Optional.of(500),
                Optional.of(300),
                Optional.of("Fest"),
                Optional.empty(),
                3,
                Optional.of(new Poster(address, false)));
    }

    private static Occurrence at(int number) {
        return at(number, Place.FLOW, Optional.of(500), Optional.of(300), Optional.of("Fest"), Optional.empty(), 3);
    }

    @Test
    void isWrittenOnce() {
        Placeholder first = of(POST, at(1), GERMAN, "/zweiklick");
        assertThat(of(new Embed(POST.service(), POST.kind(), Map.copyOf(POST.captures())), at(1), GERMAN, "/zweiklick"))
                .isSameAs(first);
    }

    @Test
    void whateverItDependsOnMakesAnother() {
        Map<String, String> captures = new java.util.HashMap<>(POST.captures());
        captures.replaceAll((name, value) -> value + "1");
        Embed otherFacts = ExampleServices.post(ExampleServices.risky());
        Optional<Integer> side = Optional.of(400);
        Optional<Quote> quote = Optional.of(new Quote("Worte", Optional.empty()));
        List<Placeholder> all = List.of(
                of(POST, at(1), GERMAN, "/zweiklick"),
                of(POST, at(2), GERMAN, "/zweiklick"),
                of(POST, at(1), ENGLISH, "/zweiklick"),
                of(POST, at(1), GERMAN, "/stadt/zweiklick"),
                of(new Embed(POST.service(), POST.kind(), captures), at(1), GERMAN, "/zweiklick"),
                of(otherFacts, at(1), GERMAN, "/zweiklick"),
                of(POST, at(1, Place.PHRASING, side, side, Optional.empty(), quote, 3), GERMAN, "/zweiklick"),
                of(POST, at(1, Place.FLOW, side, side, Optional.empty(), quote, 3), GERMAN, "/zweiklick"),
                of(POST, at(1, Place.FLOW, Optional.empty(), side, Optional.empty(), quote, 3), GERMAN, "/zweiklick"),
                of(POST, at(1, Place.FLOW, side, Optional.empty(), Optional.empty(), quote, 3), GERMAN, "/zweiklick"),
                of(POST, at(1, Place.FLOW, side, side, Optional.of("Fest"), quote, 3), GERMAN, "/zweiklick"),
                of(POST, at(1, Place.FLOW, side, side, Optional.empty(), Optional.empty(), 3), GERMAN, "/zweiklick"),
                of(
                        POST,
                        at(
                                1,
                                Place.FLOW,
                                side,
                                side,
                                Optional.empty(),
                                Optional.of(new Quote("Worte", Optional.of("tr"))),
                                3),
                        GERMAN,
                        "/zweiklick"),
                of(POST, at(1, Place.FLOW, side, side, Optional.empty(), quote, 4), GERMAN, "/zweiklick"),
                of(POST, withPoster("/fest.jpg"), GERMAN, "/zweiklick"));
        assertThat(all.stream().map(placeholder -> placeholder.before().toString()))
                .doesNotHaveDuplicates();
        assertThat(count).isEqualTo(all.size());
    }

    @Test
    void keepsTheLatest() {
        for (int i = 1; i <= 3 * WrittenPlaceholders.MOST; i++) {
            of(POST, at(i), GERMAN, "/zweiklick");
            of(POST, at(0), GERMAN, "/zweiklick");
        }
        assertThat(written.size()).isEqualTo(WrittenPlaceholders.MOST);
        assertThat(count).isEqualTo(3 * WrittenPlaceholders.MOST + 1);
    }
}
