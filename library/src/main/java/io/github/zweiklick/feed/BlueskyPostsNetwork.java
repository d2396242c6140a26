package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import java.util.List;

/** Posts of anybody on Bluesky, from the interface that needs no login. */
final class BlueskyPostsNetwork implements PostNetwork {
    @Override
    public String kind() {
        return "bluesky";
    }

    @Override
    public String service() {
        return kind();
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.address("base", "https://public.api.bsky.app"), Setting.text("account"));
    }

    @Override
    public PostReader open(Given given, Exchange exchange) {
        return new BlueskyPostsReader(given.address("base"), given.optionalText("account"), exchange);
    }
}
