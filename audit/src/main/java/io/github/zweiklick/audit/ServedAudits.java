package io.github.zweiklick.audit;

import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.serve.Auditor;
import io.github.zweiklick.audit.unfinished.KeptFile;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import io.github.zweiklick.audit.visit.AuditOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Makes the audits that are asked for by form. */
record ServedAudits(SelfTestOptions selfTest, Clock clock) implements Auditor {

    @Override
    public Optional<String> missing() {
        return AuditJob.chromium().isPresent()
                ? Optional.empty()
                : Optional.of("Chromium and its driver are missing (Debian: chromium, chromium-driver)");
    }

    @Override
    public void carryOut(AuditOrder order, Path report, Optional<Path> key, Watch watch) throws IOException {
        OutputOptions output = output(report, key);
        KeptFile.folder(report);
        try (AuditJob job = AuditJob.begin(order, output, line -> {}, clock)) {
            carryOut(job, watch);
        }
    }

    @Override
    public void goOn(Path report, Optional<Path> key, Watch watch) throws IOException {
        UnfinishedAudit kept = UnfinishedAudit.resume(report, line -> {}, clock);
        AuditOrder order = kept.order();
        if (!order.options().login().isEmpty() || !order.configuration().isEmpty()) {
            kept.close();
            throw new IOException(
                    "files that are kept nowhere are needed again: go on with the command visit --resume " + report);
        }
        try (AuditJob job = AuditJob.goOn(kept, order, output(report, key), line -> {}, clock)) {
            carryOut(job, watch);
        }
    }

    private static OutputOptions output(Path report, Optional<Path> key) {
        OutputOptions output = new OutputOptions();
        output.out = report;
        output.key = key.orElse(null);
        return output;
    }

    private void carryOut(AuditJob job, Watch watch) throws IOException {
        Path chromium =
                AuditJob.chromium().orElseThrow(() -> new IOException(missing().orElse("Chromium is gone")));
        watch.preparing(Auditor.Preparation.BROWSER);
        Proof proof = selfTest.proof(chromium, line -> {});
        job.carryOut(
                SiteConfiguration.none(),
                proof,
                watch,
                run -> watch.begun(job.done(), job.total(), () -> run.stop("it was stopped")),
                new PrintWriter(Writer.nullWriter()));
    }
}
