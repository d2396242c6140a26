package io.github.zweiklick.page;

import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.share.Shared;
import io.github.zweiklick.share.ShariffWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@code <div class="shariff">} in which Shariff's script would have put its buttons.
 *
 * <p>Source: <a href="https://github.com/heiseonline/shariff#options-data-attributes">Shariff, data attributes</a>.
 */
final class ShariffElement {
    static final String CLASS = "shariff";
    /** How its script reads {@code null}, which templates write for what they do not set. */
    private static final String NOTHING = "null";

    private final Session session;
    private final SharedPage shares;

    ShariffElement(Session session, SharedPage shares) {
        this.session = session;
        this.shares = shares;
    }

    ShareBar read(StartTag tag, ShariffWords words) {
        Shared shared = shares.shared(
                tag, said(tag, "data-url"), said(tag, "data-title"), Optional.empty(), said(tag, "data-media-url"));
        boolean icons = shares.says(tag, "data-button-style", "icon");
        return new ShareBar(
                session.shares.links(services(tag, words), shared, details(tag, words)),
                shared,
                shares.says(tag, "data-orientation", "vertical"),
                icons || shares.says(tag, "data-button-style", "icon-count"),
                // Where it shows icons only Shariff's script asks no backend.
                !icons && said(tag, "data-backend-url").isPresent());
    }

    private Optional<String> said(StartTag tag, String attribute) {
        return shares.said(tag, attribute).filter(value -> !value.equals(NOTHING));
    }

    private List<String> services(StartTag tag, ShariffWords words) {
        Optional<String> named = shares.said(tag, "data-services");
        Optional<List<String>> names = named.isEmpty() ? Optional.of(words.usual()) : named.flatMap(words::names);
        if (names.isEmpty()) {
            Reports.unreadableShariff(session, named.orElseThrow());
            return session.shares.usual();
        }
        List<String> known = new ArrayList<>();
        for (String name : names.get()) {
            String id = words.id(name);
            if (session.shares.service(id).isEmpty()) {
                if (!words.isNeedless(name)) {
                    Reports.unknownShariff(session, name, words);
                }
            } else if (!known.contains(id)) {
                known.add(id);
            }
        }
        return known;
    }

    /** What is said for one service only, by its id. */
    private Map<String, Map<String, String>> details(StartTag tag, ShariffWords words) {
        Map<String, Map<String, String>> details = new HashMap<>();
        words.details()
                .forEach((attribute, detail) -> said(tag, attribute)
                        .ifPresent(value -> details.computeIfAbsent(detail.service(), id -> new HashMap<>())
                                .put(detail.capture(), value)));
        return details;
    }
}
