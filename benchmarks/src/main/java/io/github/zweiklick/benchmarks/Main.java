package io.github.zweiklick.benchmarks;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.page.Rewrite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command behind {@code benchmarks/run}. */
@Command(
        name = "benchmarks",
        description = "Measures the rewriter side by side with other ways to do its work.",
        mixinStandardHelpOptions = true,
        version = "Zweiklick benchmarks 0.1.0",
        sortOptions = false)
public final class Main implements Callable<Integer> {
    private static final String PAGES = "PagesBenchmark\\.";
    private static final int LITERALS = 64;

    /** What is measured. */
    enum Part {
        ALL,
        /** All ways over pages. */
        PAGES,
        /** This rewriter over pages. */
        REWRITER,
        /** This rewriter over hostile inputs. */
        HOSTILE,
        /** The servlet filter in Jetty and Tomcat. */
        FILTER
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--quick", description = "A few minutes; not for publishing.")
    boolean quick;

    @Option(
            names = "--only",
            paramLabel = "PART",
            defaultValue = "ALL",
            description = "What to measure: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    Part part = Part.ALL;

    @Option(names = "--verbose", description = "Let JMH tell what it does.")
    boolean verbose;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Measure nothing; write the pages, and network hosts as literals.txt, to a folder.")
    @Nullable
    Path write;

    /** For picocli. */
    public Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException, InterruptedException {
        if (write != null) {
            writePages(write);
            return 0;
        }
        Measuring measuring = quick ? Measuring.quick(verbose) : Measuring.thorough(verbose);
        if (part == Part.ALL || part == Part.PAGES) {
            pages(measuring, PAGES);
        } else if (part == Part.REWRITER) {
            pages(measuring, PAGES + "zweiklick");
        }
        if (part == Part.ALL || part == Part.HOSTILE) {
            hostile(measuring.brief());
        }
        if (part == Part.ALL || part == Part.FILTER) {
            new FilterCost(quick, line -> print("%s", line)).measure();
        }
        return 0;
    }

    private void pages(Measuring measuring, String include) throws RunnerException {
        Map<Corpus, Long> bytes = new EnumMap<>(Corpus.class);
        for (Corpus corpus : Corpus.values()) {
            List<Page> pages = corpus.read();
            bytes.put(corpus, Corpus.bytes(pages));
            print("%s: %d pages, %,d bytes", corpus.name().toLowerCase(Locale.ROOT), pages.size(), Corpus.bytes(pages));
        }
        Map<String, Figure> figures = measuring.run(
                include, Map.of(), method -> bytes.getOrDefault(Way.of(method).corpus(), 1L));
        print("");
        Tables.ways(figures).forEach(line -> print("%s", line));
    }

    private void hostile(Measuring measuring) throws RunnerException {
        int small = quick ? 1 << 16 : 1 << 18;
        Map<String, Figure> first = hostile(measuring, small);
        Map<String, Figure> second = hostile(measuring, 4 * small);
        Map<String, String> outcomes = new HashMap<>();
        Zweiklicks zweiklick = new Zweiklicks();
        for (HostileInput input : HostileInput.values()) {
            outcomes.put(input.name(), outcome(zweiklick.rewrite(input.page(4 * small))));
        }
        print("");
        print("n = %,d bytes", small);
        print("");
        Tables.hostile(first, second, outcomes).forEach(line -> print("%s", line));
    }

    private static Map<String, Figure> hostile(Measuring measuring, int size) throws RunnerException {
        return measuring.run(
                "HostileBenchmark\\.",
                Map.of("size", Integer.toString(size)),
                input -> HostileInput.valueOf(input).page(size).body().length);
    }

    private static String outcome(Rewrite rewrite) {
        return rewrite.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void writePages(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Page page : Corpus.PAGES.read()) {
            Files.write(folder.resolve(page.name() + ".html"), page.body());
        }
        List<String> hosts = Stream.concat(
                        Catalogue.bundled().services().stream().flatMap(service -> service.hosts().stream()),
                        // Were the catalogue shorter, more of the same kind.
                        Stream.iterate(1, i -> i + 1).map(i -> "widgets-" + i + ".network.example"))
                .map(host -> host.replace("*.", ""))
                .distinct()
                .limit(LITERALS)
                .toList();
        Files.write(folder.resolve("literals.txt"), hosts);
    }

    private void print(String format, Object... values) {
        PrintWriter out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
