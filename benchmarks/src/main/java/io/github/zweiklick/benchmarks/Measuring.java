package io.github.zweiklick.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks by JMH, each in a process of its own, with one thread.
 *
 * @param rounds how often all are measured, one after the other: what disturbs the machine for a while meets all of them
 * @param iterations of warming up, and again of measuring
 * @param milliseconds length of an iteration
 * @param verbose whether JMH tells what it does
 */
record Measuring(int rounds, int iterations, int milliseconds, boolean verbose) {

    /** Some minutes, for a look. */
    static Measuring quick(boolean verbose) {
        return new Measuring(1, 3, 2000, verbose);
    }

    /** For figures to be published. */
    static Measuring thorough(boolean verbose) {
        return new Measuring(3, 5, 3000, verbose);
    }

    /** One round with shorter iterations, for benchmarks that are many. */
    Measuring brief() {
        return new Measuring(1, iterations, milliseconds / 4, verbose);
    }

    /**
     * Measures the benchmarks whose name matches a pattern, with all values of their parameters but the given ones.
     *
     * @param bytes of input that one invocation of a benchmark, told by its name, reads
     * @return by name: the value of the parameter {@code input}, else the method's name
     */
    Map<String, Figure> run(String include, Map<String, String> parameters, ToLongFunction<String> bytes)
            throws RunnerException {
        Map<String, List<Figure>> figures = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (RunResult result : new Runner(options(include, parameters).build()).run()) {
                String name = name(result);
                figures.computeIfAbsent(name, key -> new ArrayList<>()).add(figure(result, bytes.applyAsLong(name)));
            }
        }
        Map<String, Figure> medians = new HashMap<>();
        figures.forEach((name, measured) -> medians.put(name, Figure.median(measured)));
        return medians;
    }

    private ChainedOptionsBuilder options(String include, Map<String, String> parameters) {
        TimeValue each = TimeValue.milliseconds(milliseconds);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .threads(1)
                .warmupIterations(iterations)
                // Longer than measuring: what is slow under a compiler that comes late must not be measured so.
                .warmupTime(TimeValue.milliseconds(2L * milliseconds))
                .measurementIterations(iterations)
                .measurementTime(each)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                // Touched beforehand: else the copy measures the kernel handing out memory.
                .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch")
                .shouldFailOnError(true)
                .verbosity(verbose ? VerboseMode.NORMAL : VerboseMode.SILENT);
        parameters.forEach(options::param);
        return options;
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return result.getParams().getParamsKeys().contains("input")
                ? result.getParams().getParam("input")
                : benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private static Figure figure(RunResult result, long bytes) {
        return new Figure(
                secondary(result, CpuTime.MEAN) / bytes,
                secondary(result, CpuTime.BEST) / bytes,
                result.getPrimaryResult().getScore() / bytes,
                secondary(result, "gc.alloc.rate.norm") / bytes);
    }

    private static double secondary(RunResult result, String label) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label), label)
                .getScore();
    }
}
