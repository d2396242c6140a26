package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventHandlersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a onclick=x()>",
                "<a ONCLICK = x()>",
                "<a title=\"\"onclick\n\t=x()>",
                "<img/onload='x()'>",
                "<a href='javascript:x()'>",
                "<a href='JavaScript  :x()'>",
            })
    void areFound(String text) {
        assertThat(EventHandlers.mayStandIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                ":",
                "onclick=x()",
                "<a on=x>",
                "<a data-onclick=x>",
                "<a onclick2=x>",
                "<a onclick title=x>",
                "<p>on Monday</p>",
                "<a href='script:x'>",
                "<a href='javascript'>",
            })
    void areNotSeenInOtherText(String text) {
        assertThat(EventHandlers.mayStandIn(text)).isFalse();
    }

    @Test
    void areWhatOneExpressionSays() {
        Pattern expression = Pattern.compile("[\\s\"'/]on[a-z]+\\s*=|javascript\\s*:", Pattern.CASE_INSENSITIVE);
        List<String> parts = List.of(
                " ", "\n", "\u000b", "'", "\"", "/", "on", "O", "N", "x", "Z", "-", "=", ":", "javascript", "é");
        Random random = new Random(7);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(12); part > 0; part--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            assertThat(EventHandlers.mayStandIn(text.toString()))
                    .as("%s", text)
                    .isEqualTo(expression.matcher(text).find());
        }
    }
}
