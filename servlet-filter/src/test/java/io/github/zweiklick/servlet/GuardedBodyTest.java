package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.sun.management.ThreadMXBean;
import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedBodyTest {
    private static final int PAGE = 200_000;

    /** Applications write byte by byte; each copying what is there would be a hundred times the page and more. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html;charset=utf-8", "image/svg+xml"})
    void writingByteByByteCopiesNothing(String type) throws IOException {
        HttpServletResponse response =
                mock(HttpServletResponse.class, withSettings().stubOnly());
        when(response.getStatus()).thenReturn(200);
        lenient().when(response.getContentType()).thenReturn(type);
        lenient().when(response.getHeaders("Content-Security-Policy")).thenReturn(List.of());
        try (Zweiklick zweiklick = Zweiklick.create()) {
            PageRules rules = new PageRules(
                    zweiklick.protection(
                            WebUrl.parse("https://www.musterstadt.example/").orElseThrow(), ""),
                    2 * PAGE,
                    OnFailure.WITHHOLD,
                    new EntityTags(""),
                    PageMemory.OF_APPLICATION);
            ServletOutputStream out = new GuardedResponse(
                            response,
                            rules,
                            new BrowserRequest(true, true, false, false, Validators.Asked.NOTHING, RangeRequest.NONE))
                    .getOutputStream();
            out.write('<');
            ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < PAGE; i++) {
                out.write('x');
            }
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertThat(allocated).isLessThan(20L * PAGE);
        }
    }
}
