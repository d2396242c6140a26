package io.github.zweiklick.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One single post: on whose behalf it is held, when a reader asked for it last, and what is shown of it. Thread-safe. */
final class HeldPost {
    private final AtomicReference<Shown> shown = new AtomicReference<>(Shown.NOTHING);
    private final AtomicReference<Asker> asker;
    private volatile Instant asked;

    HeldPost(Asker asker, Instant asked) {
        this.asker = new AtomicReference<>(asker);
        this.asked = asked;
    }

    /** Another one, in the place of one that is no more. */
    HeldPost(HeldPost like) {
        this(like.asker(), like.asked);
        shown.set(like.last());
    }

    /**
     * What is made of what was fetched, once.
     *
     * @param of the very answer
     * @param without the very set of posts that were taken out
     * @param asker on whose behalf
     * @param pictures by the names that pages know them by
     */
    record Shown(
            Timeline of,
            Instant fetched,
            Set<String> without,
            Asker asker,
            SinglePost post,
            Map<String, Picture> pictures) {
        static final Shown NOTHING = new Shown(
                new Timeline(List.of()), Instant.MIN, Set.of(), Asker.ANYBODY, new SinglePost.Unknown(), Map.of());

        /** The very same: to compare all of a post with itself at each page would be dear. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Timeline timeline, Instant time, Set<String> removed, Asker by) {
            return of == timeline && fetched.equals(time) && without == removed && asker == by;
        }

        Optional<Item> item() {
            if (post instanceof SinglePost.Article article) {
                return Optional.of(article.item());
            }
            return post instanceof SinglePost.Video video ? Optional.of(video.item()) : Optional.empty();
        }
    }

    Asker asker() {
        return Objects.requireNonNull(asker.get());
    }

    /** A page shows what anybody had asked for; false where another page was faster. */
    boolean take() {
        return asker.compareAndSet(Asker.ANYBODY, Asker.PAGE);
    }

    Instant asked() {
        return asked;
    }

    /** It is asked for. Nobody keeps by that what pages do not show any more. */
    void asked(Asker by, Instant now) {
        if (by == asker()) {
            asked = now;
        }
    }

    boolean isFetched() {
        return !last().fetched().equals(Instant.MIN);
    }

    Shown last() {
        return Objects.requireNonNull(shown.get());
    }

    /** Shows something else from now on; returns what was shown before. */
    Shown show(Shown next) {
        return Objects.requireNonNull(shown.getAndSet(next));
    }
}
