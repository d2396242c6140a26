package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no page passes as it is written: the application waits in the middle until the first half has arrived. */
interface StreamingContract {
    int HALF = 1 << 20;

    DeployedSite site();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=application/octet-stream",
                "type=application/octet-stream&length",
                "type=text/event-stream",
                "type=text/plain",
                "type=application/json",
                "type=image/png",
                "type=video/mp4&length"
            })
    default void nothingButPagesIsHeldBack(String query) throws Exception {
        HttpResponse<InputStream> response = site().open("/scene/halves?" + query);
        assertThat(response.headers().allValues(POLICY)).isNotEmpty();
        try (InputStream body = response.body()) {
            // The container may keep its own buffer.
            assertThat(body.readNBytes(HALF - 64 * 1024)).containsOnly('.');
            assertThat(site().get("/scene/second-half").statusCode()).isEqualTo(204);
            assertThat(body.readAllBytes()).hasSize(HALF + 64 * 1024);
        }
    }

    /** An event stream's headers arrive before its first event, those of the protection among them. */
    @Test
    default void aFlushSendsTheHeadersOfWhatIsNoPage() throws Exception {
        HttpResponse<InputStream> response = site().open("/scene/headers-first");
        assertThat(response.headers().allValues(POLICY)).isNotEmpty();
        try (InputStream body = response.body()) {
            assertThat(site().get("/scene/second-half").statusCode()).isEqualTo(204);
            assertThat(body.readAllBytes()).asString().isEqualTo("data: zwei\n\n");
        }
    }
}
