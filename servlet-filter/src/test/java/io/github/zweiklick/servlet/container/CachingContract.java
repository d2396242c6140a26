package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Validators, codings, and what browsers keep. */
interface CachingContract {
    DeployedSite site();

    @Test
    default void headHasThePagesHeadersAndNoBody() throws Exception {
        HttpResponse<byte[]> page = site().get("/scene/method");
        HttpResponse<byte[]> head = site().head("/scene/method");
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "X-Method")).isEqualTo("GET");
        assertThat(header(head, "ETag")).isEqualTo(header(page, "ETag")).isNotEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(page.body().length));
    }

    @Test
    default void theBrowserKeepsAPageItHas() throws Exception {
        String tag = header(site().get("/static.html"), "ETag");
        HttpResponse<byte[]> second = site().get("/static.html", "If-None-Match", "\"x\", " + tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(header(second, "ETag")).isEqualTo(tag);
        assertThat(second.headers().allValues(POLICY)).isNotEmpty();
    }

    /** The validators a browser got before the filter was installed are those of an excluded path. */
    @Test
    default void aPageCachedBeforeTheInstallationIsReplaced() throws Exception {
        HttpResponse<byte[]> before = site().get("/ohne/static.html");
        assertThat(text(before)).isEqualTo(War.STATIC_PAGE);
        assertThat(before.headers().map()).doesNotContainKeys("content-security-policy", "x-dns-prefetch-control");
        String date = header(before, "Last-Modified");
        assertThat(date).isNotEmpty();
        assertThat(site().get("/ohne/static.html", "If-Modified-Since", date).statusCode())
                .isEqualTo(304);

        HttpResponse<byte[]> byDate = site().get("/static.html", "If-Modified-Since", "Sat, 01 Jan 2050 00:00:00 GMT");
        assertThat(byDate.statusCode()).isEqualTo(200);
        assertProtected(byDate);
        String inside = header(before, "ETag").isEmpty() ? "\"inside\"" : header(before, "ETag");
        for (String path : List.of("/static.html", "/scene/length")) {
            HttpResponse<byte[]> byTag = site().get(path, "If-None-Match", inside);
            assertThat(byTag.statusCode()).isEqualTo(200);
            assertProtected(byTag);
        }
    }

    @Test
    default void whatTurnsOutToBeNoPageKeepsItsOwnValidators() throws Exception {
        HttpResponse<byte[]> response = site().get("/scene/binary", "If-None-Match", "W/\"inside\"");
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "ETag")).isEqualTo("\"inside\"");
    }

    @Test
    default void picturesKeepRangesAndConditions() throws Exception {
        HttpResponse<byte[]> part = site().get("/picture.png", "Range", "bytes=0-99");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(100);
        String date = header(part, "Last-Modified");
        assertThat(site().get("/picture.png", "If-Modified-Since", date).statusCode())
                .isEqualTo(304);
    }

    @Test
    default void theChainIsAskedForSomethingReadable() throws Exception {
        HttpResponse<byte[]> response =
                site().get("/scene/method", "Accept-Encoding", "br, gzip;q=0.5", "If-None-Match", "\"a\"");
        assertThat(header(response, "X-Accept-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "X-If-None-Match")).isEqualTo("null");
        HttpResponse<byte[]> picture = site().get("/scene/method", "Sec-Fetch-Dest", "image", "Accept-Encoding", "br");
        assertThat(header(picture, "X-Accept-Encoding")).isEqualTo("br");
    }

    @Test
    default void gzipFromInsideIsReadAndCompressedAgain() throws Exception {
        HttpResponse<byte[]> coded = site().get("/scene/gzip", "Accept-Encoding", "br, gzip");
        assertThat(header(coded, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(coded, "Vary")).containsIgnoringCase("accept-encoding");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(coded.body()))) {
            assertProtected(coded, new String(in.readAllBytes(), UTF_8));
        }
        HttpResponse<byte[]> plain = site().get("/scene/gzip");
        assertThat(plain.headers().map()).doesNotContainKey("content-encoding");
        assertProtected(plain);
    }
}
