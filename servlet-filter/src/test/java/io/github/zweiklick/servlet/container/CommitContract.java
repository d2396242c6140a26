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
                "/scene/writer-then-stream"
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
        assertThat(text(response)).contains("Grüße").doesNotContain("before");
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
