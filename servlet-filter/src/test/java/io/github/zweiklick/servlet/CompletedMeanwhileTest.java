package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The container completes the response, because the browser is gone or the time is over, while the application writes. */
class CompletedMeanwhileTest {
    private static final byte[] PIECE = "<p>Musterstadt</p>".repeat(50).getBytes(UTF_8);

    /** The container's headers are asked for and set between the look at the page and its bytes being taken. */
    @Test
    void whatIsWrittenIsDroppedAndTheApplicationNotTold() throws IOException {
        HttpServletResponse container = mock(HttpServletResponse.class);
        ServletOutputStream out = mock(ServletOutputStream.class);
        lenient().when(container.getStatus()).thenReturn(200);
        lenient().when(container.getContentType()).thenReturn("text/html;charset=utf-8");
        lenient().when(container.getHeaders(any())).thenReturn(List.of());
        lenient().when(container.getOutputStream()).thenReturn(out);
        try (Zweiklick zweiklick = Zweiklick.create()) {
            PageRules rules = new PageRules(
                    zweiklick.protection(
                            WebUrl.parse("https://www.musterstadt.example/").orElseThrow(), ""),
                    PIECE.length,
                    OnFailure.PASS,
                    new EntityTags(""),
                    PageMemory.OF_APPLICATION);
            GuardedResponse response = new GuardedResponse(
                    container,
                    rules,
                    new BrowserRequest(true, true, false, false, Validators.Asked.NOTHING, RangeRequest.NONE));
            response.getOutputStream().write(PIECE);
            doAnswer(call -> {
                        response.leaveAlone();
                        return null;
                    })
                    .when(container)
                    .setHeader(any(), any());
            assertThatCode(() -> response.getOutputStream().write(PIECE)).doesNotThrowAnyException();
            verify(container, atLeastOnce()).setHeader(any(), any());
            assertThat(response.body.takesMore()).isFalse();
        }
        verify(out, never()).write(any(byte[].class));
    }
}
