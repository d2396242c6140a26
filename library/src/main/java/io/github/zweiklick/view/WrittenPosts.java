package io.github.zweiklick.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.zweiklick.feed.Item;
import io.github.zweiklick.html.Html;
import java.util.Optional;
import java.util.function.Supplier;

/** Posts written lately: until something is fetched anew they are the same for every reader. Thread-safe. */
final class WrittenPosts {
    /** Characters, which are bytes of ASCII, all together. */
    private static final long MOST = 8 << 20;

    private final Cache<String, Written> latest = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((String key, Written post) -> post.html().toString().length())
            .executor(Runnable::run)
            .build();

    private record Written(Item item, Html html) {
        /** The very same: what is fetched anew is another, and to compare all it holds would be dear. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Item other) {
            return item == other;
        }
    }

    /** @param key everything the markup depends on beside the post */
    Html of(String key, Item item, Supplier<Html> write) {
        return Optional.ofNullable(latest.getIfPresent(key))
                .filter(written -> written.isOf(item))
                .map(Written::html)
                .orElseGet(() -> {
                    Html html = write.get();
                    latest.put(key, new Written(item, html));
                    return html;
                });
    }
}
