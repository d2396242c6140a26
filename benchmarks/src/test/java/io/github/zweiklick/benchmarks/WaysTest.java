package io.github.zweiklick.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.Rewrite;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All ways that are compared find the same foreign addresses, or their speeds say nothing. */
final class WaysTest {
    private static final String FOREIGN = """
            <!DOCTYPE html><p>Grüße &amp; <b>mehr</p>
            <iframe src="https://foreign.example/widget" width=1></iframe>
            <img src="/own.png" srcset="/a.png 1x, //foreign.example/b.png 2x">
            <script src=HTTPS://Foreign.example/x.js></script>
            <img src="https://www.own.example:8443/a.png"><video poster="//foreign.example/p"></video>
            """;
    private static final String BLOCKED = """
            <!DOCTYPE html><p>Grüße &amp; <b>mehr</p>
            <iframe data-blocked></iframe>
            <img data-blocked>
            <script data-blocked></script>
            <img src="https://www.own.example:8443/a.png"><video data-blocked></video>
            """;

    static Stream<Named<Function<Page, byte[]>>> splicing() {
        return Stream.of(Named.of("jsoup", JsoupWay::rewrite), Named.of("Jericho", JerichoWay::rewrite));
    }

    @ParameterizedTest
    @MethodSource("splicing")
    void replaceStartTagsWithForeignAddresses(Function<Page, byte[]> way) {
        assertThat(new String(way.apply(page(FOREIGN)), UTF_8)).isEqualTo(BLOCKED);
    }

    @ParameterizedTest
    @MethodSource("splicing")
    void giveBackTheSameArrayWhereNothingIsForeign(Function<Page, byte[]> way) {
        Page page = page(FOREIGN).withoutForeignHosts();

        assertThat(way.apply(page)).isSameAs(page.body());
    }

    @ParameterizedTest
    @MethodSource("splicing")
    void readThePagesCharset(Function<Page, byte[]> way) {
        Page page = new Page("latin", FOREIGN.getBytes(ISO_8859_1), "text/html", ISO_8859_1, "own.example");

        assertThat(new String(way.apply(page), ISO_8859_1)).isEqualTo(BLOCKED);
    }

    @Test
    void owaspFindsTheSame() {
        assertThat(OwaspReading.foreignTags(page("<iframe src=https://foreign.example/></iframe><img src=/own.png>")))
                .isEqualTo(1);
        assertThat(OwaspReading.foreignTags(page(FOREIGN).withoutForeignHosts()))
                .isZero();
    }

    @Test
    void theRewriterIsMeasuredWithTheBundledCatalogue() {
        Page page = page("<p>a</p><iframe src=\"https://www.youtube.com/embed/aqz-KE-bpKQ\"></iframe>");

        Rewrite rewrite = new Zweiklicks().rewrite(page);

        assertThat(rewrite)
                .isInstanceOfSatisfying(
                        Rewrite.Rewritten.class,
                        rewritten -> assertThat(new String(rewritten.body(), UTF_8))
                                .contains("YouTube")
                                .doesNotContain("<iframe src=\"https://www.youtube.com"));
    }

    private static Page page(String text) {
        return new Page("test", text.getBytes(UTF_8), "text/html; charset=utf-8", UTF_8, "own.example");
    }
}
