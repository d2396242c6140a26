package io.github.zweiklick.url;

import io.github.zweiklick.text.Lately;
import java.util.Optional;

/** Reads addresses that come again and again, such as those of a site's own pages. Bounded; thread-safe. */
public final class KnownUrls {
    private static final int MOST = 256;

    private final Lately<Optional<WebUrl>> known = new Lately<>(MOST, WebUrl::parse);

    /** None yet. */
    public KnownUrls() {}

    /** As {@link WebUrl#parse(String)}. */
    public Optional<WebUrl> parse(String input) {
        return known.get(input);
    }
}
