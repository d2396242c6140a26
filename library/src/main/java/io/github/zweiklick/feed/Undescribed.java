package io.github.zweiklick.feed;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of a source's own posts, be they in its feed or shown by their addresses, whose pictures nobody has described. */
final class Undescribed {
    private final FeedSettings.Entry configured;
    private final FindingLog findings;
    private List<Item> feed = List.of();
    private List<Item> singles = List.of();
    private Optional<Finding> reported = Optional.empty();
    private boolean begun;

    Undescribed(FeedSettings.Entry configured, FindingLog findings) {
        this.configured = configured;
        this.findings = findings;
    }

    /** All posts of the feed that are shown. */
    synchronized void feed(List<Item> shown) {
        feed = shown;
        report();
    }

    /** All single posts that are shown. */
    synchronized void singles(List<Item> shown) {
        singles = shown;
        report();
    }

    /** What the city itself publishes it has to describe for those who cannot see it. */
    private void report() {
        if (!configured.tellsAlternatives()) {
            return;
        }
        String place = "feeds." + configured.id();
        // One post may stand in both. The newest is named, so that the finding stays the same.
        Map<String, String> addresses = Stream.concat(feed.stream(), singles.stream())
                .filter(Undescribed::lacks)
                .sorted(Comparator.comparing((Item item) -> item.post().time())
                        .reversed()
                        .thenComparing(Item::iri))
                .collect(Collectors.toMap(
                        Item::iri, item -> item.post().address(), (one, same) -> one, LinkedHashMap::new));
        Optional<Finding> now = addresses.values().stream()
                .findFirst()
                .map(first -> new Finding(
                        Finding.Kind.NO_ALTERNATIVE,
                        place,
                        "Pictures or videos of " + addresses.size() + " posts have no description, such as of " + first,
                        "Describe them at the network: those who cannot see them read it there and here"));
        // Of the same it is told once, not at each interval; what was told with another configuration goes.
        if (!begun || !now.equals(reported)) {
            begun = true;
            findings.forget(finding -> finding.kind() == Finding.Kind.NO_ALTERNATIVE
                    && finding.place().equals(place));
            now.ifPresent(findings::report);
            reported = now;
        }
    }

    private static boolean lacks(Item item) {
        return item.post().own()
                && item.post().media().stream()
                        .anyMatch(media -> media.alternative().isEmpty());
    }
}
