package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static io.github.zweiklick.servlet.container.DeployedSite.unzipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.servlet.container.RunningWar.Compression;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody compresses: the application's filters behind ours, a filter in front of it, the container. */
interface CompressionContract {
    DeployedSite site();

    RunningWar start(Path war, Compression compression) throws Exception;

    @ParameterizedTest
    @ValueSource(strings = {"/gzipped/static.html", "/gzipped/scene/writer", "/gzipped/scene/stream"})
    default void aCompressionFilterBehindOursIsReadAndCompressedAgain(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path, "Accept-Encoding", "br, gzip");
        assertProtected(response, unzipped(response));
        assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
        assertThat(site().get(path, "Accept-Encoding", "gzip", "If-None-Match", header(response, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertProtected(site().get(path));
    }

    @Test
    default void severalFiltersInARow() throws Exception {
        HttpResponse<byte[]> response = site().get("/row/scene/writer", "Accept-Encoding", "gzip");
        String page = unzipped(response);
        assertProtected(response, page);
        assertThat(page).containsSubsequence("Grüße", "<p>foot</p>");
        HttpResponse<byte[]> plain = site().get("/row/scene/writer");
        assertProtected(plain);
        assertThat(header(plain, "Content-Length")).isEqualTo(String.valueOf(plain.body().length));
    }

    /** Ours is declared twice there: the second finds the first and leaves all to it. */
    @Test
    default void aCompressionFilterInFrontCompressesWhatWeSend() throws Exception {
        RunningWar war = start(
                War.assemble(getClass().getSimpleName() + "-behind-gzip", "{}", War.BEHIND_GZIP), Compression.NONE);
        try {
            DeployedSite behind = new DeployedSite(war);
            assertCompressed(behind);
            for (String path : List.of("/scene/missing", "/scene/unknown-coding")) {
                HttpResponse<byte[]> failed = behind.get(path);
                assertThat(failed.statusCode()).as(path).isIn(404, 500);
                assertThat(text(failed)).doesNotContain(FRAME);
            }
        } finally {
            war.stop();
        }
    }

    @Test
    default void theContainerCompressesWhatWeSend() throws Exception {
        RunningWar war =
                start(War.assemble(getClass().getSimpleName() + "-compressing", "{}"), Compression.BY_CONTAINER);
        try {
            assertCompressed(new DeployedSite(war));
        } finally {
            war.stop();
        }
    }

    private static void assertCompressed(DeployedSite site) throws Exception {
        for (String path : List.of("/static.html", "/scene/writer", "/scene/stream", "/scene/forward")) {
            HttpResponse<byte[]> page = site.get(path, "Accept-Encoding", "gzip");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertProtected(page, unzipped(page));
            HttpResponse<byte[]> known =
                    site.get(path, "Accept-Encoding", "gzip", "If-None-Match", header(page, "ETag"));
            assertThat(known.statusCode()).as(path).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            HttpResponse<byte[]> plain = site.get(path);
            assertProtected(plain);
            assertThat(plain.headers().map()).doesNotContainKey("content-encoding");
        }
        HttpResponse<byte[]> once = site.get("/gzipped/scene/writer", "Accept-Encoding", "gzip");
        assertThat(header(once, "ETag")).isNotEmpty();
    }
}
