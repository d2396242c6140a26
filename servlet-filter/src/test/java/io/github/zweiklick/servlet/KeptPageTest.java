package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.Zweiklick;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that has come before is not copied while it is written. */
class KeptPageTest {
    private static final int MOST = 100_000;
    private static final String FRAME = "<iframe src=\"https://foreign.example/widget\"></iframe>";
    private static final String PAGE = "<!DOCTYPE html><title>x</title>" + FRAME + "x".repeat(6_000);

    private final Zweiklick zweiklick = Zweiklick.create();
    private String first = "";

    @BeforeEach
    void ask() throws IOException {
        first = answer(Optional.of("text/html;charset=utf-8"), PAGE.getBytes(UTF_8));
        assertThat(first).contains("x".repeat(6_000)).doesNotContain("<iframe");
        for (int i = 0; i < 2; i++) {
            assertThat(answer(Optional.of("text/html;charset=utf-8"), PAGE.getBytes(UTF_8)))
                    .isEqualTo(first);
        }
    }

    @AfterEach
    void close() {
        zweiklick.close();
    }

    @Test
    void whatTheApplicationDoesWithItsBytesAfterwardsIsItsOwnAffair() throws IOException {
        byte[] page = PAGE.getBytes(UTF_8);
        assertThat(answer(Optional.of("text/html;charset=utf-8"), page)).isEqualTo(first);
        Arrays.fill(page, (byte) 'y');
        assertThat(answer(Optional.of("text/html;charset=utf-8"), PAGE.getBytes(UTF_8)))
                .isEqualTo(first);
    }

    /** One that writes on beyond the length it has announced. */
    @ParameterizedTest
    @CsvSource({"text/html;charset=utf-8, 10", "text/html;charset=utf-8, 99000", ", 10", ", 99000"})
    void whatFollowsIsExaminedWithIt(String type, int more) throws IOException {
        String behind = FRAME + "z".repeat(more);
        byte[] written = ("secret" + behind).getBytes(UTF_8);
        String sent =
                answer(Optional.ofNullable(type), PAGE.getBytes(UTF_8), Arrays.copyOfRange(written, 6, written.length));
        assertThat(sent).doesNotContain("<iframe").doesNotContain("secret");
        if (more == 10) {
            assertThat(sent).contains("x".repeat(6_000), "z".repeat(more));
        }
    }

    private String answer(Optional<String> type, byte[]... writes) throws IOException {
        StandInContainer container = new StandInContainer(type);
        GuardedResponse response = container.guarded(zweiklick, MOST);
        response.setContentLength(writes[0].length);
        for (byte[] bytes : writes) {
            response.getOutputStream().write(bytes);
        }
        response.finish();
        return container.text();
    }
}
