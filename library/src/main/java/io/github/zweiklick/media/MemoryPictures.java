package io.github.zweiklick.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps pictures in memory. */
final class MemoryPictures implements PictureStore {
    static final long MOST_BYTES = 16L << 20;

    private final long most;
    private final Cache<String, Kept> kept;

    private record Kept(Pictures pictures, Instant made) {
        int weight() {
            return (int) Math.min(Integer.MAX_VALUE, pictures.bytes() + OVERHEAD);
        }
    }

    MemoryPictures(long most) {
        this.most = most;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String name, Kept one) -> one.weight())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<Held> find(String name, int width) {
        return Optional.ofNullable(kept.getIfPresent(name))
                .map(one -> new Held(one.pictures().at(width), one.made()));
    }

    @Override
    public void save(String name, Pictures pictures, Instant made) {
        kept.put(name, new Kept(pictures, made));
    }

    @Override
    public void remove(String name) {
        kept.invalidate(name);
    }

    @Override
    public void retain(Predicate<String> names) {
        kept.asMap().keySet().removeIf(names.negate());
    }

    @Override
    public Extent extent() {
        kept.cleanUp();
        return new Extent(
                kept.estimatedSize(),
                kept.asMap().values().stream()
                        .mapToLong(one -> one.pictures().bytes())
                        .sum(),
                most);
    }
}
