package io.github.zweiklick.benchmarks;

import io.github.zweiklick.page.Rewrite;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One invocation is one hostile page. */
@State(Scope.Benchmark)
public class HostileBenchmark {
    /** All of them. */
    @Param
    public HostileInput input = HostileInput.LESS_THAN;

    /** Bytes of the page; set by {@link Main}. */
    @Param("65536")
    public int size;

    private final Zweiklicks zweiklick = new Zweiklicks();
    private Page page = HostileInput.LESS_THAN.page(1);

    @Setup
    public void make() {
        page = input.page(size);
    }

    @Benchmark
    public Rewrite zweiklick() {
        return zweiklick.rewrite(page);
    }
}
