package io.github.zweiklick.benchmarks;

import java.util.Arrays;

/** The benchmarks of {@link PagesBenchmark}, in the order they are told. */
enum Way {
    ZWEIKLICK("zweiklick", Corpus.PAGES, "this rewriter"),
    HITS("zweiklickHits", Corpus.HITS, "this rewriter, pages that are changed"),
    MISSES("zweiklickMisses", Corpus.MISSES, "this rewriter, nothing foreign"),
    JSOUP("jsoup", Corpus.PAGES, "jsoup: positions, select, splice"),
    JERICHO("jericho", Corpus.PAGES, "Jericho: parse, output document"),
    OWASP("owasp", Corpus.PAGES, "OWASP: lexer, balancing; no output"),
    COPY("copy", Corpus.PAGES, "memory copy");

    private final String method;
    private final Corpus corpus;
    private final String title;

    Way(String method, Corpus corpus, String title) {
        this.method = method;
        this.corpus = corpus;
        this.title = title;
    }

    static Way of(String method) {
        return Arrays.stream(values())
                .filter(way -> way.method.equals(method))
                .findFirst()
                .orElseThrow();
    }

    /** Of the benchmark. */
    String method() {
        return method;
    }

    Corpus corpus() {
        return corpus;
    }

    String title() {
        return title;
    }
}
