package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Mode;
import io.github.zweiklick.Protection;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageCopyTest {
    private static final byte[] PAGE = "<iframe src=https://netz.example/></iframe>".getBytes(UTF_8);

    private final Zweiklick zweiklick = Zweiklick.of(Configuration.defaults());
    private final Protection protection = zweiklick.protection(
            WebUrl.parse("https://www.musterstadt.example/a").orElseThrow(), "", Mode.OBSERVE);
    private final HttpServletResponse response = mock(HttpServletResponse.class);

    @BeforeEach
    void page() {
        when(response.getStatus()).thenReturn(200);
        when(response.getContentType()).thenReturn("text/html;charset=utf-8");
        when(response.getCharacterEncoding()).thenReturn("utf-8");
    }

    @Test
    void examinesAPageOnce() {
        PageCopy copy = copied(100);
        copy.examine(List.of());
        copy.append(PAGE, 0, PAGE.length);
        copy.examine(List.of());
        assertThat(kinds()).containsExactly(Finding.Kind.UNKNOWN_FRAME);
    }

    @Test
    void whatIsTooLargeIsTold() {
        PageCopy copy = copied(PAGE.length);
        copy.append(PAGE, 0, 1);
        copy.examine(List.of());
        assertThat(kinds()).containsExactly(Finding.Kind.UNPROTECTED_PAGE);
    }

    @Test
    void whatCannotBeDecodedIsTold() {
        copied(100).examine(List.of("gzip"));
        assertThat(zweiklick.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("not what Content-Encoding says"));
    }

    @Test
    void partsAndRedirectsAreNoPages() {
        for (int status : new int[] {206, 301, 304, 204}) {
            PageCopy copy = copied(100);
            when(response.getStatus()).thenReturn(status);
            copy.examine(List.of());
        }
        assertThat(zweiklick.findings()).isEmpty();
    }

    @Test
    void aDownloadWithoutATypeIsLetGo() {
        when(response.getContentType()).thenReturn(null);
        PageCopy copy = new PageCopy(response, protection, 10_000, PageMemory.OF_APPLICATION);
        byte[] zeros = new byte[5000];
        copy.append(zeros, 0, zeros.length);
        copy.append(new byte[6000], 0, 6000);
        copy.examine(List.of());
        assertThat(zweiklick.findings()).isEmpty();
    }

    @Test
    void aDownloadWithoutATypeIsNoPageThatIsTooLarge() {
        when(response.getContentType()).thenReturn(null);
        PageCopy copy = new PageCopy(response, protection, 10_000, PageMemory.OF_APPLICATION);
        copy.append(new byte[20_000], 0, 20_000);
        copy.examine(List.of());
        assertThat(zweiklick.findings()).isEmpty();
    }

    @Test
    void aPageInGzipWithoutATypeIsExamined() throws IOException {
        when(response.getContentType()).thenReturn(null);
        when(response.getHeaders("Content-Encoding")).thenReturn(List.of("gzip"));
        byte[] noise = new byte[9_000];
        new Random(4711).nextBytes(noise);
        byte[] coded = ContentCoding.gzip(
                ("<!DOCTYPE html><p>" + HexFormat.of().formatHex(noise) + new String(PAGE, UTF_8)).getBytes(UTF_8));
        PageCopy copy = new PageCopy(response, protection, 100_000, PageMemory.OF_APPLICATION);
        copy.append(coded, 0, 5000);
        copy.append(coded, 5000, coded.length - 5000);
        copy.examine(List.of("gzip"));
        assertThat(kinds()).containsExactly(Finding.Kind.UNKNOWN_FRAME);
    }

    @Test
    void anExaminationThatFailsReachesNobody() throws IOException {
        ObservedResponse observed = new ObservedResponse(response, protection, 100, PageMemory.OF_APPLICATION);
        when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));
        observed.getOutputStream().write(PAGE);
        when(response.getContentType()).thenThrow(new IllegalStateException("recycled"));
        observed.examine();
        assertThat(zweiklick.findings()).isEmpty();
    }

    @Test
    void whatTheContainerRefusesTheApplicationLearns() throws IOException {
        ServletOutputStream out = mock(ServletOutputStream.class);
        doThrow(new IOException("gone")).when(out).write(any(byte[].class), anyInt(), anyInt());
        when(response.getOutputStream()).thenReturn(out);
        ObservedResponse observed = new ObservedResponse(response, protection, 100, PageMemory.OF_APPLICATION);
        assertThatThrownBy(() -> observed.getOutputStream().write(PAGE)).hasMessage("gone");
    }

    private PageCopy copied(int maxPage) {
        PageCopy copy = new PageCopy(response, protection, maxPage, PageMemory.OF_APPLICATION);
        copy.append(PAGE, 0, PAGE.length);
        return copy;
    }

    private List<Finding.Kind> kinds() {
        return zweiklick.findings().stream().map(Finding::kind).toList();
    }
}
