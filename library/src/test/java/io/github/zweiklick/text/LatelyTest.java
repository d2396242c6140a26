package io.github.zweiklick.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatelyTest {
    private final List<String> read = new ArrayList<>();
    private final Lately<String> lately = new Lately<>(8, text -> {
        read.add(text);
        return "<" + text + ">";
    });

    @Test
    void whatWasReadIsNotReadAgain() {
        for (int i = 0; i < 3; i++) {
            assertThat(lately.get("text/html")).isEqualTo("<text/html>");
        }
        assertThat(read).containsExactly("text/html");
    }

    /** These two have the same hash. */
    @Test
    void noneIsTakenForAnother() {
        for (int i = 0; i < 3; i++) {
            assertThat(lately.get("Aa")).isEqualTo("<Aa>");
            assertThat(lately.get("BB")).isEqualTo("<BB>");
        }
        assertThat(read).hasSize(6);
    }

    @Test
    void manyAreForgotten() {
        for (int i = 0; i < 100; i++) {
            assertThat(lately.get("" + i)).isEqualTo("<" + i + ">");
        }
        assertThat(read).hasSize(100);
    }

    @Test
    void longOnesAreNotKept() {
        String text = "x".repeat(513);
        assertThat(lately.get(text)).isEqualTo("<" + text + ">");
        assertThat(lately.get(text)).isEqualTo("<" + text + ">");
        assertThat(read).hasSize(2);
    }
}
