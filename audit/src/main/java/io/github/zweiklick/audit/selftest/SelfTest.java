package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.selftest.SelfTestOutcome.NotRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells whether the browser at hand, as this program reads its log, misses any contact of the corpus. In a network namespace
 * where one can be made, which is another process; elsewhere on ports of this machine, which shows less.
 */
public final class SelfTest {

    private SelfTest() {}

    /**
     * The short form: half a minute.
     *
     * @param progress is told what is under way
     */
    public static SelfTestOutcome shortRun(Consumer<String> progress) {
        return run(Extent.SHORT, Optional.empty(), progress);
    }

    /**
     * The whole corpus: some minutes.
     *
     * @param progress is told what is under way
     */
    public static SelfTestOutcome fullRun(Consumer<String> progress) {
        return run(Extent.FULL, Optional.empty(), progress);
    }

    static SelfTestOutcome run(Extent extent, Optional<Mode> asked, Consumer<String> progress) {
        boolean permitted = Namespace.isPermitted();
        Mode mode = asked.orElse(permitted ? Mode.NAMESPACE : Mode.LOOPBACK);
        if (mode == Mode.LOOPBACK) {
            return new SelfTestRun(progress).run(extent, mode);
        }
        if (!permitted) {
            return new NotRun("this system permits no network namespace");
        }
        try {
            return elsewhere(extent, progress);
        } catch (IOException failed) {
            return new NotRun("the namespace could not be entered: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new NotRun("it was stopped");
        }
    }

    private static SelfTestOutcome elsewhere(Extent extent, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path answer = Files.createTempFile("zweiklick-self-test", ".json");
        try {
            Process process = Namespace.starter(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SelfTestProcess.class.getName(),
                            extent.name()))
                    .redirectOutput(answer.toFile())
                    .start();
            String last = "it ended without a word";
            try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    if (line.startsWith(SelfTestProcess.PROGRESS)) {
                        progress.accept(line.substring(SelfTestProcess.PROGRESS.length()));
                    } else {
                        last = line;
                    }
                }
            }
            process.waitFor();
            String why = last;
            return ResultJson.read(Files.readString(answer, StandardCharsets.UTF_8))
                    .<SelfTestOutcome>map(result -> result)
                    .orElseGet(() -> new NotRun(why));
        } finally {
            Files.delete(answer);
        }
    }
}
