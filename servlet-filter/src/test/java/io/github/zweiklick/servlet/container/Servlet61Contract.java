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

/** What Servlet 6.1 added. The filter is compiled against 6.0 and must not be gone round all the same. */
interface Servlet61Contract extends ObservingContract {
    DeployedSite site();

    @ParameterizedTest
    @CsvSource({"/scene/see-other, 303", "/scene/moved, 301", "/scene/found, 302"})
    default void redirectsOfEveryKindPass(String path, int status) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Location")).endsWith("writer");
        assertThat(response.headers().allValues(POLICY)).isNotEmpty();
        assertThat(text(response)).doesNotContain(FRAME).doesNotContain("Grüße");
    }

    @ParameterizedTest
    @CsvSource({"/scene/see-other-with-page, 303", "/scene/found-with-page, 302"})
    default void aRedirectsPageIsProtected(String path, int status) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Location")).endsWith("writer");
        assertProtected(response);
        assertThat(text(response)).contains("Grüße");
    }

    @Test
    default void observedRedirectsPass() throws Exception {
        assertThat(assertSame("GET", "/scene/see-other")).startsWith("HTTP/1.1 303");
    }

    /** A flushed page counts as committed, though nothing has been sent. */
    @ParameterizedTest
    @CsvSource({"/scene/see-other-late", "/scene/moved-late", "/scene/found-late"})
    default void noRedirectAfterTheCommit(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertProtected(response);
        assertThat(text(response)).contains("IllegalStateException");
    }

    @Test
    default void bytesOfAByteBufferAreThePages() throws Exception {
        assertProtected(site().get("/scene/byte-buffer"));
    }

    @Test
    default void theCharsetMayBeGivenAsSuch() throws Exception {
        HttpResponse<byte[]> response = site().get("/scene/charset-object");
        assertProtected(response);
        assertThat(header(response, "Content-Type")).containsIgnoringCase("utf-8");
        assertThat(text(response)).contains("Grüße");
    }
}
