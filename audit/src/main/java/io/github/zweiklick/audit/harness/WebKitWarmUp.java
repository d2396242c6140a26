package io.github.zweiklick.audit.harness;

import java.time.Duration;
import java.time.Instant;

/**
 * WebKitGTK drops all dns-prefetch hints until it has found out that there is no proxy, which it begins to do at the first
 * hint (measured; {@code DNSResolveQueue::isUsingProxy}). A visitor's browser has long done so; a fresh one would look
 * more silent than it is.
 */
final class WebKitWarmUp {

    private static final String PAGE = "http://warm-up.zweiklick.test/";
    private static final String HINT_HOSTS = ".hint.zweiklick.test";

    private static final String HINTS = """
            void setInterval(() => {
              const hint = document.createElement('link');
              hint.rel = 'dns-prefetch';
              hint.href = 'http://h' + Date.now() + '.hint.zweiklick.test/';
              document.head.append(hint);
            }, 200)""";

    private static final Duration MOST = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMillis(400);

    private WebKitWarmUp() {}

    /** Gives hints until one of them is asked for; false when none was: hints would not be seen in this visit. */
    static boolean warm(Browser browser, SightingLog log, Instant start) {
        browser.open(PAGE);
        browser.evaluate(HINTS);
        boolean asked = Waiting.until(
                MOST,
                () -> log.since(start).stream().anyMatch(seen -> seen.host().endsWith(HINT_HOSTS)));
        browser.open("about:blank");
        return Waiting.quiet(QUIET, MOST, log::seen) && asked;
    }
}
