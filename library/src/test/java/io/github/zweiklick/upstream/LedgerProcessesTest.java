package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.FindingLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes with one ledger, as the nodes of a site have it. */
@Timeout(120)
class LedgerProcessesTest {
    private static final String KEY = "spent.rathaus";
    private static final int TIMES = 200;

    @TempDir
    Path directory;

    /** Counts up, and says so each time. */
    public static final class Counter {
        private Counter() {}

        /** @param arguments the directory, and how often */
        public static void main(String[] arguments) throws Exception {
            FileLedger ledger = new FileLedger(Path.of(arguments[0]), new FindingLog());
            for (int time = 0; time < Integer.parseInt(arguments[1]); time++) {
                count(ledger);
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    private static void count(Ledger ledger) throws IOException {
        ledger.change(KEY, before -> number(before.orElseGet(() -> "0".getBytes(StandardCharsets.UTF_8)), 1));
    }

    private static byte[] number(byte[] before, int more) {
        int number = Integer.parseInt(new String(before, StandardCharsets.UTF_8)) + more;
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    private static String kept(Ledger ledger) throws IOException {
        return new String(ledger.read(KEY).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void noChangeIsLost() throws Exception {
        List<Process> nodes = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            nodes.add(JavaProcess.start(Counter.class, directory.toString(), Integer.toString(TIMES)));
        }
        FindingLog findings = new FindingLog();
        FileLedger ledger = new FileLedger(directory, findings);
        for (int time = 0; time < TIMES; time++) {
            count(ledger);
        }
        for (Process node : nodes) {
            assertThat(node.waitFor()).isZero();
        }
        assertThat(kept(ledger)).isEqualTo(Integer.toString(3 * TIMES));
        assertThat(findings.findings()).isEmpty();
    }

    /** At another place of its work each time. */
    @Test
    void aProcessThatIsKilledLeavesItWholeAndLocksNobodyOut() throws Exception {
        int told = 0;
        for (int time = 0; time < 4; time++) {
            Process killed =
                    JavaProcess.start(Counter.class, directory.toString(), Integer.toString(Integer.MAX_VALUE));
            told += killed.getInputStream().readNBytes(3 + 5 * time).length;
            killed.destroyForcibly().waitFor();
            // What it had not told of yet may be written as well.
            FileLedger ledger = new FileLedger(directory, new FindingLog());
            assertThat(Integer.parseInt(kept(ledger))).isGreaterThanOrEqualTo(told);
            told = Integer.parseInt(kept(ledger)) + 1;
            count(ledger);
        }
    }
}
