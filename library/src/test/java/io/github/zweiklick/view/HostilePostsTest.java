package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.Asker;
import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.feed.Item;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageMarkup.Embeds;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.PostMedia.Room;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a source makes of an answer, also one that is not ours: the page loads nothing foreign and runs nothing. */
class HostilePostsTest {
    private static final String BASE = "/zweiklick";

    /** The network that demands the most. */
    private static final Optional<Service> X = Catalogue.bundled().service("x");

    private static final Set<String> ELEMENTS = Set.of(
            ("svg path article header footer div span p a img h2 h3 h4 h5 h6 bdi time figure figcaption details summary"
                            + " blockquote ul ol li br pre code strong em del")
                    .split(" "));

    private static final Set<String> ATTRIBUTES = Set.of(
            ("xmlns fill fill-rule d aria-hidden focusable tabindex class id href src srcset sizes alt width height loading"
                            + " decoding lang dir datetime rel referrerpolicy role aria-label aria-labelledby data-unsized")
                    .split(" "));

    /** What two-click players have beside that. */
    private static final Set<String> PLAYER_ELEMENTS =
            Set.of("zweiklick-embed", "button", "dl", "dt", "dd", "noscript", "iframe");

    private static final Set<String> PLAYER_ATTRIBUTES = Set.of(
            ("aria-level data-closed data-days data-failed data-frame data-mark data-notice data-once data-ratio data-remember data-replay"
                            + " data-service data-state data-withdrawn data-zweiklick form formaction formmethod formtarget hidden name title"
                            + " type value")
                    .split(" "));

    private static final String PICTURE = "/zweiklick/media/[\\w-]{22}-(320|640|1280)";

    private final HostilePosts hostile = new HostilePosts();
    private final Wording wording = Texts.of(List.of("de"), Map.of()).of(Optional.of("de"));

    @Test
    void nothingOfThemRunsOrLoads() {
        PostMarkup posts = posts(PostMedia.NO_PLAYERS, Room.LIST);
        for (int i = 0; i < 2_000; i++) {
            String markup = next(posts);
            assertThat(Jsoup.parseBodyFragment(markup).body().children())
                    .as(markup)
                    .hasSize(1);
            for (Element element : elements(markup)) {
                isHarmless(element, ELEMENTS, ATTRIBUTES, markup);
            }
        }
    }

    /** Titles, words and pictures of videos stand in the placeholders of their players. */
    @ParameterizedTest
    @EnumSource
    void nothingRunsOrLoadsBesideTheirPlayers(Room room) {
        Embed video = ExampleServices.video(ExampleServices.risky());
        ViewSettings settings =
                new ViewSettings(Views.city(), false, ShareCounts.none(), Feeds.none(), picture -> true);
        PageMarkup page = View.of(settings, List.of(video.service()), Clock.systemUTC(), finding -> {})
                .page(BASE, List.of(), Guarding.NONE);
        VideoPreviews previews = new VideoPreviews(settings, BASE, Asker.PAGE);
        Occurrence where = PlaceholderViewTest.at(Place.FLOW);
        PostMarkup posts =
                posts(new TwoClickPlayers(page::placeholder, previews, everywhere(video), where, wording), room);
        int players = 0;
        for (int i = 0; i < 500; i++) {
            String markup = next(posts);
            for (Element element : elements(markup)) {
                if (element.normalName().equals("zweiklick-embed")) {
                    players++;
                }
                if (element.closest("zweiklick-embed") == null) {
                    isHarmless(element, ELEMENTS, ATTRIBUTES, markup);
                } else {
                    isHarmless(element, with(ELEMENTS, PLAYER_ELEMENTS), with(ATTRIBUTES, PLAYER_ATTRIBUTES), markup);
                    assertThat(element.attr("formaction"))
                            .matches("|/zweiklick/airlock\\?service=network&embed=video&c.id=7&notice=[\\w-]+&lang=de");
                }
            }
        }
        assertThat(players).isGreaterThan(100);
    }

    private static PostMarkup posts(PostMedia.Players players, Room room) {
        Links links = new Links(false, BASE);
        PictureAddresses pictures = new PictureAddresses(BASE);
        return new PostMarkup(
                links, new PostTimes(ZoneOffset.UTC), new PostMedia(links, pictures, players, room), pictures);
    }

    private String next(PostMarkup posts) {
        Item item =
                new Item(hostile.post(true), "rathaus", Optional.of("mastodon"), Instant.EPOCH, Duration.ofMinutes(1));
        return posts.of(item, "p", X, 3, true, wording).toString();
    }

    private static List<Element> elements(String markup) {
        List<Element> all = Jsoup.parseBodyFragment(markup).body().getAllElements();
        return all.subList(1, all.size());
    }

    private static void isHarmless(Element element, Set<String> elements, Set<String> attributes, String markup) {
        assertThat(elements).as(markup).contains(element.normalName());
        for (Attribute attribute : element.attributes()) {
            assertThat(attributes).as(markup).contains(attribute.getKey());
        }
        if (element.hasAttr("href")) {
            assertThat(element.attr("href"))
                    .as(markup)
                    .matches("(?s)https?://.*|/zweiklick/settings\\?lang=de|#zweiklick-\\d+-end");
        }
        if (element.hasAttr("src")) {
            assertThat(element.attr("src")).as(markup).matches(PICTURE);
        }
        assertThat(element.attr("srcset")).as(markup).matches("|(" + PICTURE + " \\d+w(, )?)+");
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** The catalogue of a site that knows one video, at whatever address. */
    private static Embeds everywhere(Embed video) {
        return new Embeds() {
            private int number;

            @Override
            public Optional<Embed> at(WebUrl address) {
                return Optional.of(video);
            }

            @Override
            public int nextNumber() {
                return ++number;
            }
        };
    }
}
