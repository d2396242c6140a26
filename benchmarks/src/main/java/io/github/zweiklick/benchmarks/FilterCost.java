package io.github.zweiklick.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * What the servlet filter costs: the ways of {@link ServedPage} by turns, server and load in processes of their own. CPU
 * time and allocation are the server's.
 */
final class FilterCost {
    private static final int BYTES = 48_000;
    private static final List<ServedPage.Path> WAYS = List.of(
            ServedPage.Path.PLAIN,
            ServedPage.Path.READY,
            ServedPage.Path.REWRITTEN,
            ServedPage.Path.ANEW,
            ServedPage.Path.FILTERED);

    private final Duration warmUp;
    private final Duration round;
    private final int rounds;
    private final Consumer<String> out;

    /**
     * One way in one round.
     *
     * @param cpu microseconds of a request
     * @param allocated bytes of a request
     * @param perSecond requests, as many connections as cores
     * @param median microseconds of a request, one at a time with pauses
     */
    private record Cost(double cpu, double allocated, double perSecond, double median) {}

    FilterCost(boolean quick, Consumer<String> out) {
        this.warmUp = Duration.ofSeconds(quick ? 6 : 15);
        this.round = Duration.ofSeconds(quick ? 2 : 4);
        this.rounds = quick ? 3 : 9;
        this.out = out;
    }

    void measure() throws IOException, InterruptedException {
        Page page = MadePages.withOneEmbed(BYTES);
        out.accept("");
        out.accept("page of " + page.body().length + " bytes with one embed; medians of " + rounds + " rounds");
        out.accept("");
        out.accept(
                "| | µs of CPU per request | bytes allocated per request | requests/s | of plain | p50, light load, µs |");
        out.accept("|---|--:|--:|--:|--:|--:|");
        for (Container container : Container.values()) {
            Process server = start(container);
            try {
                int port = port(server);
                table(container, new LoadClient(port, "www." + MadePages.HOST));
            } finally {
                server.getOutputStream().close();
                server.waitFor();
            }
        }
    }

    private static Process start(Container container) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServedPage.class.getName(),
                        container.name(),
                        Integer.toString(BYTES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process server) throws IOException {
        String line = new BufferedReader(new InputStreamReader(server.getInputStream(), US_ASCII)).readLine();
        if (line == null) {
            throw new IOException("The server did not start");
        }
        return Integer.parseInt(line);
    }

    private void table(Container container, LoadClient client) throws IOException, InterruptedException {
        Map<ServedPage.Path, List<Cost>> costs = new EnumMap<>(ServedPage.Path.class);
        int connections = Runtime.getRuntime().availableProcessors();
        for (ServedPage.Path way : WAYS) {
            client.ask(way.path(), connections, warmUp, Duration.ZERO);
            costs.put(way, new ArrayList<>());
        }
        for (int i = 0; i < rounds; i++) {
            for (ServedPage.Path way : WAYS) {
                costs.getOrDefault(way, List.of()).add(cost(client, way.path(), connections));
            }
        }
        double plain = median(costs.getOrDefault(ServedPage.Path.PLAIN, List.of()), Cost::perSecond);
        costs.forEach((way, measured) -> out.accept(String.format(
                Locale.ROOT,
                "| %s, %s | %,.0f | %,.0f | %,.0f | %.0f %% | %,.0f |",
                container.name().toLowerCase(Locale.ROOT),
                way.name().toLowerCase(Locale.ROOT),
                median(measured, Cost::cpu),
                median(measured, Cost::allocated),
                median(measured, Cost::perSecond),
                100 * median(measured, Cost::perSecond) / plain,
                median(measured, Cost::median))));
    }

    private Cost cost(LoadClient client, String path, int connections) throws IOException, InterruptedException {
        long[] before = used(client);
        LoadClient.Answers answers = client.ask(path, connections, round, Duration.ZERO);
        long[] after = used(client);
        LoadClient.Answers light = client.ask(path, 1, round.dividedBy(2), Duration.ofMillis(1));
        int requests = answers.nanos().length;
        return new Cost(
                (after[0] - before[0]) / 1e3 / requests,
                (double) (after[1] - before[1]) / requests,
                answers.perSecond(),
                light.medianMicros());
    }

    private static long[] used(LoadClient client) throws IOException {
        return Arrays.stream(new String(client.once(ServedPage.Path.USED.path()), US_ASCII).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
