package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.policy.OwnHosts;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardMarkupTest {
    private static final OwnHosts OWN = new OwnHosts(List.of("www.musterstadt.example", "*.bilder.example", "[::1]"));

    @Test
    void standsInThePageWhereItsPolicyPermits() {
        Element script = script("script-src 'nonce-abc'", true);

        assertThat(script.data()).isEqualTo(new Assets().guard.content());
        assertThat(script.attr("nonce")).isEqualTo("abc");
        assertThat(script.hasAttr("src")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"script-src 'self', true", "'', false"})
    void elseAReferenceDoes(String policy, boolean whole) {
        Element script = script(policy, whole);

        assertThat(script.data()).isEmpty();
        assertThat(script.attr("src")).matches("/stadt/zweiklick/assets/guard-[0-9a-f]+\\.js");
    }

    @Test
    void tellsWhereTheRestIs() {
        Element script = script("", true);

        assertThat(script.attr("data-base")).isEqualTo("/stadt/zweiklick");
        assertThat(script.attr("data-boxes")).matches("/stadt/zweiklick/assets/boxes-[0-9a-f]+\\.js");
        assertThat(script.attr("data-page")).matches("/stadt/zweiklick/assets/zweiklick-[0-9a-f]+\\.js");
        assertThat(script.attr("data-style")).matches("/stadt/zweiklick/assets/zweiklick-[0-9a-f]+\\.css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.musterstadt.example",
                "www.musterstadt.example.",
                "a.bilder.example",
                "a.b.bilder.example",
                "[::1]"
            })
    void knowsTheOwnHosts(String host) {
        assertThat(expression().matcher(host).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "musterstadt.example",
                "www-musterstadt.example",
                "www.musterstadt.example.evil.example",
                "evil.example/www.musterstadt.example",
                "bilder.example",
                "xbilder.example"
            })
    void takesNoOtherForOne(String host) {
        assertThat(expression().matcher(host).find()).isFalse();
    }

    @Test
    void standsOnlyWhereItShall() {
        assertThat(guard(Guarding.Pages.WITH_SCRIPTS, "", true, false)).isEmpty();
        assertThat(guard(Guarding.Pages.ALL, "", true, false)).isNotEmpty();
        assertThat(guard(Guarding.Pages.NONE, "", true, true)).isEmpty();
    }

    private static Pattern expression() {
        return Pattern.compile(script("", true).attr("data-own"));
    }

    private static Element script(String policy, boolean whole) {
        return Jsoup.parse(guard(Guarding.Pages.WITH_SCRIPTS, policy, whole, true))
                .expectFirst("script");
    }

    private static String guard(Guarding.Pages pages, String policy, boolean whole, boolean scripts) {
        return Views.of(Presentation.defaults())
                .page("/stadt/zweiklick", List.of(policy), new Guarding(pages, OWN))
                .guard(() -> scripts, whole)
                .toString();
    }
}
