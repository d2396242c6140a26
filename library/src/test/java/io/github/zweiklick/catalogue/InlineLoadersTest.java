package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loaders written into the page, as the networks and their imitators write them. */
final class InlineLoadersTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private static List<String> literals() {
        return CATALOGUE.services().stream()
                .flatMap(service -> service.companions().inline().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("literals")
    void everyLiteralIsFoundHoweverItIsWritten(String literal) {
        List<Service> services = CATALOGUE.inlineLoaders(literal);
        int slash = literal.indexOf('/', 1) < 0 ? 0 : literal.indexOf('/', 1);
        for (String script : List.of(
                "(function(d){var s=d.createElement('script');s.async=true;s.src=p+\"://" + literal
                        + "\";}(document));",
                "s.src = document.location.protocol + '//" + literal + "';",
                "s.src = ('https:' == document.location.protocol ? 'https://' : 'http://') + '" + literal + "';",
                "{\"src\":\"https:\\/\\/" + literal.replace("/", "\\/") + "\"}",
                "s.src='" + literal.substring(0, slash) + "'+'" + literal.substring(slash) + "';",
                "s.src=\"" + literal.substring(0, slash) + "\"\n  + \"" + literal.substring(slash) + "\";")) {
            assertThat(CATALOGUE.inlineLoaders(script)).as(script).containsAll(services);
            assertThat(CATALOGUE.inlineHints()).as(script).anyMatch(script::contains);
        }
        assertThat(services).isNotEmpty().isSortedAccordingTo(Comparator.comparing(CATALOGUE.services()::indexOf));
    }

    /** A false match takes away a script that the site needs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "menu",
                "document.querySelector('.menu').classList.toggle('open');",
                "var links = ['https://www.facebook.com/Stadt', 'https://twitter.com/Stadt', 'https://www.youtube.com/@Stadt'];",
                "jQuery(function($){ $('a[href*=\"linkedin.com\"]').addClass('extern'); });",
                "podlovePlayer('#player', {reference: {share: '//cdn.podlove.org/web-player/share.html'}});",
                "window.state = {film: 'https://players.brightcove.net/1/default_default/index.html?videoId=2'};",
                "window.state = {film: 'https://fast.wistia.net/embed/iframe/abc1234567'};",
                "window.addEventListener('message', function (e) { frame.style.height = e.data + 'px'; });",
                "{\"@context\": \"https://schema.org\", \"sameAs\": [\"https://www.pinterest.com/stadt/\", \"https://t.me/stadt\"]}",
                "var player = new MediaElementPlayer('video'); player.play();",
                "location.href = 'https://calendly.com/buergeramt-musterstadt/beratung';"
            })
    void theSitesOwnScriptsAreLeft(String script) {
        assertThat(CATALOGUE.inlineLoaders(script)).isEmpty();
    }

    /** Else pages that the fast way leaves alone would not be those that need nothing. */
    @Test
    void whatHoldsNoHintLoadsNothing() {
        for (String literal : literals()) {
            for (int cut = 1; cut < literal.length(); cut++) {
                String script = "s = '" + literal.substring(0, cut) + "' + '" + literal.substring(cut) + "';";
                assertThat(CATALOGUE.inlineLoaders(script).isEmpty()
                                || CATALOGUE.inlineHints().stream().anyMatch(script::contains))
                        .as(script)
                        .isTrue();
            }
        }
        assertThat(CATALOGUE.inlineHints()).allMatch(hint -> hint.length() >= 6);
    }

    private static final List<String> PIECES = List.of("\"", "'", "'", "+", " +\n ", "\\/", "\\", "a", "\u2003");

    /** Character by character, as the rule says it. */
    private static String joinedSlowly(String script) {
        Matcher joint = Pattern.compile("[\"'][ \\n]*\\+[ \\n]*[\"']").matcher(script);
        StringBuilder joined = new StringBuilder();
        for (int at = 0; at < script.length(); at++) {
            if (joint.region(at, script.length()).lookingAt()) {
                at = joint.end() - 1;
            } else if (!script.startsWith("\\/", at)) {
                joined.append(script.charAt(at));
            }
        }
        return joined.toString();
    }

    @Test
    void joinsAreFoundWhereverTheyStand() {
        int changed = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder script = new StringBuilder();
            for (int i = random.nextInt(16); i > 0; i--) {
                script.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String wanted = joinedSlowly(script.toString());
            changed += wanted.length() < script.length() ? 1 : 0;
            assertThat(InlineLoaders.joined(script.toString()))
                    .as("seed %d: %s", seed, script)
                    .isEqualTo(wanted);
        }
        assertThat(changed).isGreaterThan(4000);
        // Beyond so many spaces nobody joins.
        String gap = "'a' + '" + "b'" + " ".repeat(41) + "+ 'c'";
        assertThat(InlineLoaders.joined(gap)).isEqualTo("'ab'" + " ".repeat(41) + "+ 'c'");
    }

    @Test
    void allServicesAreFound() {
        assertThat(CATALOGUE.inlineLoaders("tarteaucitron.init({}); s = '//connect.facebook.net' + '/de/sdk.js'"))
                .extracting(Service::id)
                .containsExactly("facebook", "tarteaucitron");
    }

    @Test
    void literalsSayWhatIsLoaded() {
        assertThat(literals())
                .allSatisfy(literal -> assertThat(literal)
                        .as("a word alone is found in scripts that load nothing")
                        .hasSizeGreaterThanOrEqualTo(InlineLoaders.SHORTEST)
                        .doesNotMatch("[a-z]+"));
    }

    @Test
    void helpersAreFoundByNameAndId() {
        assertThat(CATALOGUE.helper(new Companions.Helper("div", "fb-root")).map(Service::id))
                .contains("facebook");
        assertThat(CATALOGUE.helper(new Companions.Helper("div", "inhalt"))).isEmpty();
    }
}
