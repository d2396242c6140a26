package io.github.zweiklick.audit;

import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.selftest.BrowserProof;
import io.github.zweiklick.audit.selftest.SelfTestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How it is known that the browser is seen through. */
final class SelfTestOptions {

    /** When a self-test is run. */
    enum When {
        /** Where this browser has passed none. */
        MISSING,
        /** Never: what was kept counts alone. */
        NEVER
    }

    @Option(
            names = "--self-test",
            paramLabel = "WHEN",
            defaultValue = "missing",
            description =
                    "missing: where the browser at hand has passed no self-test, a short one comes first (half a minute);"
                            + " never: without one kept, the audit counts as not tested. Default: ${DEFAULT-VALUE}")
    When when = When.MISSING;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where it is kept that a browser has passed. Default: $XDG_STATE_HOME/zweiklick-audit,"
                    + " ~/.local/state/zweiklick-audit")
    @Nullable
    Path state;

    /** What is known of a browser. */
    Proof proof(Path browser, Consumer<String> progress) throws IOException {
        Path folder = Objects.requireNonNullElseGet(state, SelfTestRecord::standardFolder);
        return BrowserProof.of(browser, folder, when == When.MISSING, progress);
    }
}
