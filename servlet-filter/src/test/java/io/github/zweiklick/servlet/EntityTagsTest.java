package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityTagsTest {
    private final EntityTags tags = new EntityTags("0.1.0 configuration");

    @Test
    void equalBytesHaveEqualTagsAndTheTagIsWeak() {
        assertThat(tags.of("Rathaus".getBytes(UTF_8)))
                .isEqualTo(tags.of("Rathaus".getBytes(UTF_8)))
                .matches("W/\"[A-Za-z0-9_-]{16}\"");
    }

    @Test
    void everyBitOfAPageCounts() {
        byte[] page = new byte[4096];
        new Random(4711).nextBytes(page);
        Set<String> seen = new HashSet<>(Set.of(tags.of(page.clone())));
        for (int bit = 0; bit < page.length * 8; bit++) {
            page[bit >> 3] ^= (byte) (1 << (bit & 7));
            assertThat(seen.add(tags.of(page.clone()))).as("bit %d", bit).isTrue();
            page[bit >> 3] ^= (byte) (1 << (bit & 7));
        }
    }

    @Test
    void theLengthCountsWhereTheBytesAreNothing() {
        assertThat(tags.of(new byte[100])).isNotEqualTo(tags.of(new byte[101]));
        assertThat(tags.of(new byte[0])).isNotEqualTo(tags.of(new byte[1]));
    }

    @Test
    void anotherConfigurationMakesAnotherTag() {
        byte[] page = "Rathaus".getBytes(UTF_8);
        assertThat(new EntityTags("0.1.0 other").of(page)).isNotEqualTo(tags.of(page));
    }
}
