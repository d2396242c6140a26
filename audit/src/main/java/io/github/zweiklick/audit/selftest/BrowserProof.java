package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.result.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says whether a browser is known to be seen through. */
public final class BrowserProof {
    private static final int MOST_NAMED = 5;

    private BrowserProof() {}

    /**
     * What is kept of a browser; where nothing is, a short self-test may be run (half a minute), and is kept.
     *
     * @param browser its executable
     * @param folder where records are kept
     * @param run whether a self-test is run where none is kept
     * @param progress is told what a self-test is at
     * @throws IOException when it cannot be kept that the browser has passed
     */
    public static Proof of(Path browser, Path folder, boolean run, Consumer<String> progress) throws IOException {
        Optional<SelfTestResult> kept = SelfTestRecord.find(browser, folder);
        if (kept.isPresent()) {
            return of(kept.get());
        }
        if (!run) {
            return new Proof.Missing("the browser has passed no self-test, and none was to be run");
        }
        progress.accept("This browser has passed no self-test yet: a short one comes first");
        SelfTestOutcome outcome = SelfTest.shortRun(progress);
        if (outcome instanceof SelfTestOutcome.NotRun notRun) {
            return new Proof.Missing("the self-test could not be run: " + notRun.why());
        }
        SelfTestResult result = (SelfTestResult) outcome;
        SelfTestRecord.keep(result, folder);
        return of(result);
    }

    private static Proof of(SelfTestResult result) {
        if (result.passed()) {
            return new Proof.Passed(
                    result.ended(),
                    result.extent() == Extent.FULL,
                    result.mode() == Mode.NAMESPACE,
                    result.of(Outcome.REPORTED).size());
        }
        String missed = result.of(Outcome.MISSED).stream()
                .map(VectorResult::name)
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return new Proof.Missing(
                "the self-test missed contacts" + (missed.isEmpty() ? ", or saw none at all" : ": " + missed));
    }
}
