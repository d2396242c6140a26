package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Opens a page in another browser, with a fresh profile, and does there what is done before any consent. Whatever happens,
 * there is an opinion: one that breaks off says why.
 *
 * @param rawLogs is given the browser's log, if it has one
 * @param progress is told of each part as it ends
 */
record Opinions(
        ContactHarness harness,
        BrowserOptions options,
        Set<AuditPhase> phases,
        Optional<BiConsumer<SecondBrowser, Path>> rawLogs,
        Consumer<Step> progress,
        Clock clock) {

    /** @param firstStep number of the first step */
    SecondOpinion of(SecondBrowser browser, String url, int firstStep) {
        Instant started = clock.instant();
        if (browser == SecondBrowser.WEBKIT && !options.javaScript()) {
            return new SecondOpinion(
                    browser,
                    "",
                    Optional.empty(),
                    started,
                    started,
                    nothing(Untested.of(Untested.Kind.OPTION, "--no-js"), Untested.of(Untested.Kind.EVERYTHING)));
        }
        String version = "";
        try (Visit visit = open(browser)) {
            version = visit.browser().version();
            visit.numberStepsFrom(firstStep);
            if (browser == SecondBrowser.WEBKIT) {
                refused(visit);
            }
            rawLogs.ifPresent(logs -> visit.onLog(log -> logs.accept(browser, log)));
            Optional<String> broken = walk(visit, url);
            ContactReport report = visit.report();
            return new SecondOpinion(browser, version, broken, started, clock.instant(), report);
        } catch (RuntimeException broken) {
            // It could not be started, or took its log with it.
            return new SecondOpinion(
                    browser, version, Optional.of(PageAuditor.firstLine(broken)), started, clock.instant(), nothing());
        }
    }

    private Visit open(SecondBrowser browser) {
        return switch (browser) {
            case FIREFOX -> harness.firefox(options);
            case WEBKIT -> harness.webKit(options);
        };
    }

    /** What WebKitGTK's MiniBrowser cannot be given. */
    private void refused(Visit visit) {
        if (options.gpc()) {
            visit.leaveUntested(Untested.of(Untested.Kind.OPTION, "--gpc"));
        }
        if (!options.login().isEmpty()) {
            visit.leaveUntested(Untested.of(Untested.Kind.OPTION, "--login-cookie"));
        }
    }

    private Optional<String> walk(Visit visit, String url) {
        Optional<String> broken = tried(() -> {
            visit.open(url);
            done(visit);
        });
        // What the answer says of itself, which the browser's own words tell less well.
        Optional<String> failure = errorPage(visit).or(() -> broken);
        return failure.isPresent() ? failure : tried(() -> goOn(visit));
    }

    private void goOn(Visit visit) {
        if (phases.contains(AuditPhase.INTERACT)) {
            PageAuditor.interact(visit, options.javaScript(), () -> done(visit));
        }
        if (phases.contains(AuditPhase.LEAVE)) {
            visit.leave();
            done(visit);
        }
    }

    /** Why something could not be done; empty where it was. */
    private static Optional<String> tried(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(PageAuditor.firstLine(broken));
        }
    }

    private static Optional<String> errorPage(Visit visit) {
        try {
            OptionalInt status = visit.browser().status();
            return status.isPresent() && status.getAsInt() >= PageAuditor.FIRST_ERROR
                    ? Optional.of(PageAuditor.errorPage(status.getAsInt()))
                    : Optional.empty();
        } catch (RuntimeException unanswered) {
            // The page cannot be asked: its contacts are told all the same.
            return Optional.empty();
        }
    }

    private void done(Visit visit) {
        progress.accept(visit.steps().get(visit.steps().size() - 1));
    }

    private static ContactReport nothing(Untested... gaps) {
        return new ContactReport(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(gaps));
    }
}
