package io.github.zweiklick;

import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;
import java.util.stream.Stream;

/** Which findings a change of the configuration has made untrue. Those about pages come again with the pages. */
record Outdated(Site before, Site after, String contextPath) {

    /** With what the places of findings begin that concern a source of posts, whose id follows. */
    private static final String FEEDS = "feeds.";

    boolean test(Finding finding) {
        return finding.kind() == Finding.Kind.CONFIGURATION
                || isOwnNow(finding)
                || isOtherwiseExamined(finding)
                || WebUrl.parse(finding.place())
                        .filter(this::isTreatedOtherwise)
                        .isPresent();
    }

    private boolean isOwnNow(Finding finding) {
        OwnHosts declared = new OwnHosts(after.configuration().own().stream()
                .map(Configuration.OwnHost::host)
                .toList());
        return finding.host().filter(declared::contains).isPresent();
    }

    private boolean isOtherwiseExamined(Finding finding) {
        Configuration old = before.configuration();
        Configuration now = after.configuration();
        if (finding.place().startsWith(FEEDS)) {
            return !isFed(finding.place().substring(FEEDS.length()));
        }
        boolean services = !old.services().equals(now.services());
        boolean limits = old.maxPage() != now.maxPage() || old.onFailure() != now.onFailure();
        // Headers and charsets have nothing to do with the catalogue.
        return switch (finding.kind()) {
            case UNPROTECTED_PAGE -> services || limits;
            case FOREIGN_HEADER -> !old.own().equals(now.own());
            case UPSTREAM -> !after.asked().goesOn(before.asked(), finding.place());
            case AIRLOCK_OBSTACLE, CHARSET -> false;
            default -> services;
        };
    }

    private boolean isFed(String source) {
        FeedSettings feeds = after.configuration().feeds();
        return source.equals("posts")
                || Stream.concat(feeds.sources().stream(), feeds.posts().networks().stream())
                        .anyMatch(entry -> entry.id().equals(source));
    }

    /** The place's host is the public one; where rules name requested ones behind it, a finding may stay too long. */
    private boolean isTreatedOtherwise(WebUrl place) {
        return !treatment(before.places(), place).equals(treatment(after.places(), place));
    }

    private Optional<Mode> treatment(Places places, WebUrl place) {
        String path = Places.path(place, contextPath);
        return places.isExcludedPath(path) || places.isExcludedHost(place.host())
                ? Optional.empty()
                : Optional.of(places.mode(path, place.host()));
    }
}
