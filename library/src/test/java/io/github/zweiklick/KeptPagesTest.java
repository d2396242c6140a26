package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.Protection.PageOutcome;
import io.github.zweiklick.finding.Tally;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptPagesTest {
    private static final WebUrl ADDRESS =
            WebUrl.parse("https://www.musterstadt.example/rathaus?x=1").orElseThrow();
    private static final OwnHosts OWN = new OwnHosts(List.of("www.musterstadt.example"));
    private static final String EMBED =
            "<p>Rundgang</p><iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>"
                    + "<img src=https://bilder.example.net/1.png><a href=https://land.example/>Land</a>";
    private static final String PLAIN = "<p>Sprechzeiten</p><img src=/1.png>";

    private final Site keeping = site("{\"keepPages\": 65536}");
    private final Site never = site("{\"keepPages\": 0}");

    private static Site site(String configuration) {
        return Site.of(Configuration.parse(configuration, "zweiklick.json"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        keeping.asked().close();
        never.asked().close();
    }

    private static PageOutcome examine(Site site, String body) {
        return examine(site, body, ADDRESS, "text/html; charset=utf-8", List.of(), OWN, "/zweiklick");
    }

    private static PageOutcome examine(
            Site site, String body, WebUrl address, String type, List<String> policies, OwnHosts own, String base) {
        return new Protection(site, address, own, base, Mode.PROTECT)
                .examine(body.getBytes(StandardCharsets.UTF_8), Optional.of(type), policies);
    }

    /** Everything an outcome tells. */
    private static String told(PageOutcome outcome) {
        Rewrite rewrite = outcome.rewrite();
        String body = rewrite instanceof Rewrite.Rewritten changed
                ? changed.charset() + " " + new String(changed.body(), StandardCharsets.UTF_8)
                : rewrite.toString();
        return body + " " + outcome.headers() + " " + outcome.lifetime();
    }

    @ParameterizedTest
    @ValueSource(strings = {EMBED, PLAIN})
    void thePageIsTheSameHoweverOftenItIsAskedFor(String body) {
        String first = told(examine(keeping, body));
        assertThat(keeping.pages().kept()).as("met once").isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(told(examine(keeping, body))).isEqualTo(first).isEqualTo(told(examine(never, body)));
            assertThat(keeping.pages().kept()).isPositive();
        }
        assertThat(never.pages().kept()).isZero();
    }

    @Test
    void findingsAreCountedEachTime() {
        for (int i = 0; i < 5; i++) {
            examine(keeping, EMBED);
            examine(never, EMBED);
        }
        assertThat(keeping.findings().tallies())
                .hasSizeGreaterThan(1)
                .allMatch(tally -> tally.count() == 5)
                .extracting(Tally::finding)
                .isEqualTo(
                        never.findings().tallies().stream().map(Tally::finding).toList());
        keeping.findings().forget(finding -> true);
        examine(keeping, EMBED);
        assertThat(keeping.findings().findings()).as("met again").isNotEmpty();
    }

    @Test
    void whoeverGetsAPageMayChangeIt() {
        String first = told(examine(keeping, EMBED));
        for (int i = 0; i < 4; i++) {
            PageOutcome outcome = examine(keeping, EMBED);
            assertThat(told(outcome)).isEqualTo(first);
            if (outcome.rewrite() instanceof Rewrite.Rewritten rewritten) {
                Arrays.fill(rewritten.body(), (byte) 'x');
            }
        }
    }

    /** Whoever only reads is given what is kept itself. */
    @Test
    void whatIsKeptIsSharedWithThoseWhoAsk() {
        Protection protection = new Protection(keeping, ADDRESS, OWN, "/zweiklick", Mode.PROTECT);
        byte[] body = EMBED.getBytes(StandardCharsets.UTF_8);
        byte[] written = ("xx" + EMBED + "x").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            assertThat(protection.sharedBody(written, 2, body.length)).isEmpty();
            protection.examineShared(body, Optional.of("text/html"), List.of());
        }
        assertThat(protection.sharedBody(written, 2, body.length))
                .hasValueSatisfying(kept -> assertThat(kept).isNotSameAs(body).isEqualTo(body));
        assertThat(protection.sharedBody(written, 1, body.length)).isEmpty();
        assertThat(protection.sharedBody(written, 2, body.length + 1)).isEmpty();
        assertThat(protection
                        .examineShared(body, Optional.of("text/html"), List.of())
                        .rewrite())
                .isSameAs(protection
                        .examineShared(body, Optional.of("text/html"), List.of())
                        .rewrite());
    }

    @Test
    void whoeverHandsAPageInMayChangeIt() {
        byte[] body = EMBED.getBytes(StandardCharsets.UTF_8);
        Protection protection = new Protection(keeping, ADDRESS, OWN, "/zweiklick", Mode.PROTECT);
        for (int i = 0; i < 3; i++) {
            protection.examine(body, Optional.of("text/html"), List.of());
        }
        Arrays.fill(body, (byte) 'x');
        assertThat(protection.examine(body, Optional.of("text/html"), List.of()).rewrite())
                .isInstanceOf(Rewrite.Unchanged.class);
    }

    /** Whatever an outcome depends on changes by turns, beside what was asked before. */
    @Test
    void nothingIsTakenForAnother() {
        Random chance = new Random(7);
        WebUrl[] addresses = {
            ADDRESS,
            WebUrl.parse("https://www.musterstadt.example/rathaus?x=2").orElseThrow(),
            WebUrl.parse("https://www.musterstadt.example/").orElseThrow()
        };
        String[] bodies = {EMBED, PLAIN, EMBED.replace("XcQ", "XcR"), "<div class=fb-share-button></div>\u00e4"};
        String[] types = {"text/html; charset=utf-8", "text/html; charset=iso-8859-1", "application/xhtml+xml"};
        List<List<String>> policies =
                List.of(List.of(), List.of("script-src 'nonce-abc'"), List.of("style-src 'self'"));
        OwnHosts[] owns = {OWN, new OwnHosts(List.of("www.musterstadt.example", "bilder.example.net"))};
        for (int i = 0; i < 2_000; i++) {
            WebUrl address = addresses[chance.nextInt(addresses.length)];
            String body = bodies[chance.nextInt(bodies.length)];
            String type = types[chance.nextInt(types.length)];
            List<String> policy = policies.get(chance.nextInt(policies.size()));
            OwnHosts own = owns[chance.nextInt(owns.length)];
            String base = chance.nextBoolean() ? "/zweiklick" : "/stadt/zweiklick";
            // By threes, so that the last is answered from memory.
            for (int times = 0; times < 3; times++) {
                assertThat(told(examine(keeping, body, address, type, policy, own, base)))
                        .isEqualTo(told(examine(never, body, address, type, policy, own, base)));
            }
        }
        assertThat(keeping.pages().kept()).isPositive();
    }

    /** Such pages come again, but no outcome of theirs does. */
    @Test
    void pagesWhosePolicyIsAnotherEachTimeTakeNoRoom() {
        for (int i = 0; i < 8; i++) {
            examine(keeping, EMBED, ADDRESS, "text/html", List.of("script-src 'nonce-" + i + "'"), OWN, "/zweiklick");
        }
        assertThat(keeping.pages().kept()).isZero();
    }

    @Test
    void whatIsToBeToldOfAPageTakesRoomAsWell() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            page.append("<img src=//h").append(i).append(".example/>");
        }
        for (int i = 0; i < 3; i++) {
            examine(keeping, page.toString());
        }
        assertThat(keeping.pages().kept()).as("more than a quarter").isZero();
        assertThat(keeping.findings().tallies()).hasSize(200).allMatch(tally -> tally.count() == 3);
    }

    @Test
    void whatIsObservedIsObservedEachTime() {
        Protection observing = new Protection(keeping, ADDRESS, OWN, "/zweiklick", Mode.OBSERVE);
        for (int i = 0; i < 4; i++) {
            examine(keeping, EMBED);
            assertThat(observing
                            .examine(
                                    EMBED.getBytes(StandardCharsets.UTF_8),
                                    Optional.of("text/html; charset=utf-8"),
                                    List.of())
                            .rewrite())
                    .isInstanceOf(Rewrite.Unchanged.class);
        }
    }

    /** What stands in them may be another the next time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<zweiklick-feed source=rathaus></zweiklick-feed>",
                "<zweiklick-post href=https://social.example/@stadt/1></zweiklick-post>",
                "<zweiklick-share counts></zweiklick-share>",
                "<zweiklick-settings></zweiklick-settings>"
            })
    void pagesWithWhatChangesAreNotKept(String element) {
        for (int i = 0; i < 4; i++) {
            examine(keeping, "<p>x</p>" + element);
        }
        assertThat(keeping.pages().kept()).isZero();
    }

    @Test
    void thePlaceholderOfAVideoWhoseNetworkIsAskedIsWrittenEachTime() {
        Site asking = site(
                "{\"origin\": \"https://www.musterstadt.example\", \"feeds\": {\"timeZone\": \"Europe/Berlin\", \"posts\": {\"networks\": {\"youtube\":"
                        + " {\"base\": \"http://127.0.0.1:9\", \"account\": \"@Stadt\"}}}}}");
        try {
            for (int i = 0; i < 4; i++) {
                examine(asking, EMBED);
            }
            assertThat(asking.pages().kept()).isZero();
            for (int i = 0; i < 2; i++) {
                examine(asking, PLAIN);
            }
            assertThat(asking.pages().kept()).isPositive();
        } finally {
            asking.asked().close();
        }
    }

    @Test
    void whatCouldNotBeExaminedIsTriedAgain() {
        for (int i = 0; i < 4; i++) {
            assertThat(examine(keeping, "<p>x", ADDRESS, "text/html; charset=utf-7", List.of(), OWN, "/zweiklick")
                            .rewrite())
                    .isNotNull();
            examine(keeping, "<p>x", ADDRESS, "text/html; charset=iso-2022-kr", List.of(), OWN, "/zweiklick");
        }
        assertThat(keeping.findings().tallies())
                .filteredOn(tally -> tally.finding().message().contains("could not be examined"))
                .singleElement()
                .matches(tally -> tally.count() == 4);
    }

    @Test
    void theyTakeNoMoreRoomThanTheyMay() {
        String large = "<p>" + "x".repeat(20_000);
        examine(keeping, large);
        examine(keeping, large);
        assertThat(keeping.pages().kept()).as("more than a quarter").isZero();
        for (int i = 0; i < 500; i++) {
            WebUrl address =
                    WebUrl.parse("https://www.musterstadt.example/" + i).orElseThrow();
            for (int times = 0; times < 3; times++) {
                examine(
                        keeping,
                        "<p>" + "y".repeat(1_000 + i),
                        address,
                        "text/html; charset=utf-8",
                        List.of(),
                        OWN,
                        "/zweiklick");
            }
        }
        assertThat(keeping.pages().kept()).isPositive().isLessThanOrEqualTo(65_536);
    }

    @Test
    void theHeapBoundsThemToo() {
        Site greedy = site("{\"keepPages\": 1073741824}");
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(greedy.pages().room()).isEqualTo(Math.min(1L << 30, heap / 32));
        greedy.asked().close();
    }

    @Test
    void afterClosingNoneIsKept() {
        Zweiklick zweiklick = Zweiklick.create();
        Site site = zweiklick.site();
        for (int i = 0; i < 3; i++) {
            examine(site, EMBED);
        }
        assertThat(site.pages().kept()).isPositive();
        zweiklick.close();
        assertThat(site.pages().kept()).isZero();
    }
}
