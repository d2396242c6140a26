package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.SnapshotStore.Stored;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves what it wrote before, or what it was writing: nothing between. */
@Timeout(60)
class KilledWriterTest {
    private static final String KEY = "posts";
    private static final int LENGTH = 1 << 20;
    private static final int TIMES = 5;

    @TempDir
    Path directory;

    /** Writes until it is killed, each time another byte a million times. */
    public static final class Writer {
        private Writer() {}

        /** @param arguments the directory */
        public static void main(String[] arguments) throws Exception {
            FileSnapshotStore store = new FileSnapshotStore(Path.of(arguments[0]), Clock.systemUTC(), new FindingLog());
            for (byte value = 0; ; value++) {
                byte[] content = new byte[LENGTH];
                Arrays.fill(content, value);
                store.save(KEY, new Stored(Instant.EPOCH, content));
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    @Test
    void leavesAWholeSnapshot() throws Exception {
        FindingLog findings = new FindingLog();
        for (int time = 0; time < TIMES; time++) {
            Process writer = JavaProcess.start(Writer.class, directory.toString());
            // At another place of its work each time.
            assertThat(writer.getInputStream().readNBytes(3 + 7 * time)).isNotEmpty();
            writer.destroyForcibly().waitFor();

            Optional<Stored> stored = new FileSnapshotStore(directory, Clock.systemUTC(), findings).load(KEY);
            byte[] content = stored.orElseThrow().content();
            assertThat(content).hasSize(LENGTH).containsOnly(content[0]);
        }
        assertThat(findings.findings()).isEmpty();
    }
}
