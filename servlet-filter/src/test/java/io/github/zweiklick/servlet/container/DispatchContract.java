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

/** One response, however many dispatches and threads take part in it. */
interface DispatchContract {
    DeployedSite site();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/forward-after-write",
                "/scene/forward-twice",
                "/scene/forward-async",
                "/scene/include-static",
                "/scene/async-static",
                "/scene/async-again",
                "/scene/async-wrapped",
                "/scene/async-stream",
                "/scene/non-blocking-dispatched",
                "/scene/non-blocking-large"
            })
    default void everyDispatchEndsInAProtectedPage(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertProtected(response);
        assertThat(text(response)).doesNotContain("written-before");
        assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
        assertThat(header(response, "ETag")).isNotEmpty();
    }

    @Test
    default void nothingIsLostOnTheWay() throws Exception {
        assertThat(text(site().get("/scene/include-static"))).contains("<p>foot</p>");
        assertThat(text(site().get("/scene/async-stream"))).contains("<p>foot</p>");
        assertThat(text(site().get("/scene/non-blocking-large")))
                .contains("Grüße")
                .endsWith("<p>Musterstadt</p>".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scene/forward-missing", "/scene/async-error"})
    default void errorsOfDispatchesHaveTheErrorPage(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertProtected(response);
        assertThat(text(response)).contains("Nicht gefunden").doesNotContain("Grüße");
    }

    @ParameterizedTest
    @CsvSource({"/scene/failing, 418", "/scene/throwing, 500"})
    default void anErrorPageOfAServletIsProtected(String path, int status) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertProtected(response);
        assertThat(text(response)).contains("<p>ERROR " + status + "</p>").doesNotContain("written-before");
        assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
    }

    /** Whether the container keeps the headers of a response when it answers an exception with a page of its own. */
    default boolean keepsHeadersOfFailures() {
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scene/broken", "/scene/async-broken", "/scene/async-unheeded"})
    default void whatFailsSendsNoPageHalfWritten(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).doesNotContain(FRAME).doesNotContain("Grüße");
        if (keepsHeadersOfFailures()) {
            assertThat(response.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
        }
    }
}
