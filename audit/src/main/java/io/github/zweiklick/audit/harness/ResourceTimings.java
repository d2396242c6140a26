package io.github.zweiklick.audit.harness;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriverException;
import tools.jackson.databind.JsonNode;

/**
 * What pages themselves know of their requests, for a browser without a log: the host of each address they asked for, in the
 * page and in frames of its origin. Neither names, sockets and hints nor what others did on the page's behalf.
 *
 * @see <a href="https://www.w3.org/TR/resource-timing/">Resource Timing</a>
 */
final class ResourceTimings implements Account {

    /** A document keeps 250 entries unless it is told otherwise. */
    private static final String ENTRIES = """
            (() => {
              const found = [];
              const look = view => {
                let entries;
                try {
                  view.performance.setResourceTimingBufferSize(20000);
                  entries = ['navigation', 'resource'].flatMap(type => view.performance.getEntriesByType(type));
                } catch (e) { return; }
                for (const entry of entries) {
                  if (/^(https?|wss?):/.test(entry.name)) {
                    found.push({url: entry.name, by: entry.initiatorType,
                      time: Math.round(view.performance.timeOrigin + entry.startTime)});
                  }
                }
                for (let i = 0; i < view.frames.length; i++) look(view.frames[i]);
              };
              look(window);
              return found;
            })()""";

    private final WebDriverBrowser browser;
    private final Set<Sighting> seen = new LinkedHashSet<>();
    private boolean answers;

    ResourceTimings(WebDriverBrowser browser) {
        this.browser = browser;
    }

    /** Grows by looking only: what happens meanwhile is not known. */
    @Override
    public long seen() {
        look();
        return seen.size();
    }

    @Override
    public void look() {
        try {
            browser.evaluate(ENTRIES).forEach(this::add);
            answers = true;
        } catch (WebDriverException | IllegalStateException hangs) {
            // Between two documents as well: the next look tells.
            answers = false;
        }
    }

    private void add(JsonNode entry) {
        String url = entry.path("url").asString("");
        NetLogHosts.hostOf(url)
                .ifPresent(host -> seen.add(new Sighting(
                        Instant.ofEpochMilli(entry.path("time").asLong()),
                        host,
                        Level.REQUEST,
                        Witness.TIMINGS,
                        Sighting.Cause.PAGE,
                        url + ", " + entry.path("by").asString(""))));
    }

    @Override
    public Told tell(Timeline timeline, boolean ended) {
        List<Untested> gaps = new ArrayList<>();
        gaps.add(
                answers
                        ? Untested.of(Untested.Kind.TIMINGS)
                        : Untested.of(Untested.Kind.TIMINGS, "in the end the page did not answer"));
        if (seen.isEmpty()) {
            // The page's own address is among what a page tells.
            gaps.add(Untested.of(Untested.Kind.EVERYTHING));
        }
        return Told.of(List.copyOf(seen), gaps);
    }

    @Override
    public void forget(Consumer<Path> keeper) {
        // There is no file.
    }
}
