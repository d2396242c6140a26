package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages that find no memory while another takes it all. */
class ShortOfMemoryTest {
    private static final int LARGE = 400_000;
    private static final byte[] PAGE = ("<!DOCTYPE html><iframe src='https://foreign.example/widget'></iframe>"
                    + "x".repeat(LARGE)
                    + "<p>Ende</p>")
            .getBytes(UTF_8);

    private final PageMemory memory = new PageMemory(16L * PageMemory.STEP, Duration.ofMillis(1));
    private final HttpServletResponse container = mock(HttpServletResponse.class);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void theVisitorIsAskedToComeAgain() throws IOException {
        try (PageMemory.Share other = memory.share()) {
            other.take(10 * LARGE);
            answer(OnFailure.WITHHOLD, true);
        }
        verify(container).setStatus(503);
        verify(container).addHeader("Retry-After", "10");
        assertThat(sent.toString(UTF_8)).contains("</html>").doesNotContain("foreign.example", "xxx");
    }

    @Test
    void thePageGoesOutWholeWhereTheOperatorWantsThat() throws IOException {
        try (PageMemory.Share other = memory.share()) {
            other.take(10 * LARGE);
            answer(OnFailure.PASS, true);
        }
        verify(container, never()).setStatus(503);
        assertThat(sent.toByteArray()).isEqualTo(PAGE);
    }

    @Test
    void whatEndsInWhateverWayGivesBackWhatItTook() throws IOException {
        answer(OnFailure.WITHHOLD, true);
        assertThat(sent.toString(UTF_8)).contains("data-zweiklick-blocked", "<p>Ende</p>");
        GuardedResponse abandoned = answer(OnFailure.WITHHOLD, false);
        abandoned.leaveAlone();
        GuardedResponse reset = answer(OnFailure.WITHHOLD, false);
        reset.resetBuffer();
        memory.spare().take(3 * PageMemory.STEP);
    }

    private GuardedResponse answer(OnFailure onFailure, boolean whole) throws IOException {
        sent.reset();
        container();
        try (Zweiklick zweiklick = Zweiklick.create()) {
            PageRules rules = new PageRules(
                    zweiklick.protection(
                            WebUrl.parse("https://www.musterstadt.example/").orElseThrow(), ""),
                    2 * LARGE,
                    onFailure,
                    new EntityTags(""),
                    memory);
            GuardedResponse response = new GuardedResponse(
                    container,
                    rules,
                    new BrowserRequest(true, true, false, false, Validators.Asked.NOTHING, RangeRequest.NONE));
            for (int at = 0; at < PAGE.length; at += 5000) {
                response.getOutputStream().write(PAGE, at, Math.min(5000, PAGE.length - at));
            }
            if (whole) {
                response.finish();
            }
            return response;
        }
    }

    private void container() throws IOException {
        lenient().when(container.getStatus()).thenReturn(200);
        lenient().when(container.getContentType()).thenReturn("text/html;charset=utf-8");
        lenient().when(container.getHeaders(any())).thenReturn(List.of());
        ServletOutputStream out = mock(ServletOutputStream.class);
        lenient()
                .doAnswer(call -> {
                    sent.writeBytes(call.getArgument(0));
                    return null;
                })
                .when(out)
                .write(any(byte[].class));
        lenient()
                .doAnswer(call -> {
                    sent.write(call.getArgument(0), (int) call.getArgument(1), call.getArgument(2));
                    return null;
                })
                .when(out)
                .write(any(byte[].class), anyInt(), anyInt());
        lenient().when(container.getOutputStream()).thenReturn(out);
    }
}
