package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.judge.Judge;
import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.catalogue.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Audits of tests. */
public final class Audits {
    private static final Progress SILENT = new Progress() {
        @Override
        public void step(String url, Step step) {}

        @Override
        public void page(PageResult page, int done, int total, Optional<Duration> left) {}
    };

    private static final Proof PROVEN = new Proof.Passed(Instant.EPOCH, true, true, 1);

    private Audits() {}

    /** One page, all phases. */
    public static PageResult page(ContactHarness harness, String url) {
        return of(harness, EnumSet.allOf(AuditPhase.class), List.of(url))
                .pages()
                .get(0);
    }

    public static AuditResult of(ContactHarness harness, Set<AuditPhase> phases, List<String> urls) {
        return run(harness, order(phases, urls, Duration.ofMinutes(10))).run();
    }

    /** All phases of the pages of a site that declares what this says. */
    public static AuditResult of(ContactHarness harness, SiteConfiguration site, List<String> urls) {
        return run(harness, order(EnumSet.allOf(AuditPhase.class), urls, Duration.ofMinutes(10)), site.catalogue())
                .run();
    }

    static AuditOrder order(Set<AuditPhase> phases, List<String> urls, Duration budget) {
        CaseFile file = new CaseFile("", "", "", "", ZoneOffset.UTC, Locale.GERMAN);
        return new AuditOrder(
                urls, phases, BrowserOptions.standard(), List.of(), ConsentTools.bundled(), "", file, budget, 1);
    }

    static AuditRun run(ContactHarness harness, AuditOrder order) {
        return run(harness, order, Catalogue.bundled());
    }

    private static AuditRun run(ContactHarness harness, AuditOrder order, Catalogue catalogue) {
        Judge judge = new Judge(catalogue, List.of(), List.of(), Set.of(), Clock.systemUTC());
        return new AuditRun(harness, order, judge, PROVEN, SILENT, Optional.empty(), PageStore.NONE, Clock.systemUTC());
    }
}
