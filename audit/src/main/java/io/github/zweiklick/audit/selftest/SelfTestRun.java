package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.AuditVersion;
import io.github.zweiklick.audit.selftest.SelfTestOutcome.NotRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Visits the corpus in this process, page by page, each in a fresh profile. */
final class SelfTestRun {

    private static final BrowserOptions OPTIONS =
            BrowserOptions.standard().firstParty("*.selftest.test", "*.selftest.localhost");

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Consumer<String> progress;
    private final Predicate<Contact> read;

    SelfTestRun(Consumer<String> progress) {
        this(progress, contact -> true);
    }

    /** @param read which of the log's contacts are; tests leave some out */
    SelfTestRun(Consumer<String> progress, Predicate<Contact> read) {
        this.progress = progress;
        this.read = read;
    }

    SelfTestOutcome run(Extent extent, Mode mode) {
        return run(extent, extent.pages(), mode);
    }

    /** @param pages those of the extent; tests take fewer */
    SelfTestOutcome run(Extent extent, List<LeakPage> pages, Mode mode) {
        Optional<Path> browser = ContactHarness.chromiumFile();
        if (browser.isEmpty() || !ContactHarness.hasChromium()) {
            return new NotRun("Chromium and its driver are missing (Debian: chromium, chromium-driver)");
        }
        try (Stage stage = Stage.open(mode)) {
            return run(extent, pages, stage, BrowserFile.of(browser.get()));
        } catch (IOException failed) {
            return new NotRun("the corpus could not be served: " + failed.getMessage());
        }
    }

    private SelfTestOutcome run(Extent extent, List<LeakPage> pages, Stage stage, BrowserFile browser)
            throws IOException {
        Instant started = Clock.systemUTC().instant();
        List<VectorResult> results = new ArrayList<>();
        String version = "";
        for (LeakPage page : pages) {
            progress.accept((pages.indexOf(page) + 1) + "/" + pages.size() + " " + page.name());
            List<VectorResult> ofPage;
            try {
                Visited visited = visit(page, stage);
                version = visited.version();
                ofPage = visited.results();
            } catch (RuntimeException failed) {
                return new NotRun("page " + page.name() + ": " + firstLine(failed));
            }
            if (contactsNobody(ofPage)) {
                return new NotRun("page " + page.name() + " contacted nobody: something stood in its way");
            }
            results.addAll(ofPage);
        }
        return new SelfTestResult(
                browser,
                version,
                AuditVersion.NUMBER,
                stage.mode(),
                extent,
                started,
                Clock.systemUTC().instant(),
                results);
    }

    private record Visited(String version, List<VectorResult> results) {}

    private Visited visit(LeakPage page, Stage stage) throws IOException {
        LeakHosts hosts = stage.serve(page);
        try (Visit visit = stage.harness().chromium(OPTIONS)) {
            String version = visit.browser().version();
            act(visit, page, hosts);
            Judgement judgement = new Judgement(visit.report(), read);
            return new Visited(
                    version,
                    page.vectors().stream()
                            .map(vector ->
                                    judgement.of(page.name(), vector, stage.namesOf(vector, hosts), stage.mode()))
                            .toList());
        }
    }

    /** A page that was never shown contacts nobody, and none of its contacts is missed. */
    private static boolean contactsNobody(List<VectorResult> results) {
        return results.stream().anyMatch(result -> result.outcome() == Outcome.NOBODY)
                && results.stream().allMatch(result -> result.seen().isEmpty());
    }

    private static void act(Visit visit, LeakPage page, LeakHosts hosts) {
        Set<Moment> moments = page.moments();
        visit.open(page.url(hosts));
        if (moments.contains(Moment.SCROLL)) {
            visit.scrollToEnd();
        }
        if (moments.contains(Moment.HOVER)) {
            visit.hoverEverything();
        }
        if (moments.contains(Moment.CLICK)) {
            visit.during(
                    Phase.CONSENT,
                    browser -> page.vectors().stream()
                            .filter(vector -> vector.moment() == Moment.CLICK)
                            .forEach(vector -> browser.click("#" + vector.name())));
        }
        if (moments.contains(Moment.IDLE)) {
            visit.during(
                    Phase.IDLE,
                    browser -> visit.waitFor(
                            "performance.now() > " + page.rest().toMillis(),
                            page.rest().plus(GRACE)));
        }
        if (moments.contains(Moment.LEAVE)) {
            visit.leave();
        }
    }

    /** The driver's messages go on with its version and the capabilities asked for. */
    private static String firstLine(RuntimeException failed) {
        return Optional.ofNullable(failed.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failed.toString());
    }
}
