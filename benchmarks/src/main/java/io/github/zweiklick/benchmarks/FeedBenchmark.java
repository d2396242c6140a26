package io.github.zweiklick.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A page with 50 posts and their pictures, from what is held; and the same page without. */
@State(Scope.Benchmark)
public class FeedBenchmark {
    private final PostedSite site = PostedSite.open();

    @Benchmark
    public byte[] posts() {
        return site.withPosts();
    }

    @Benchmark
    public byte[] noPosts() {
        return site.withoutPosts();
    }
}
