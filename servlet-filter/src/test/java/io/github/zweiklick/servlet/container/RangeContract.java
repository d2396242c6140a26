package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.servlet.webapp.Scenes;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are sent whole, downloads in the parts asked for, although nobody knows before which of the two it will be. */
interface RangeContract {
    String DATE = "Sun, 09 Sep 2001 01:46:40 GMT";

    DeployedSite site();

    /** The last two are files of the container's own servlet, which says itself that it serves ranges. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/download",
                "/scene/download-in-pieces",
                "/scene/download-untyped",
                "/scene/download-non-blocking",
                "/scene/download-anew",
                "/daten.bin",
                "/daten"
            })
    default void aDownloadIsSentInTheParts(String path) throws Exception {
        byte[] all = Scenes.noise(5000);
        assertPart(path, "bytes=0-9", "bytes 0-9/5000", Arrays.copyOf(all, 10));
        assertPart(path, "bytes=2000-2999", "bytes 2000-2999/5000", Arrays.copyOfRange(all, 2000, 3000));
        assertPart(path, "bytes=-10", "bytes 4990-4999/5000", Arrays.copyOfRange(all, 4990, 5000));
        assertPart(path, "bytes=0-", "bytes 0-4999/5000", all);
        HttpResponse<byte[]> whole = site().get(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(all);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
    }

    private void assertPart(String path, String range, String contentRange, byte[] expected) throws Exception {
        HttpResponse<byte[]> part = site().get(path, "Range", range);
        assertThat(part.statusCode()).as(range).isEqualTo(206);
        assertThat(part.headers().allValues("Content-Range")).containsExactly(contentRange);
        assertThat(part.headers().allValues("Content-Length")).containsExactly(String.valueOf(expected.length));
        assertThat(part.headers().map()).doesNotContainKey("content-md5");
        assertThat(part.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(header(part, "Last-Modified")).isNotEmpty();
        assertThat(part.body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scene/download", "/scene/download-non-blocking", "/daten.bin"})
    default void whatIsBeyondTheEndIsRefused(String path) throws Exception {
        HttpResponse<byte[]> beyond = site().get(path, "Range", "bytes=5000-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.body()).isEmpty();
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */5000");
        assertThat(beyond.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "If-Range | \"inside\" | 206",
                "If-Range | \"other\" | 200",
                "If-Range | W/\"inside\" | 200",
                "If-Range | " + DATE + " | 206",
                "If-Range | Sun, 09 Sep 2001 01:46:39 GMT | 200",
                "If-Match | \"inside\" | 206",
                "If-Match | \"other\" | 412",
                "If-Unmodified-Since | " + DATE + " | 206",
                "If-Unmodified-Since | Sun, 09 Sep 2001 01:46:39 GMT | 412",
                "If-None-Match | \"inside\" | 304",
                "If-None-Match | \"other\" | 206"
            })
    default void aPartIsOfTheVersionTheBrowserHas(String name, String value, int status) throws Exception {
        HttpResponse<byte[]> response = site().get("/scene/download", "Range", "bytes=0-9", name, value);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).hasSize(status == 206 ? 10 : status == 200 ? 5000 : 0);
        assertThat(header(response, "ETag")).isEqualTo("\"inside\"");
        assertThat(response.headers().map().containsKey("content-range")).isEqualTo(status == 206);
    }

    @Test
    default void whatCannotBeCutIsSentWhole() throws Exception {
        HttpResponse<byte[]> several = site().get("/scene/download", "Range", "bytes=0-9,20-29");
        assertThat(several.statusCode()).isEqualTo(200);
        assertThat(several.body()).hasSize(5000);
        HttpResponse<byte[]> unaware = site().get("/scene/binary", "Range", "bytes=0-9");
        assertThat(unaware.statusCode()).isEqualTo(200);
        assertThat(unaware.body()).hasSize(1 << 20);
        HttpResponse<byte[]> head = site().head("/scene/download", "Range", "bytes=0-9");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("5000");
    }

    /** Its entity tag is ours, its date the application's; neither makes a part of it. */
    @ParameterizedTest
    @ValueSource(strings = {"/static.html", "/scene/length", "/scene/download-then-page"})
    default void aPageIsSentWholeWhateverVersionIsThere(String path) throws Exception {
        HttpResponse<byte[]> page = site().get(path);
        String date = "Sat, 01 Jan 2050 00:00:00 GMT";
        for (String version : List.of(header(page, "ETag"), "\"inside\"", DATE, date)) {
            HttpResponse<byte[]> again = site().get(path, "Range", "bytes=0-9", "If-Range", version);
            assertThat(again.statusCode()).isEqualTo(200);
            assertProtected(again);
            assertThat(again.body()).isEqualTo(page.body());
            assertThat(header(again, "Content-Length")).isEqualTo(String.valueOf(page.body().length));
        }
        HttpResponse<byte[]> known = site().get(path, "Range", "bytes=0-9", "If-None-Match", header(page, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
    }

    @Test
    default void theApplicationIsAskedForRangesOfPicturesOnly() throws Exception {
        HttpResponse<byte[]> page = site().get("/scene/method", "Range", "bytes=0-9", "If-Range", "\"a\"");
        assertThat(header(page, "X-Range")).isEqualTo("null null");
        HttpResponse<byte[]> picture =
                site().get("/scene/method", "Sec-Fetch-Dest", "image", "Range", "bytes=0-9", "If-Range", "\"a\"");
        assertThat(header(picture, "X-Range")).isEqualTo("bytes=0-9 \"a\"");
    }

    /** Asked for as a picture, or a video by parts, a page comes in the container's parts: they cannot be examined. */
    @Test
    default void aPartOfAPageAskedForAsSomethingElseIsWithheld() throws Exception {
        HttpResponse<byte[]> response = site().get("/static.html", "Sec-Fetch-Dest", "image", "Range", "bytes=0-85");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).doesNotContain(FRAME).doesNotContain("foreign.example");
        assertThat(response.headers().map()).doesNotContainKey("content-range");
        assertThat(response.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
    }
}
