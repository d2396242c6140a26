package io.github.zweiklick.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time of the measuring process for each operation: its collector and compiler count, other processes of the machine
 * do not. JMH makes one for itself.
 */
public final class CpuTime implements InternalProfiler {
    static final String MEAN = "cpu";
    static final String BEST = "cpu.best";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long before;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long used = system.getProcessCpuTime() - before;
        long operations = Math.max(1, result.getMetadata().getAllOps());
        double each = (double) used / operations;
        return List.of(
                new ScalarResult(MEAN, each, "ns/op", AggregationPolicy.AVG),
                new ScalarResult(BEST, each, "ns/op", AggregationPolicy.MIN));
    }

    @Override
    public String getDescription() {
        return "CPU time of the process";
    }
}
