package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static io.github.zweiklick.servlet.container.DeployedSite.unzipped;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.servlet.webapp.Scenes;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that the application codes itself, and the charset they are in. */
interface CodingContract {
    DeployedSite site();

    @ParameterizedTest
    @ValueSource(strings = {"/scene/gzip", "/scene/x-gzip", "/scene/deflate", "/scene/deflate-raw", "/scene/br"})
    default void aCodedPageIsReadAndCodedAgainWhereTheBrowserTakesIt(String path) throws Exception {
        HttpResponse<byte[]> coded = site().get(path, "Accept-Encoding", "br, gzip");
        assertProtected(coded, unzipped(coded));
        HttpResponse<byte[]> plain = site().get(path);
        assertThat(plain.headers().map()).doesNotContainKey("content-encoding");
        assertProtected(plain);
        assertThat(text(plain)).contains("Grüße");
        for (HttpResponse<byte[]> response : java.util.List.of(coded, plain)) {
            assertThat(header(response, "Vary")).containsIgnoringCase("accept-encoding");
            assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
        }
        assertThat(header(coded, "ETag")).isNotEqualTo(header(plain, "ETag"));
    }

    @Test
    default void aCodedPageWithNothingForeignGoesOutAsItCame() throws Exception {
        HttpResponse<byte[]> response = site().get("/scene/gzip-plain", "Accept-Encoding", "gzip");
        assertThat(unzipped(response)).isEqualTo("<!DOCTYPE html><p>Gruss</p>");
        HttpResponse<byte[]> brotli = site().get("/scene/br-plain", "Accept-Encoding", "br");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(brotli.body()).asBase64Encoded().isEqualTo("GxoA+I2ULu5SH8HJzSmfupJlmGLGn95U9A0=");
        assertThat(header(brotli, "ETag")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/unknown-coding",
                "/scene/gzip-broken",
                "/scene/gzip-cut",
                "/scene/gzip-twice",
                "/scene/br-broken",
                "/scene/br-cut"
            })
    default void whatCannotBeReadIsWithheld(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path, "Accept-Encoding", "gzip");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(header(response, "Content-Type")).startsWith("text/html");
        assertThat(response.headers().map()).doesNotContainKeys("content-encoding", "etag");
        assertThat(response.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(response.body()).isNotEqualTo(Scenes.noise(1000));
        assertThat(text(response)).contains("</html>").doesNotContain(FRAME).doesNotContain("Grüße");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scene/latin", "/scene/charset-late"})
    default void thePageIsReadInTheCharsetItIsSentIn(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertProtected(response, new String(response.body(), ISO_8859_1));
        assertThat(new String(response.body(), ISO_8859_1)).contains("Grüße");
        // To browsers ISO-8859-1 is a name of this.
        assertThat(header(response, "Content-Type")).matches("(?i)text/html; ?charset=(iso-8859-1|windows-1252)");
    }

    @Test
    default void aWritersCharsetIsFixed() throws Exception {
        HttpResponse<byte[]> response = site().get("/scene/charset-too-late");
        assertProtected(response);
        assertThat(header(response, "Content-Type")).matches("(?i)text/html; ?charset=utf-8");
        assertThat(text(response)).containsSubsequence("Grüße", "<p>Grüße</p>");
    }
}
