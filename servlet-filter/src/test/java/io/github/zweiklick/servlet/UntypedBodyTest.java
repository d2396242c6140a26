package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.servlet.webapp.Scenes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies whose Content-Type the application does not tell: only their bytes say whether they are pages. */
class UntypedBodyTest {
    private static final int MOST = 100_000;
    private static final String FRAME = "<iframe src=\"https://foreign.example/widget\"></iframe>";

    private final StandInContainer container;

    UntypedBodyTest() throws IOException {
        container = new StandInContainer(Optional.empty());
    }

    /** Beginning with bytes that no text has. */
    private static byte[] download() {
        byte[] download = Scenes.noise(3 * MOST);
        Arrays.fill(download, 0, 8, (byte) 1);
        return download;
    }

    @Test
    void aDownloadLargerThanMaxPageGoesOutWhenWrittenAtOnce() throws IOException {
        byte[] download = download();
        answer(Optional.empty(), false, download);
        assertThat(container.bytes()).isEqualTo(download);
    }

    @Test
    void aDownloadAnnouncedAsLargerThanMaxPageGoesOut() throws IOException {
        byte[] download = download();
        answer(Optional.empty(), true, download);
        assertThat(container.bytes()).isEqualTo(download);
    }

    @Test
    void aDownloadGoesOutWhoseLastWriteIsLargerThanMaxPage() throws IOException {
        byte[] download = download();
        answer(Optional.empty(), false, Arrays.copyOf(download, 10), Arrays.copyOfRange(download, 10, download.length));
        assertThat(container.bytes()).isEqualTo(download);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageLargerThanMaxPageIsWithheld(boolean announced) throws IOException {
        answer(Optional.empty(), announced, ("<!DOCTYPE html>" + FRAME + "x".repeat(MOST)).getBytes(UTF_8));
        assertThat(container.text()).contains("</html>").doesNotContain("foreign.example");
    }

    /** Its bytes are noise before they are decoded. */
    @Test
    void aPageInGzipIsExamined() throws IOException {
        String filling = Base64.getEncoder().encodeToString(Scenes.noise(MOST / 4));
        byte[] coded = ContentCoding.gzip(("<!DOCTYPE html>" + FRAME + filling).getBytes(UTF_8));
        assertThat(coded).hasSizeGreaterThan(8192);
        answer(Optional.of("gzip"), false, coded);
        assertThat(container.text())
                .contains(filling)
                .contains("data-zweiklick-blocked")
                .doesNotContain(FRAME);
    }

    private void answer(Optional<String> coding, boolean announced, byte[]... writes) throws IOException {
        try (Zweiklick zweiklick = Zweiklick.create()) {
            GuardedResponse response = container.guarded(zweiklick, MOST);
            coding.ifPresent(value -> response.setHeader("Content-Encoding", value));
            if (announced) {
                response.setContentLength(
                        Arrays.stream(writes).mapToInt(bytes -> bytes.length).sum());
            }
            for (byte[] bytes : writes) {
                response.getOutputStream().write(bytes);
            }
            response.finish();
        }
    }
}
