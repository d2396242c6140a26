package io.github.zweiklick.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.JavaProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A thousand pictures, fifty visitors: each is fetched once, whoever asks first, and memory is bounded. */
@Timeout(180)
class ManyPicturesTest {
    @Test
    void eachIsFetchedOnce(@TempDir Path directory) throws Exception {
        Crowd crowd = new Crowd();
        try {
            crowd.visit(directory, Samples.jpeg(200, 150));
            assertThat(crowd.stub.lines()).hasSize(Crowd.PICTURES).doesNotHaveDuplicates();
            assertThat(crowd.proxy.status().fetched()).isEqualTo(Crowd.PICTURES);
            assertThat(crowd.proxy.status().failed()).isZero();
            assertThat(crowd.proxy.status().held()).isEqualTo(Crowd.PICTURES);
        } finally {
            crowd.close();
        }
    }

    /** Decoded, fifty of these pictures take 145 MB: whoever has as many at work as there are visitors runs out of memory. */
    @Test
    @Timeout(600)
    @EnabledIfSystemProperty(named = "full", matches = ".*", disabledReason = "it takes minutes: ./verify --full")
    void theyShareLittleMemory(@TempDir Path directory) throws Exception {
        Process process = JavaProcess.start(
                List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"), Crowd.class, directory.toString(), "1100", "880");
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.strip()).isEqualTo(Crowd.ALL_SHOWN);
        } finally {
            process.destroyForcibly();
        }
    }
}
