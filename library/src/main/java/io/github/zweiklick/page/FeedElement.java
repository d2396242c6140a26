package io.github.zweiklick.page;

import io.github.zweiklick.page.PageMarkup.Feed;
import io.github.zweiklick.page.PageMarkup.Feed.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code <zweiklick-feed>}. */
final class FeedElement {
    private static final int USUAL_LIMIT = 10;
    private static final int LARGEST_LIMIT = 50;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Session session;
    private final Examined page;

    FeedElement(Session session, Examined page) {
        this.session = session;
        this.page = page;
    }

    Feed read(StartTag tag) {
        List<String> sources = said(tag, "source")
                .map(ids -> Arrays.asList(ids.split("[\\s,]+")))
                .orElse(List.of());
        if (sources.isEmpty()) {
            Reports.feedWithoutSource(session);
        }
        sources.stream()
                .filter(id -> !session.markup.feeds().contains(id))
                .forEach(id -> Reports.unknownFeed(session, id));
        return new Feed(sources, limit(tag), layout(tag), filter(tag));
    }

    private Optional<String> filter(StartTag tag) {
        Optional<String> filter = said(tag, "filter");
        if (filter.filter(words -> words.length() > Feed.LONGEST_FILTER).isPresent()) {
            Reports.feedAttribute(
                    session, "filter", filter.get(), "Write at most " + Feed.LONGEST_FILTER + " characters.");
            return Optional.empty();
        }
        return filter;
    }

    private int limit(StartTag tag) {
        Optional<String> limit = said(tag, "limit");
        if (limit.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (!NUMBER.matcher(limit.get()).matches()) {
            Reports.feedAttribute(session, "limit", limit.get(), "Write a number from 1 to " + LARGEST_LIMIT + ".");
            return USUAL_LIMIT;
        }
        return Math.min(Integer.parseInt(limit.get()), LARGEST_LIMIT);
    }

    private Layout layout(StartTag tag) {
        Optional<String> layout = said(tag, "layout");
        Optional<Layout> known = layout.flatMap(word -> Arrays.stream(Layout.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(Ascii.lower(word)))
                .findFirst());
        if (layout.isPresent() && known.isEmpty()) {
            Reports.feedAttribute(session, "layout", layout.get(), "Write \"list\", \"cards\" or \"compact\".");
        }
        return known.orElse(Layout.LIST);
    }

    private Optional<String> said(StartTag tag, String attribute) {
        return page.source.value(tag, attribute).map(String::strip).filter(value -> !value.isEmpty());
    }
}
