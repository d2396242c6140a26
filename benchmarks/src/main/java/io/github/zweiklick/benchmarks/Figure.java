package io.github.zweiklick.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one benchmark measured, for each byte of input.
 *
 * @param cpu nanoseconds of CPU time of the process
 * @param best the same in the best iteration, which other processes and the compiler disturbed least
 * @param elapsed nanoseconds by the clock
 * @param allocated bytes
 */
record Figure(double cpu, double best, double elapsed, double allocated) {

    /** The middle of several rounds, each quantity by itself. */
    static Figure median(List<Figure> rounds) {
        return new Figure(
                median(rounds, Figure::cpu),
                median(rounds, Figure::best),
                median(rounds, Figure::elapsed),
                median(rounds, Figure::allocated));
    }

    private static double median(List<Figure> rounds, ToDoubleFunction<Figure> quantity) {
        double[] sorted = rounds.stream().mapToDouble(quantity).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Millions of bytes in a second of CPU time. */
    double cpuSpeed() {
        return 1000 / cpu;
    }

    /** Millions of bytes in a second by the clock. */
    double speed() {
        return 1000 / elapsed;
    }
}
