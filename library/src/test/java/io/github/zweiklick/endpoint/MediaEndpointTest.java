package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.media.KnownPictures;
import io.github.zweiklick.media.MediaProxy;
import io.github.zweiklick.media.MediaSettings;
import io.github.zweiklick.media.PictureName;
import io.github.zweiklick.media.Samples;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.upstream.Upstreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET {base}/media/{name}-{width}}. */
@Timeout(60)
class MediaEndpointTest {
    private final TestClock clock = new TestClock();
    private final FindingLog findings = new FindingLog(clock);
    private final StubServer stub = StubServer.http();
    private final Upstreams upstreams =
            Upstreams.of(OutboundSettings.direct(), "https://www.musterstadt.example", clock, findings);
    private final String address = stub.origin() + "/a.jpg";
    private final String name = PictureName.of(address);
    private final MediaProxy proxy = MediaProxy.of(
            new MediaSettings(true, 1 << 20, Optional.empty(), Set.of(stub.origin())),
            upstreams,
            new KnownPictures() {
                @Override
                public Optional<String> address(String asked) {
                    return Optional.of(address).filter(known -> asked.equals(name));
                }

                @Override
                public Optional<Size> size(String asked) {
                    return address(asked).map(known -> new Size(1200, 675));
                }
            },
            clock,
            findings);
    private final MediaEndpoint endpoint = new MediaEndpoint(proxy);

    @AfterEach
    void close() {
        proxy.close();
        upstreams.close();
        stub.close();
    }

    private static Map<String, String> headers(Reply reply) {
        Map<String, String> headers = new TreeMap<>();
        for (HeaderLine line : reply.headers()) {
            headers.put(line.name(), line.value());
        }
        return headers;
    }

    @Test
    void answersWithThePicture() throws IOException {
        stub.replies(StubServer.answer(200, Map.of("Content-Type", "text/html"), Samples.jpeg(800, 600)));
        Reply reply = endpoint.answer(Requests.get("/media/" + name + "-640").build());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(reply.body())).getWidth())
                .isEqualTo(640);
        Map<String, String> headers = headers(reply);
        assertThat(headers.remove("ETag")).matches("\"[0-9a-f]{16}\"");
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Content-Type", "image/jpeg",
                        "Cache-Control", "public, max-age=86400, s-maxage=300, immutable",
                        "Content-Security-Policy", "default-src 'none'; sandbox",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "X-Content-Type-Options", "nosniff"));
    }

    @Test
    void answersThatItIsStillTheSame() {
        stub.replies(StubServer.answer(200, Map.of(), Samples.jpeg(800, 600)));
        Requests request = Requests.get("/media/" + name + "-320");
        String tag = headers(endpoint.answer(request.build())).get("ETag");
        for (String known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            Reply same = endpoint.answer(request.with("If-None-Match", known).build());
            assertThat(same.status()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(headers(same)).containsKeys("ETag", "Cache-Control").doesNotContainKey("Content-Type");
        }
        assertThat(endpoint.answer(request.with("If-None-Match", "\"x\"").build())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/",
                "/media/AAAAAAAAAAAAAAAAAAAAAA-320",
                "/media/AAAAAAAAAAAAAAAAAAAAAA-321",
                "/media/AAAAAAAAAAAAAAAAAAAAAA",
                "/media/..-320",
                "/media/https://www.example.org/a.jpg"
            })
    void unknownOnesAreAQuietPlaceholder(String path) {
        Reply reply = endpoint.answer(Requests.get(path).build());
        assertPlaceholder(reply, 1600, 1600, 900);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(headers(reply)).containsEntry("Cache-Control", "public, max-age=300");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void deadOnesAsWellWithTheirProportions() {
        stub.replies(StubServer.status(404, "image/jpeg", ""));
        Reply reply = endpoint.answer(Requests.get("/media/" + name + "-320").build());
        assertThat(reply.status()).isEqualTo(404);
        assertPlaceholder(reply, 1200, 1200, 675);
    }

    @Test
    void whatDoesNotComeMayComeLater() {
        proxy.close();
        Reply reply = endpoint.answer(Requests.get("/media/" + name + "-320").build());
        assertThat(reply.status()).isEqualTo(503);
        assertPlaceholder(reply, 1, 1200, 675);
        assertThat(headers(reply)).containsEntry("Cache-Control", "no-store").containsEntry("Retry-After", "5");
    }

    /** @param says how wide it says it is; the page's script asks once more for what is one pixel wide */
    private static void assertPlaceholder(Reply reply, int says, int width, int height) {
        assertThat(headers(reply))
                .containsEntry("Content-Type", "image/svg+xml")
                .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("ETag");
        Element area = Jsoup.parse(new String(reply.body(), StandardCharsets.US_ASCII), Parser.xmlParser())
                .expectFirst("svg[xmlns=http://www.w3.org/2000/svg]");
        assertThat(area.attr("width")).isEqualTo(Integer.toString(says));
        assertThat(area.hasAttr("height")).as("follows from the proportions").isFalse();
        assertThat(area.attr("viewBox")).isEqualTo("0 0 " + width + " " + height);
        assertThat(area.select("*")).extracting(Element::tagName).containsExactly("svg", "path");
        assertThat(area.expectFirst("path").attr("d")).isEqualTo("M0 0h" + width + "v" + height + "H0z");
    }
}
