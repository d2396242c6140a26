package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.judge.Judge;
import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.report.RawLogs;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import io.github.zweiklick.audit.visit.AuditOrder;
import io.github.zweiklick.audit.visit.AuditRun;
import io.github.zweiklick.audit.visit.PageStore;
import io.github.zweiklick.audit.visit.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One audit from its order to its report: what the commands {@code visit} and {@code serve} have in common. Where there is a
 * folder for the report, each page is kept there until the audit is whole.
 */
final class AuditJob implements AutoCloseable {
    private final AuditOrder order;
    private final OutputOptions output;
    private Optional<UnfinishedAudit> kept;
    private final Consumer<String> told;
    private final Clock clock;

    private AuditJob(
            AuditOrder order,
            OutputOptions output,
            Optional<UnfinishedAudit> kept,
            Consumer<String> told,
            Clock clock) {
        this.order = order;
        this.output = output;
        this.kept = kept;
        this.told = told;
        this.clock = clock;
    }

    /** Where Chromium is, if it can be driven. */
    static Optional<Path> chromium() {
        return ContactHarness.chromiumFile().filter(file -> ContactHarness.hasChromium());
    }

    /** @param told what a reader of the terminal should know, in English */
    static AuditJob begin(AuditOrder order, OutputOptions output, Consumer<String> told, Clock clock) {
        return new AuditJob(order, output, Optional.empty(), told, clock);
    }

    /** @param order the one that was kept, with what is not kept filled in */
    static AuditJob goOn(
            UnfinishedAudit kept, AuditOrder order, OutputOptions output, Consumer<String> told, Clock clock) {
        return new AuditJob(order, output, Optional.of(kept), told, clock);
    }

    /** Pages that were visited before it was cut off. */
    Collection<PageResult> done() {
        return kept.map(store -> store.earlier().pages().values()).orElse(List.of());
    }

    int total() {
        return order.urls().size();
    }

    /**
     * Visits the pages and writes the report. Can be stopped by a signal to this process as well.
     *
     * @param begun is given the run before its first page
     * @param terminal for the report in short
     * @throws IOException when it cannot go on, or the report cannot be written; what was kept stays
     */
    AuditResult carryOut(
            SiteConfiguration site, Proof proof, Progress progress, Consumer<AuditRun> begun, PrintWriter terminal)
            throws IOException {
        try (ContactHarness harness = ContactHarness.outside()) {
            if (kept.isPresent()) {
                goOn(harness, kept.get());
            } else if (output.out != null) {
                kept = Optional.of(UnfinishedAudit.begin(output.out, order, told, clock));
            }
            AuditRun run = run(harness, site, proof, progress);
            begun.accept(run);
            try (Interruption interruption = new Interruption(run)) {
                AuditResult result = interruption.result();
                output.write(result, site.catalogue(), terminal, clock);
                if (kept.isPresent()) {
                    leave(result, kept.get());
                }
                return result;
            }
        }
    }

    /** Pages of one audit are visited by one browser. */
    private void goOn(ContactHarness harness, UnfinishedAudit store) throws IOException {
        store.damaged().forEach(url -> told.accept("What was kept of " + url + " is damaged: it is visited again"));
        String then = store.earlier().browser();
        if (!then.isEmpty()) {
            try (Visit visit = harness.chromium(order.options())) {
                String now = visit.browser().version();
                if (!now.equals(then)) {
                    throw new IOException("the audit was begun with another browser, and one audit is made with one: "
                            + then + " then, " + now + " now. Begin anew, in another folder");
                }
            }
        }
        store.goOn();
    }

    private void leave(AuditResult result, UnfinishedAudit store) throws IOException {
        if (result.stopped().isEmpty() && result.notVisited().isEmpty()) {
            store.remove();
        } else {
            told.accept("To go on: zweiklick-audit visit --resume " + output.out);
        }
    }

    private AuditRun run(ContactHarness harness, SiteConfiguration site, Proof proof, Progress progress)
            throws IOException {
        Judge judge = new Judge(
                site.catalogue(),
                order.trusted(),
                order.options().firstParty(),
                order.options().login().stream().map(LoginCookie::name).collect(Collectors.toSet()),
                clock);
        Optional<RawLogs> raw = output.rawLogs(clock);
        return new AuditRun(
                harness,
                order,
                judge,
                proof,
                progress,
                raw.map(logs -> (log, page, browser) -> logs.keep(log, page, browser)),
                kept.<PageStore>map(store -> store).orElse(PageStore.NONE),
                clock);
    }

    @Override
    public void close() throws IOException {
        if (kept.isPresent()) {
            kept.get().close();
        }
    }
}
