package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The application's own validators say "unchanged"; what it sends says otherwise. */
    @Test
    default void aPageThatChangedIsSentAgain() throws Exception {
        String tag = header(site().get("/scene/changing?n=1"), "ETag");
        assertThat(site().get("/scene/changing?n=1", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> changed = site().get(
                        "/scene/changing?n=2",
                        "If-None-Match",
                        tag,
                        "If-Modified-Since",
                        "Sat, 01 Jan 2050 00:00:00 GMT");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(text(changed)).contains("<p>2</p>");
        assertProtected(changed);
        assertThat(header(changed, "ETag")).isNotEqualTo(tag).isNotEmpty();
        assertThat(header(changed, "Last-Modified")).isEmpty();
    }

    /** Bytes of the page as it was before the rewriting mean nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"/scene/length", "/static.html"})
    default void pagesAreSentWhole(String path) throws Exception {
        HttpResponse<byte[]> whole = site().get(path, "Range", "bytes=0-9");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertProtected(whole);
        assertThat(whole.headers().map()).doesNotContainKeys("content-range", "accept-ranges");
    }

    @Test
    default void aPartOfAPageIsWithheld() throws Exception {
        HttpResponse<byte[]> response = site().get("/scene/partial");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).doesNotContain("Grüße").doesNotContain(FRAME);
        assertThat(response.headers().map()).doesNotContainKey("content-range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static.html",
                "/scene/async",
                "/scene/non-blocking",
                "/scene/forward",
                "/scene/gzip",
                "/scene/length",
                "/scene/flush-first"
            })
    default void headOfEveryPageIsThatOfThePage(String path) throws Exception {
        HttpResponse<byte[]> page = site().get(path);
        HttpResponse<byte[]> head = site().head(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("ETag", "Content-Length", "Content-Type")) {
            assertThat(header(head, name))
                    .as(name)
                    .isEqualTo(header(page, name))
                    .isNotEmpty();
        }
        assertThat(head.headers().allValues(POLICY)).isEqualTo(page.headers().allValues(POLICY));
        HttpResponse<byte[]> known = site().head(path, "If-None-Match", header(page, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(header(known, "ETag")).isEqualTo(header(page, "ETag"));
    }

    @Test
    default void headOfADownloadIsTheApplications() throws Exception {
        HttpResponse<byte[]> head = site().head("/scene/download");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("5000");
        assertThat(header(head, "ETag")).isEqualTo("\"inside\"");
    }

    @Test
    default void headOfAPictureIsTheContainersOwn() throws Exception {
        HttpResponse<byte[]> head = site().head("/picture.png");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("5000");
    }
}
