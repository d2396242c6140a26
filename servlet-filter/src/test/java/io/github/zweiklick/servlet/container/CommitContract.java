package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification's rules about what is too late. */
interface CommitContract {
    DeployedSite site();

    @Test
    default void aFlushCountsAsCommit() throws Exception {
        assertThat(text(site().get("/scene/flush-early"))).contains("committed=true");
    }

    /** Its length and its tag tell that it was complete before its first byte went out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/flush-first",
                "/scene/flush-first-untyped",
                "/scene/flush-stream-first",
                "/scene/flush-within-a-tag",
                "/scene/flush-and-close",
                "/scene/include-flushed",
                "/scene/non-blocking-flushed",
                "/scene/non-blocking-failing"
            })
    default void noFlushSendsAPageUnexamined(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertProtected(response);
        assertThat(text(response)).contains("Grüße");
        assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
        assertThat(header(response, "ETag")).isNotEmpty();
    }

    @Test
    default void nothingIsLostByAFlush() throws Exception {
        assertThat(text(site().get("/scene/include-flushed"))).containsSubsequence("head", "Grüße", "foot");
        assertThat(text(site().get("/scene/non-blocking-failing"))).contains("<p>broken on purpose</p>");
    }

    @Test
    default void aPageThatFailsAfterAFlushIsAnError() throws Exception {
        HttpResponse<byte[]> response = site().get("/scene/flush-then-broken");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).doesNotContain(FRAME).doesNotContain("Grüße");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/reset-late",
                "/scene/reset-buffer-late",
                "/scene/error-late",
                "/scene/redirect-late",
                "/scene/forward-late",
                "/scene/buffer-size-late",
                "/scene/stream-then-writer",
                "/scene/writer-then-stream",
                "/scene/listener-without-async"
            })
    default void whatComesTooLateIsRefused(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertProtected(response);
        assertThat(text(response)).contains("<p>IllegalStateException</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scene/type-late-ignored", "/scene/reset-then-stream", "/scene/closed-then-more"})
    default void whatComesTooLateOrWasResetDoesNotCount(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertProtected(response);
        assertThat(text(response)).contains("Grüße").doesNotContain("written-before");
        assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
    }

    @ParameterizedTest
    @CsvSource({"/scene/error-after-page, 503", "/scene/error-then-page, 404"})
    default void anErrorTakesThePagesPlace(String path, int status) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(text(response)).doesNotContain(FRAME).doesNotContain("Grüße");
        assertThat(response.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    default void aPageWithoutABodyHasNone() throws Exception {
        HttpResponse<byte[]> empty = site().get("/scene/empty");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(empty.headers().allValues(POLICY)).isNotEmpty();
        HttpResponse<byte[]> none = site().get("/scene/no-content");
        assertThat(none.statusCode()).isEqualTo(204);
        assertThat(none.body()).isEmpty();
        assertThat(none.headers().allValues(POLICY)).isNotEmpty();
    }
}
