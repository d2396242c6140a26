package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data on Shariff's markup, and the catalogue behind it. */
final class ShariffWordsTest {
    private static final ShareLinks LINKS = new ShareLinks(Catalogue.bundled());
    private static final ShariffWords WORDS = ShariffWords.bundled();

    /** All of version 3.3.0, but the two that no link of the catalogue leads to: {@code diaspora} and {@code qzone}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "buffer",
                "clipboard",
                "facebook",
                "fediverse",
                "flattr",
                "flipboard",
                "info",
                "linkedin",
                "mail",
                "pinterest",
                "pocket",
                "print",
                "reddit",
                "stumbleupon",
                "telegram",
                "tencent",
                "tencent-weibo",
                "threema",
                "tumblr",
                "twitter",
                "vk",
                "weibo",
                "whatsapp",
                "xing"
            })
    void everyNameIsALinkOrNeedlessOrDead(String name) {
        boolean link = LINKS.service(WORDS.id(name)).isPresent();
        assertThat(List.of(link, WORDS.isNeedless(name), WORDS.dead(name).isPresent()))
                .containsOnlyOnce(true);
    }

    @Test
    void everyNewNameIsOneOfTheCatalogues() {
        assertThat(WORDS.renamed()).isNotEmpty().allSatisfy(name -> {
            assertThat(LINKS.service(name)).isEmpty();
            assertThat(LINKS.service(WORDS.id(name))).isPresent();
        });
    }

    @Test
    void everyDetailIsOneOfALink() {
        assertThat(WORDS.details()).isNotEmpty().allSatisfy((attribute, detail) -> {
            Optional<Service> service = LINKS.service(detail.service());
            assertThat(service.orElseThrow().embed("share").orElseThrow().captures())
                    .as(attribute)
                    .containsKey(detail.capture());
        });
    }

    @Test
    void readsListsInJson() {
        assertThat(WORDS.names(" [\"a\", 1]\n")).hasValue(List.of("a", "1"));
        assertThat(WORDS.names("")).isEmpty();
        assertThat(WORDS.names("[".repeat(100_000))).isEmpty();
    }
}
