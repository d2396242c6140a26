package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Screenshot;
import io.github.zweiklick.audit.result.StepResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Takes one browser through one page. Whatever happens, there is a result: a page that breaks off says why. */
final class PageAuditor {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int MOST_PICTURES = 4;
    static final int FIRST_ERROR = 400;
    private static final String OPEN_DETAILS =
            "document.querySelectorAll('details:not([open])').forEach(e => { e.open = true; })";

    private final Visit visit;
    private final String url;
    private final Set<AuditPhase> phases;
    private final boolean scripts;
    private final List<ConsentTool> tools;
    private final Consumer<Step> progress;
    private final Clock clock;
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Screenshot> pictures = new ArrayList<>();
    private PageFacts facts = PageFacts.NONE;

    /**
     * @param scripts whether the browser runs scripts: without, a page can be neither asked nor consented to
     * @param tools consent tools whose buttons are known
     * @param progress is told of each part as it begins
     */
    PageAuditor(
            Visit visit,
            String url,
            Set<AuditPhase> phases,
            boolean scripts,
            List<ConsentTool> tools,
            Consumer<Step> progress,
            Clock clock) {
        this.visit = visit;
        this.url = url;
        this.phases = phases.isEmpty() ? phases : EnumSet.copyOf(phases);
        this.scripts = scripts;
        this.tools = tools;
        this.progress = progress;
        this.clock = clock;
    }

    PageResult audit() {
        Instant started = clock.instant();
        Optional<String> failure = Optional.empty();
        try {
            walk();
        } catch (RuntimeException broken) {
            failure = Optional.of(firstLine(broken));
        }
        ContactReport report = visit.report();
        Optional<Exchange> page = page(report);
        OptionalInt status = page.map(answer -> OptionalInt.of(answer.status())).orElse(OptionalInt.empty());
        Optional<String> broken = failure;
        failure = page.flatMap(PageAuditor::failure).or(() -> broken);
        if (page.isEmpty() && failure.isEmpty()) {
            failure = Optional.of("no answer was seen");
        }
        return new PageResult(
                url,
                page.map(Exchange::url).orElse(url),
                status,
                failure,
                started,
                clock.instant(),
                steps,
                report,
                facts,
                page.map(PageScript::policies).orElse(Map.of()),
                pictures,
                List.of());
    }

    /** Where the address led: the last document that was loaded in the window before anything was done. */
    private static Optional<Exchange> page(ContactReport report) {
        List<Exchange> pages = report.exchanges().stream()
                .filter(exchange -> exchange.isPage() && exchange.step().phase() == Phase.LOAD)
                .toList();
        return pages.isEmpty() ? Optional.empty() : Optional.of(pages.get(pages.size() - 1));
    }

    /** What the answer says of itself, which the browser's own words tell less well. */
    private static Optional<String> failure(Exchange page) {
        if (page.status() >= FIRST_ERROR) {
            return Optional.of(errorPage(page.status()));
        }
        boolean download = page.answer().stream()
                .anyMatch(field -> field.name().equals("content-disposition")
                        && field.value().toLowerCase(java.util.Locale.ROOT).startsWith("attachment"));
        return download ? Optional.of("the address leads to a download, not to a page") : Optional.empty();
    }

    static String errorPage(int status) {
        return "the site answered with status " + status + "; what is reported of it is the error page's";
    }

    private void walk() {
        visit.open(url);
        done();
        if (scripts) {
            look();
        }
        picture();
        if (phases.contains(AuditPhase.INTERACT)) {
            interact(visit, scripts, this::done);
        }
        if (phases.contains(AuditPhase.CONSENT) && scripts) {
            boolean withdraw = phases.contains(AuditPhase.WITHDRAW);
            new Consents(this, visit, url, withdraw).walk(facts);
            facts.banner()
                    .ifPresent(asking -> facts = facts.with(asking.withdrawn(banner().walk(asking.tool(), withdraw))));
        }
        if (phases.contains(AuditPhase.LEAVE)) {
            visit.leave();
            done();
        }
    }

    private void look() {
        try {
            facts = PageScript.facts(visit);
            banner().look().ifPresent(asking -> facts = facts.with(asking));
        } catch (RuntimeException unanswered) {
            visit.leaveUntested(Untested.of(Untested.Kind.FACTS, firstLine(unanswered)));
        }
    }

    private Banner banner() {
        return new Banner(this, visit, url, tools);
    }

    /** @param done is told of each part that has ended */
    static void interact(Visit visit, boolean scripts, Runnable done) {
        visit.scrollToEnd();
        done.run();
        visit.hoverEverything();
        done.run();
        if (scripts) {
            visit.during(Phase.IDLE, browser -> browser.evaluate(OPEN_DETAILS));
        }
        visit.idle(WAIT);
        done.run();
    }

    /** A part has ended. */
    void done() {
        Step step = visit.steps().get(visit.steps().size() - 1);
        steps.add(new StepResult(step, clock.instant(), visit.storage()));
        progress.accept(step);
    }

    /** Keeps what the window shows. */
    void picture() {
        if (pictures.size() >= MOST_PICTURES) {
            return;
        }
        try {
            Path file = Files.createTempFile("zweiklick-picture-", ".png");
            try {
                visit.screenshot(file);
                Step step = visit.steps().get(visit.steps().size() - 1);
                pictures.add(new Screenshot(step, Files.readAllBytes(file)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture of " + url, e);
        }
    }

    /** The driver's messages go on with its version and the capabilities asked for. */
    static String firstLine(RuntimeException failed) {
        return Optional.ofNullable(failed.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failed.getClass().getSimpleName());
    }

    List<StepResult> steps() {
        return Collections.unmodifiableList(steps);
    }
}
