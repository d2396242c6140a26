package io.github.zweiklick.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.media.Sight.Busy;
import io.github.zweiklick.media.Sight.Dead;
import io.github.zweiklick.media.Sight.Shown;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.upstream.StubServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaProxyTest extends MediaRig {
    private static int width(Sight sight) {
        assertThat(sight).isInstanceOf(Shown.class);
        return Samples.read(((Shown) sight).picture().bytes()).getWidth();
    }

    @Test
    void fetchesOnceForAllWidths() {
        stub.replies(picture(Samples.jpeg(800, 600)));
        String name = show(stub.origin() + "/a.jpg?x=1#y");

        assertThat(width(proxy.look(name, 320))).isEqualTo(320);
        assertThat(width(proxy.look(name, 640))).isEqualTo(640);
        assertThat(width(proxy.look(name, 1280))).isEqualTo(800);

        assertThat(stub.lines()).containsExactly("GET /a.jpg?x=1 HTTP/1.1");
        assertThat(stub.requests().get(0).headers())
                .containsOnlyKeys("host", "user-agent", "accept", "accept-encoding", "connection");
        assertThat(proxy.status().fetched()).isOne();
        assertThat(proxy.status().held()).isOne();
        assertThat(proxy.status().bytes()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "../../../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA/"})
    void asksNobodyForWhatNoContentShows(String name) {
        show(stub.origin() + "/a.jpg");
        assertThat(proxy.look(name, 320)).isEqualTo(new Dead());
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void namesAreShortAndTheAddressesOwn() {
        assertThat(PictureName.of("https://a.example/1")).isEqualTo(PictureName.of("https://a.example/1"));
        assertThat(PictureName.of("https://a.example/1")).isNotEqualTo(PictureName.of("https://a.example/2"));
        assertThat(PictureName.of("")).isEqualTo("47DEQpj8HBSa-_TImW-5JA");
        assertThat(PictureName.isName(PictureName.of(""))).isTrue();
        assertThat(PictureName.ofHex(PictureName.toHex(PictureName.of("\u00e4"))))
                .isEqualTo(PictureName.of("\u00e4"));
    }

    @Test
    void whatTheServerSaysThatItIsCountsForNothing() {
        stub.replies(StubServer.answer(200, Map.of("Content-Type", "text/html"), Samples.png(10, 10)));
        assertThat(width(proxy.look(show(stub.origin() + "/a"), 320))).isEqualTo(10);
        stub.replies(StubServer.status(200, "image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assertThat(proxy.look(show(stub.origin() + "/b"), 320)).isEqualTo(new Dead());
    }

    @Test
    void deadOnesAreAskedForAgainLaterAndLater() {
        stub.replies(StubServer.status(404, "text/plain", "no"));
        String name = show(stub.origin() + "/a");
        Duration wait = Duration.ofMinutes(10);
        for (int asked = 1; asked <= 10; asked++) {
            assertThat(proxy.look(name, 320)).isEqualTo(new Dead());
            assertThat(stub.requests()).hasSize(asked);
            clock.advance(wait.minusSeconds(1));
            assertThat(proxy.look(name, 320)).isEqualTo(new Dead());
            assertThat(stub.requests()).hasSize(asked);
            clock.advance(Duration.ofSeconds(1));
            Duration twice = wait.multipliedBy(2);
            wait = twice.compareTo(Duration.ofDays(1)) < 0 ? twice : Duration.ofDays(1);
        }
        assertThat(proxy.status().failed()).isEqualTo(10);
        assertThat(findings.findings()).isEmpty();

        stub.replies(picture(Samples.png(10, 10)));
        assertThat(width(proxy.look(name, 320))).isEqualTo(10);
    }

    @Test
    void takesNoMoreThanTenMillionBytes() {
        byte[] long_ = Samples.joined(Samples.png(10, 10), new byte[MediaProxy.MOST_BYTES]);
        stub.replies(picture(long_));
        assertThat(proxy.look(show(stub.origin() + "/a"), 320)).isEqualTo(new Dead());
        stub.replies(picture(Samples.part(long_, 0, MediaProxy.MOST_BYTES)));
        assertThat(width(proxy.look(show(stub.origin() + "/b"), 320))).isEqualTo(10);
    }

    @Test
    void isNotLedIntoTheHouse() {
        try (StubServer inside = StubServer.http().replies(picture(Samples.png(10, 10)))) {
            stub.replies(StubServer.redirect(302, inside.origin() + "/a.png"));
            assertThat(proxy.look(show(stub.origin() + "/a"), 320)).isEqualTo(new Dead());
            assertThat(proxy.look(show(inside.origin() + "/a.png"), 320)).isEqualTo(new Dead());
            assertThat(proxy.look(show("file:///etc/passwd"), 320)).isEqualTo(new Dead());
            assertThat(proxy.look(show("data:image/png;base64,AAAA"), 320)).isEqualTo(new Dead());
            assertThat(proxy.look(show("no address"), 320)).isEqualTo(new Dead());
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void whatNoContentShowsAnyMoreIsRemoved(@TempDir Path directory) {
        proxy.close();
        proxy = proxy(Optional.of(directory), PATIENCE);
        stub.replies(picture(Samples.png(10, 10)));
        String asked = show(stub.origin() + "/a");
        String retained = show(stub.origin() + "/b");
        String purged = show(stub.origin() + "/c");
        for (String name : known.keySet()) {
            proxy.look(name, 320);
        }
        assertThat(proxy.status().held()).isEqualTo(3);
        assertThat(directory.toFile().list()).hasSize(3);

        known.remove(asked);
        assertThat(proxy.look(asked, 320)).isEqualTo(new Dead());
        // Just after a start nothing is known: what is kept is not taken for what nobody shows.
        assertThat(proxy.status().held()).isEqualTo(3);
        known.remove(retained);
        proxy.retain(known::containsKey);
        assertThat(proxy.status().held()).isEqualTo(1);
        proxy.purge(purged);
        assertThat(proxy.status().held()).isZero();
        assertThat(proxy.status().bytes()).isZero();
        assertThat(directory.toFile().list()).isEmpty();
        proxy.purge("../a");
    }

    @Test
    void whatGoesWhileItIsFetchedIsNotKept() {
        String name = show(stub.origin() + "/a");
        stub.replies((request, socket) -> {
            known.remove(name);
            picture(Samples.png(10, 10)).to(request, socket);
        });
        assertThat(proxy.look(name, 320)).isEqualTo(new Dead());
        assertThat(proxy.status().held()).isZero();
    }

    @Test
    void oldOnesAreFetchedAnewInTheBackground() {
        String name = show(stub.origin() + "/a");
        stub.replies(picture(Samples.png(10, 10)));
        proxy.look(name, 320);
        clock.advance(Duration.ofDays(6));
        assertThat(width(proxy.look(name, 320))).isEqualTo(10);
        assertThat(stub.requests()).hasSize(1);

        clock.advance(Duration.ofDays(2));
        stub.replies(picture(Samples.png(20, 20)));
        assertThat(width(proxy.look(name, 320))).isEqualTo(10);
        Eventually.until("it is fetched anew", () -> width(proxy.look(name, 320)) == 20);
        assertThat(stub.requests()).hasSize(2);

        clock.advance(Duration.ofDays(8));
        stub.replies(StubServer.status(503, "text/plain", "later"));
        assertThat(width(proxy.look(name, 320))).isEqualTo(20);
        // Asked for again, as pages do: nothing is begun while the fetch before has not quite ended.
        Eventually.until(
                "that fails",
                () -> width(proxy.look(name, 320)) == 20 && proxy.status().failed() == 1);
        assertThat(width(proxy.look(name, 320))).isEqualTo(20);
        assertThat(stub.requests()).hasSize(3);

        clock.advance(Duration.ofDays(1));
        stub.replies(StubServer.status(410, "text/plain", "gone"));
        assertThat(width(proxy.look(name, 320))).isEqualTo(20);
        Eventually.until("it is gone", () -> proxy.look(name, 320).equals(new Dead()));
    }

    @Test
    void requestsDoNotWaitForLong() {
        proxy.close();
        proxy = proxy(Optional.empty(), new MediaProxy.Patience(1, Duration.ZERO));
        stub.replies(StubServer.silence());
        String name = show(stub.origin() + "/a");
        assertThat(proxy.look(name, 320)).isInstanceOf(Busy.class);
        Eventually.until("it was asked", () -> stub.requests().size() == 1);
        assertThat(proxy.look(name, 320)).isInstanceOf(Busy.class);
        assertThat(proxy.status().waiting()).isOne();
    }

    @Test
    void notManyWait() {
        proxy.close();
        proxy = proxy(Optional.empty(), new MediaProxy.Patience(0, Duration.ofDays(1)));
        stub.replies(picture(Samples.png(10, 10)));
        String name = show(stub.origin() + "/a");
        assertThat(proxy.look(name, 320)).isInstanceOf(Busy.class);
        Eventually.until("it is there", () -> proxy.status().held() == 1);
        assertThat(width(proxy.look(name, 320))).isEqualTo(10);
    }

    @Test
    void oneHostThatHangsHoldsUpNoOther() {
        proxy.close();
        proxy = proxy(
                new MediaSettings(true, 1 << 20, Optional.empty(), Set.of(stub.origin(), "http://localhost:1")),
                PATIENCE);
        stub.replies(StubServer.silence());
        for (int i = 0; i < 20; i++) {
            proxy.prepare(show(stub.origin() + "/" + i));
        }
        Eventually.until("as many as may hang", () -> stub.requests().size() == 3);
        // Of another name, though of the same machine: nothing listens there, which is soon known.
        assertThat(proxy.look(show("http://localhost:1/a"), 320)).isEqualTo(new Dead());
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void closingEndsWaitingAndThreads() {
        stub.replies(StubServer.silence());
        String name = show(stub.origin() + "/a");
        CompletableFuture<Sight> waiting = CompletableFuture.supplyAsync(() -> proxy.look(name, 320));
        Eventually.until("it was asked", () -> stub.requests().size() == 1);
        proxy.close();
        upstreams.close();
        assertThat(waiting.join()).isInstanceOf(Busy.class);
        assertThat(proxy.look(name, 320)).isInstanceOf(Busy.class);
        Eventually.until(
                "the threads end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith(Lanes.THREADS)));
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void isPreparedBeforeAnybodyAsks() {
        stub.replies(picture(Samples.png(10, 10)));
        String name = show(stub.origin() + "/a");
        proxy.prepare(name);
        proxy.prepare("unknown");
        Eventually.until("it is there", () -> proxy.status().held() == 1);
        proxy.prepare(name);
        assertThat(width(proxy.look(name, 320))).isEqualTo(10);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void tellsOfHostsThatGiveNothing() {
        stub.replies(StubServer.status(403, "text/html", "The firewall says no"));
        for (int i = 0; i < PictureLog.IN_A_ROW - 1; i++) {
            proxy.look(show(stub.origin() + "/" + i), 320);
        }
        assertThat(findings.findings()).isEmpty();
        proxy.look(show(stub.origin() + "/last"), 320);
        assertThat(findings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.UPSTREAM);
            assertThat(finding.place()).isEqualTo("pictures/127.0.0.1");
            assertThat(finding.message()).contains("\"127.0.0.1\"", "HTTP status 403");
            assertThat(finding.remedy()).contains("firewall");
        });

        stub.replies(picture(Samples.png(10, 10)));
        proxy.look(show(stub.origin() + "/works"), 320);
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void canLeavePicturesAsTheyCame() {
        proxy.close();
        proxy = proxy(new MediaSettings(false, 1 << 20, Optional.empty(), Set.of(stub.origin())), PATIENCE);
        byte[] avif = Samples.latin1("\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf");
        stub.replies(picture(avif));
        String name = show(stub.origin() + "/a");
        for (int width : MediaProxy.WIDTHS) {
            assertThat(proxy.look(name, width)).isInstanceOfSatisfying(Shown.class, shown -> {
                assertThat(shown.picture().bytes()).isEqualTo(avif);
                assertThat(shown.picture().contentType()).isEqualTo("image/avif");
            });
        }
        stub.replies(StubServer.status(200, "image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assertThat(proxy.look(show(stub.origin() + "/b"), 320)).isEqualTo(new Dead());
    }

    @Test
    void pagesAreToldWhatIsThereWithoutWaiting(@TempDir Path directory) {
        proxy.close();
        proxy = proxy(Optional.of(directory), PATIENCE);
        stub.replies(picture(Samples.jpeg(800, 600)));
        String name = show(stub.origin() + "/a.jpg");
        assertThat(proxy.isReady(name)).as("nobody has looked yet").isFalse();
        Eventually.until("it was fetched", () -> proxy.isReady(name));
        assertThat(stub.lines()).hasSize(1);
        assertThat(proxy.isReady(PictureName.of("https://a.example/unknown"))).isFalse();
        assertThat(proxy.isReady("../x")).isFalse();

        proxy.purge(name);
        known.remove(name);
        assertThat(proxy.isReady(name)).isFalse();

        show(stub.origin() + "/a.jpg");
        Eventually.until("it was fetched anew", () -> proxy.isReady(name));
        proxy.retain(other -> false);
        known.remove(name);
        assertThat(proxy.isReady(name)).isFalse();
        assertThat(stub.lines()).hasSize(2);
    }

    @Test
    void whatWasKeptIsThereAfterARestart(@TempDir Path directory) {
        stub.replies(picture(Samples.jpeg(800, 600)));
        String name = show(stub.origin() + "/a.jpg");
        for (int start = 0; start < 2; start++) {
            proxy.close();
            proxy = proxy(Optional.of(directory), PATIENCE);
            Eventually.until("it is there", () -> proxy.isReady(name));
        }
        proxy.close();
        proxy = proxy(Optional.of(directory), PATIENCE);
        proxy.prepare(name);
        assertThat(proxy.isReady(name)).isTrue();
        assertThat(stub.lines()).hasSize(1);
    }

    /** One that was there may be gone when it is fetched again. */
    @Test
    void deadOnesAreNotThereAndAskedForSeldom() {
        stub.replies(StubServer.status(404, "text/html", ""));
        String name = show(stub.origin() + "/a.jpg");
        assertThat(proxy.look(name, 320)).isEqualTo(new Dead());
        assertThat(proxy.isReady(name)).isFalse();
        assertThat(stub.lines()).hasSize(1);

        stub.replies(picture(Samples.jpeg(800, 600)));
        clock.advance(Duration.ofMinutes(10));
        Eventually.until("it came", () -> proxy.isReady(name));

        stub.replies(StubServer.status(404, "text/html", ""));
        clock.advance(Duration.ofDays(8));
        assertThat(width(proxy.look(name, 320)))
                .as("shown while it is fetched again")
                .isEqualTo(320);
        Eventually.until("it went", () -> proxy.look(name, 320).equals(new Dead()) && !proxy.isReady(name));
    }

    @Test
    void sizesAreThoseThatAreKnown() {
        assertThat(proxy.size(show(stub.origin() + "/a.jpg"))).isEmpty();
        assertThat(proxy.size("../x")).isEmpty();
    }
}
