package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A container's response, and what was sent with it. */
final class StandInContainer {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final HttpServletResponse response = mock(HttpServletResponse.class);

    /** @param type the Content-Type that the application has told */
    StandInContainer(Optional<String> type) throws IOException {
        lenient().when(response.getStatus()).thenReturn(200);
        lenient().when(response.getContentType()).thenReturn(type.orElse(null));
        lenient().when(response.getHeaders(any())).thenReturn(List.of());
        ServletOutputStream out = mock(ServletOutputStream.class);
        doAnswer(call -> {
                    sent.writeBytes(call.getArgument(0));
                    return null;
                })
                .when(out)
                .write(any(byte[].class));
        doAnswer(call -> {
                    sent.write(call.getArgument(0), (int) call.getArgument(1), call.getArgument(2));
                    return null;
                })
                .when(out)
                .write(any(byte[].class), anyInt(), anyInt());
        lenient().when(response.getOutputStream()).thenReturn(out);
    }

    /** A response as the filter guards it, to a GET of the site's front page. */
    GuardedResponse guarded(Zweiklick zweiklick, int maxPage) {
        WebUrl address = WebUrl.parse("https://www.musterstadt.example/").orElseThrow();
        PageRules rules = new PageRules(
                zweiklick.protection(address, ""),
                maxPage,
                OnFailure.WITHHOLD,
                new EntityTags(""),
                PageMemory.OF_APPLICATION);
        BrowserRequest asked =
                new BrowserRequest(true, true, false, false, Validators.Asked.NOTHING, RangeRequest.NONE);
        return new GuardedResponse(response, rules, asked);
    }

    byte[] bytes() {
        return sent.toByteArray();
    }

    String text() {
        return sent.toString(UTF_8);
    }
}
