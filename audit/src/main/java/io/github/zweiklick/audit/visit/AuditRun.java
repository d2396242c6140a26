package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.judge.Judge;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Visits the pages of an order, each in a browser of its own, and judges them. Can be stopped at any time. */
public final class AuditRun {
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(10);

    private final ContactHarness harness;
    private final AuditOrder order;
    private final Judge judge;
    private final Proof proof;
    private final Progress progress;
    private final Optional<LogKeeper> rawLogs;
    private final Clock clock;
    private final PageStore store;
    private final PageStore.Earlier earlier;
    private final Map<Integer, PageResult> pages = new TreeMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile Optional<String> stopped = Optional.empty();
    private volatile String browser;
    private volatile Instant begun = Instant.EPOCH;

    /**
     * @param proof of the browser that is opened
     * @param rawLogs is given the browsers' logs of each page
     * @param store keeps pages, and has those that need not be visited again
     */
    public AuditRun(
            ContactHarness harness,
            AuditOrder order,
            Judge judge,
            Proof proof,
            Progress progress,
            Optional<LogKeeper> rawLogs,
            PageStore store,
            Clock clock) {
        this.harness = harness;
        this.order = order;
        this.judge = judge;
        this.proof = proof;
        this.progress = progress;
        this.rawLogs = rawLogs;
        this.store = store;
        this.clock = clock;
        earlier = store.earlier();
        browser = earlier.browser();
        earlier.pages().forEach((number, page) -> pages.put(number - 1, page));
    }

    /** Lets pages that were begun come to their end and begins no other. */
    public void stop(String why) {
        if (stopped.isEmpty()) {
            stopped = Optional.of(why);
        }
    }

    /** Does the whole; returns what was done when it is stopped. */
    public AuditResult run() {
        begun = clock.instant();
        ExecutorService browsers = Executors.newFixedThreadPool(
                Math.min(order.parallel(), order.urls().size()));
        try {
            for (int i = 0; i < order.parallel(); i++) {
                browsers.execute(this::work);
            }
            browsers.shutdown();
            Duration most = order.budget().plus(LONGEST_PAGE);
            if (!browsers.awaitTermination(most.toSeconds(), TimeUnit.SECONDS)) {
                stop("a page did not come to its end in " + LONGEST_PAGE.toMinutes() + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop("it was interrupted");
        } finally {
            browsers.shutdownNow();
        }
        return result();
    }

    private AuditResult result() {
        List<PageResult> visited;
        List<String> rest = new ArrayList<>();
        synchronized (pages) {
            visited = List.copyOf(pages.values());
            for (int i = 0; i < order.urls().size(); i++) {
                if (!pages.containsKey(i)) {
                    rest.add(order.urls().get(i));
                }
            }
        }
        return new AuditResult(
                order.file(),
                Setups.of(order, browser, proof),
                earlier.started().orElse(begun),
                clock.instant(),
                stopped,
                visited,
                rest,
                earlier.resumptions());
    }

    private void work() {
        while (stopped.isEmpty()) {
            if (clock.instant().isAfter(begun.plus(order.budget()))) {
                stop("the time allowed was over");
                return;
            }
            int number = next.getAndIncrement();
            if (number >= order.urls().size()) {
                return;
            }
            if (earlier.pages().containsKey(number + 1)) {
                continue;
            }
            PageResult page = visit(order.urls().get(number), number + 1);
            // What ends an audit may have ended its browsers: such a page is visited anew when the audit goes on.
            if (page.anyFailure().isEmpty() || stopped.isEmpty()) {
                store.keep(number + 1, browser, page);
            }
            synchronized (pages) {
                pages.put(number, page);
                progress.page(page, pages.size(), order.urls().size(), left());
            }
        }
    }

    private Optional<Duration> left() {
        int rest = order.urls().size() - pages.size();
        Duration soFar = Duration.between(begun, clock.instant());
        int now = pages.size() - earlier.pages().size();
        return rest == 0
                ? Optional.empty()
                : Optional.of(soFar.multipliedBy(rest).dividedBy(now));
    }

    private PageResult visit(String url, int number) {
        PageResult page = first(url, number);
        List<SecondOpinion> opinions = new ArrayList<>();
        Opinions others = new Opinions(
                harness,
                order.options(),
                order.phases(),
                rawLogs.map(logs -> (other, log) -> logs.keep(log, number, Optional.of(other))),
                step -> told(url, step),
                clock);
        int step = page.contacts().steps().size();
        for (SecondBrowser other : order.opinions()) {
            synchronized (pages) {
                progress.opinion(url, other);
            }
            SecondOpinion opinion = others.of(other, url, step);
            step += opinion.contacts().steps().size();
            opinions.add(opinion);
        }
        PageResult all = page.and(opinions);
        return all.with(judge.judge(all));
    }

    private PageResult first(String url, int number) {
        Instant opened = clock.instant();
        synchronized (pages) {
            progress.opens(url);
        }
        try (Visit visit = harness.chromium(order.options())) {
            browser = visit.browser().version();
            rawLogs.ifPresent(logs -> visit.onLog(log -> logs.keep(log, number, Optional.empty())));
            return new PageAuditor(
                            visit,
                            url,
                            order.phases(),
                            order.options().javaScript(),
                            order.tools(),
                            step -> told(url, step),
                            clock)
                    .audit();
        } catch (RuntimeException broken) {
            // The browser could not be started, or took its log with it.
            return Failures.of(url, opened, clock.instant(), PageAuditor.firstLine(broken));
        }
    }

    private void told(String url, Step step) {
        synchronized (pages) {
            progress.step(url, step);
        }
    }
}
