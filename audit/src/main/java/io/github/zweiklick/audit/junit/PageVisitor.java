package io.github.zweiklick.audit.junit;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.judge.Judge;
import io.github.zweiklick.audit.report.HtmlReport;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.visit.AuditOrder;
import io.github.zweiklick.audit.visit.AuditRun;
import io.github.zweiklick.audit.visit.ConsentTools;
import io.github.zweiklick.audit.visit.PageStore;
import io.github.zweiklick.audit.visit.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Visits one page as tests ask for it. */
record PageVisitor(ContactHarness harness, PageAudit.Settings settings, Proof proof) {
    private static final int LONGEST_NAME = 80;

    private static final Progress SILENT = new Progress() {
        @Override
        public void step(String url, Step step) {}

        @Override
        public void page(PageResult page, int done, int total, Optional<Duration> left) {}
    };

    PageResult visit(String url, Set<AuditPhase> phases) {
        Clock clock = Clock.systemUTC();
        AuditOrder order = new AuditOrder(
                List.of(url),
                phases,
                settings.options(),
                settings.site().own(),
                ConsentTools.bundled(),
                settings.site().hash(),
                new CaseFile("", "", "", "", ZoneId.systemDefault(), Locale.getDefault()),
                settings.longest(),
                1);
        Judge judge = new Judge(
                settings.site().catalogue(),
                order.trusted(),
                settings.options().firstParty(),
                settings.options().login().stream().map(LoginCookie::name).collect(Collectors.toSet()),
                clock);
        AuditResult result =
                new AuditRun(harness, order, judge, proof, SILENT, Optional.empty(), PageStore.NONE, clock).run();
        settings.reports().ifPresent(folder -> write(result, folder.resolve(name(url))));
        return result.pages().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        url + " was not visited: " + result.stopped().orElse("no reason is known")));
    }

    private static void write(AuditResult result, Path folder) {
        try {
            Files.createDirectories(folder);
            try (Writer html = Files.newBufferedWriter(folder.resolve(HtmlReport.FILE), StandardCharsets.UTF_8);
                    Writer json = Files.newBufferedWriter(folder.resolve(JsonReport.FILE), StandardCharsets.UTF_8)) {
                HtmlReport.write(result, html);
                JsonReport.write(result, json);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the report cannot be written into " + folder, unwritable);
        }
    }

    /** The address as the name of a folder. */
    static String name(String url) {
        String plain = url.replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]+", "-");
        String brief = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return brief.replaceFirst("[-.]+$", "") + "-" + Integer.toHexString(url.hashCode());
    }
}
