package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.share.CountSettings.Answers;
import io.github.zweiklick.share.CountSource.Counter;
import io.github.zweiklick.share.Counting;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET {base}/shares?url=}, as Shariff's frontend asks. */
final class SharesEndpointTest {
    private static final String PAGE = "https://www.musterstadt.example/fest/stra\u00dfe";

    private static Reply ask(ShareCounts counts, Answers answers, String query, Map<String, String> headers) {
        WebUrl address = WebUrl.parse("https://www.musterstadt.example/zweiklick/shares" + query)
                .orElseThrow();
        return new SharesEndpoint(counts, answers)
                .answer(new Request(
                        "GET", "/shares", address, name -> Optional.ofNullable(headers.get(name)), new byte[0]));
    }

    private static Reply ask(ShareCounts counts, String url) {
        return ask(counts, Answers.ZWEIKLICK, "?url=" + PercentEncoding.component(url), Map.of());
    }

    private static String body(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void answersAFlatObjectOfWhatIsKnown() {
        try (Counting counting = new Counting(Map.of("facebook", address -> 1_234_567_890_123L))) {
            Reply first = ask(counting.counts, PAGE);
            assertThat(body(first)).isIn("{}", "{\"facebook\":1234567890123}");
            counting.await(PAGE, 1);

            Reply reply = ask(counting.counts, PAGE);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(body(reply)).isEqualTo("{\"facebook\":1234567890123}");
            assertThat(Musterstadt.header(reply, "Content-Type")).isEqualTo("application/json; charset=utf-8");
            assertThat(Musterstadt.header(reply, "Cache-Control")).isEqualTo("public, max-age=300");
            assertThat(Musterstadt.header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void whatIsNotKnownYetIsAskedForAgainSoon() {
        Counter silent = address -> {
            throw new UpstreamException(Fault.Kind.SERVER, "it is down");
        };
        try (Counting counting = new Counting(Map.of("facebook", silent))) {
            Reply reply = ask(counting.counts, PAGE);

            assertThat(body(reply)).isEqualTo("{}");
            assertThat(Musterstadt.header(reply, "Cache-Control")).isEqualTo("public, max-age=10");
        }
    }

    @Test
    void whoHasItGetsNoBody() {
        try (Counting counting = new Counting(Map.of("facebook", address -> 7))) {
            counting.await(PAGE, 1);
            String tag = Musterstadt.header(ask(counting.counts, PAGE), "ETag");
            String query = "?url=" + PercentEncoding.component(PAGE);

            Reply same = ask(counting.counts, Answers.ZWEIKLICK, query, Map.of("If-None-Match", "\"other\", W/" + tag));
            Reply changed = ask(counting.counts, Answers.ZWEIKLICK, query, Map.of("If-None-Match", "\"other\""));

            assertThat(same.status()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(Musterstadt.header(same, "ETag")).isEqualTo(tag);
            assertThat(changed.status()).isEqualTo(200);
        }
    }

    @Test
    void visitorsQueriesAreAnsweredAndNobodyIsAsked() {
        try (Counting counting = new Counting(Map.of("facebook", address -> 7))) {
            Reply reply = ask(counting.counts, PAGE + "?q=schuldnerberatung");

            assertThat(reply.status()).isEqualTo(200);
            assertThat(body(reply)).isEqualTo("{}");
            assertThat(counting.asked).isEmpty();
        }
    }

    @Test
    void aSiteThatAsksNobodySaysSo() {
        assertThat(body(ask(ShareCounts.none(), PAGE))).contains("asks no network");
        assertThat(body(ask(
                        ShareCounts.none(), Answers.SHARIFF_PHP, "?url=" + PercentEncoding.component(PAGE), Map.of())))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?url=",
                "?url=%20",
                "?URL=https%3A%2F%2Fwww.musterstadt.example%2F",
                "?url=https%3A%2F%2Fevil.example%2F",
                "?url=kein%20url",
                "?url=%2Ffest",
                "?url=%"
            })
    void othersPagesAreRefusedWithAReason(String query) {
        try (Counting counting = new Counting(Map.of("facebook", address -> 7))) {
            Reply reply = ask(counting.counts, Answers.ZWEIKLICK, query, Map.of());

            assertThat(reply.status()).isEqualTo(400);
            assertThat(body(reply)).startsWith("{\"error\":\"The parameter ");
            assertThat(Musterstadt.header(reply, "Cache-Control")).isEqualTo("no-store");

            Reply php = ask(counting.counts, Answers.SHARIFF_PHP, query, Map.of());

            assertThat(php.status()).isEqualTo(200);
            assertThat(body(php)).isEqualTo("null");
            assertThat(counting.asked).isEmpty();
        }
    }
}
