package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Upstream;
import io.github.zweiklick.upstream.UpstreamException;
import java.util.Optional;

/**
 * The way out, which counts what is charged.
 *
 * @param spending empty where reading is free
 */
record Paying(Upstream upstream, Optional<Spending> spending) implements FeedSource.Exchange {
    @Override
    public Answer ask(Ask ask) throws UpstreamException {
        return upstream.exchange(ask);
    }

    @Override
    public void paid(int posts) {
        spending.ifPresent(found -> found.add(posts));
    }
}
