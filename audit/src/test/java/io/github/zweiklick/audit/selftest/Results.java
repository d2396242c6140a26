package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.result.AuditVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Results as a self-test may have them. */
public final class Results {

    static final String VERSION = "chrome 150.0.7871.100";

    private static final Reach DNS = new Reach(Phase.LOAD, Level.DNS);
    private static final Reach SOCKET = new Reach(Phase.LOAD, Level.SOCKET);

    private Results() {}

    /** Has it be known of the Chromium that is installed that it has passed. */
    public static void keepChromium(Path folder) throws IOException {
        SelfTestRecord.keep(passed(ContactHarness.chromiumFile().orElseThrow(), Extent.FULL), folder);
    }

    static SelfTestResult passed(Path browser, Extent extent) throws IOException {
        return of(browser, extent, new VectorResult("basic", "img", Outcome.REPORTED, Set.of(DNS, SOCKET), Set.of()));
    }

    static SelfTestResult missed(Path browser) throws IOException {
        return of(
                browser,
                Extent.SHORT,
                new VectorResult("basic", "img", Outcome.MISSED, Set.of(DNS, SOCKET), Set.of(SOCKET)));
    }

    private static SelfTestResult of(Path browser, Extent extent, VectorResult first) throws IOException {
        return new SelfTestResult(
                BrowserFile.of(browser),
                VERSION,
                AuditVersion.NUMBER,
                Mode.NAMESPACE,
                extent,
                Instant.parse("2026-11-29T20:27:19Z"),
                Instant.parse("2026-11-29T20:30:07Z"),
                List.of(first, new VectorResult("basic", "video", Outcome.NOBODY, Set.of(), Set.of())));
    }
}
