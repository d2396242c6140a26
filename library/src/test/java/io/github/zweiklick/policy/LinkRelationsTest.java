package io.github.zweiklick.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRelationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "canonical",
                "ALTERNATE",
                "license\tauthor",
                " me\nnofollow ",
                "https://api.w.org/",
                "home"
            })
    void inert(String rel) {
        assertThat(LinkRelations.isInert(rel)).isTrue();
    }

    @Test
    void theGuideListsThem() throws IOException {
        String list = new TreeSet<>(LinkRelations.INERT).stream().collect(Collectors.joining("`, `", "`", "`"));
        assertThat(Files.readString(Path.of("..", "docs", "rewriting.md"))).contains("\n" + list + ".\n");
    }

    /** Those that fetch, those that browsers of other makers fetch, and those nobody has heard of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylesheet",
                "icon",
                "preconnect",
                "dns-prefetch",
                "next",
                "prev",
                "compression-dictionary",
                "unheard-of",
                "canonical preload",
                "alternate stylesheet",
                // No space to HTML, though to Unicode.
                "canonical\u00a0author"
            })
    void loading(String rel) {
        assertThat(LinkRelations.isInert(rel)).isFalse();
    }
}
