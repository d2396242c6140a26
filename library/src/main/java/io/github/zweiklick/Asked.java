package io.github.zweiklick;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.upstream.Upstreams;
import io.github.zweiklick.url.WebUrl;
import java.time.Clock;
import java.util.Optional;

/**
 * The networks that the server asks, if any, and what it knows from them.
 *
 * @param key what was configured, secrets by where they come from: where the same is configured again it goes on
 * @param upstreams empty where nobody is asked: then there is no client, and no thread
 */
record Asked(String key, Optional<Upstreams> upstreams, ShareCounts counts) implements AutoCloseable {

    static Asked of(Configuration configuration, Ownership ownership, Clock clock, FindingLog findings) {
        Optional<WebUrl> origin = configuration.origin().flatMap(WebUrl::parse);
        if (configuration.shares().counts().sources().isEmpty() || origin.isEmpty()) {
            return new Asked(key(configuration), Optional.empty(), ShareCounts.none());
        }
        Upstreams upstreams =
                Upstreams.of(configuration.outbound(), origin.get().origin(), clock, findings);
        ShareCounts counts =
                ShareCounts.of(configuration.shares().counts(), origin.get(), ownership.of(origin.get()), upstreams);
        // An expired token is told when the site starts, not when somebody first opens a page.
        counts.byService(origin.get().origin() + "/");
        return new Asked(key(configuration), Optional.of(upstreams), counts);
    }

    boolean isFor(Configuration configuration) {
        return key.equals(key(configuration));
    }

    /** As text: comparing records would keep their classes beyond the application's end ({@link LinkedRecords}). */
    private static String key(Configuration configuration) {
        return configuration.shares().counts() + " " + configuration.outbound() + " " + configuration.origin() + " "
                + configuration.own();
    }

    @Override
    public void close() {
        upstreams.ifPresent(Upstreams::close);
    }
}
