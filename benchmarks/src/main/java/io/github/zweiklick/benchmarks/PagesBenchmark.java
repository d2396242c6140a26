package io.github.zweiklick.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One invocation is one pass over all pages of a corpus. */
public class PagesBenchmark {
    /** All pages. */
    @State(Scope.Benchmark)
    public static class All {
        final List<Page> pages = Corpus.PAGES.read();
        final Zweiklicks zweiklick = new Zweiklicks();
    }

    /** Pages that are changed. */
    @State(Scope.Benchmark)
    public static class Hits {
        final List<Page> pages = Corpus.HITS.read();
        final Zweiklicks zweiklick = new Zweiklicks();
    }

    /** Pages in which nothing is foreign. */
    @State(Scope.Benchmark)
    public static class Misses {
        final List<Page> pages = Corpus.MISSES.read();
        final Zweiklicks zweiklick = new Zweiklicks();
    }

    @Benchmark
    public void zweiklick(All all, Blackhole hole) {
        all.pages.forEach(page -> hole.consume(all.zweiklick.rewrite(page)));
    }

    @Benchmark
    public void zweiklickHits(Hits hits, Blackhole hole) {
        hits.pages.forEach(page -> hole.consume(hits.zweiklick.rewrite(page)));
    }

    @Benchmark
    public void zweiklickMisses(Misses misses, Blackhole hole) {
        misses.pages.forEach(page -> hole.consume(misses.zweiklick.rewrite(page)));
    }

    @Benchmark
    public void jsoup(All all, Blackhole hole) {
        all.pages.forEach(page -> hole.consume(JsoupWay.rewrite(page)));
    }

    @Benchmark
    public void jericho(All all, Blackhole hole) {
        all.pages.forEach(page -> hole.consume(JerichoWay.rewrite(page)));
    }

    @Benchmark
    public void owasp(All all, Blackhole hole) {
        all.pages.forEach(page -> hole.consume(OwaspReading.foreignTags(page)));
    }

    @Benchmark
    public void copy(All all, Blackhole hole) {
        all.pages.forEach(page -> hole.consume(page.body().clone()));
    }
}
