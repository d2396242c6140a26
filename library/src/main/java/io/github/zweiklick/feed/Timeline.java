package io.github.zweiklick.feed;

import java.util.Comparator;
import java.util.List;

/** What a source answered: its posts, the newest first. */
public record Timeline(List<Post> posts) {
    private static final int MOST = 100;

    /** No more than a hundred are kept. */
    public Timeline {
        posts = posts.stream()
                .sorted(Comparator.comparing(Post::time).reversed())
                .limit(MOST)
                .toList();
    }
}
