package io.github.zweiklick.feed;

import java.util.List;
import java.util.Optional;

/** A source of which one secret is not configured. */
record Keyless(FeedSource source, String secret) implements FeedSource {
    @Override
    public String kind() {
        return source.kind();
    }

    @Override
    public List<Setting> settings() {
        return source.settings().stream()
                .filter(setting -> !setting.key().equals(secret))
                .toList();
    }

    @Override
    public Optional<String> wrong(Given given) {
        return source.wrong(given);
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        return source.open(given, exchange);
    }
}
