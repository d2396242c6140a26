package io.github.zweiklick.benchmarks;

import io.github.zweiklick.page.Rewrite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which pages are measured. */
enum Corpus {
    /** All of them. */
    PAGES,
    /** Those that the rewriter changes. */
    HITS,
    /** All of them with every host in an address made the site's own: nothing is foreign. */
    MISSES;

    /** System property: the folder whose folder {@code pages} holds real pages and their {@code INDEX.tsv}. */
    static final String SHARED = "zweiklick.shared";

    List<Page> read() {
        Path shared = Path.of(System.getProperty(SHARED, "../shared"), "pages");
        List<Page> pages = Files.isRegularFile(shared.resolve("INDEX.tsv")) ? RealPages.read(shared) : MadePages.all();
        return switch (this) {
            case PAGES -> pages;
            case HITS -> hits(pages);
            case MISSES -> pages.stream().map(Page::withoutForeignHosts).toList();
        };
    }

    private static List<Page> hits(List<Page> pages) {
        Zweiklicks zweiklick = new Zweiklicks();
        return pages.stream()
                .filter(page -> zweiklick.rewrite(page) instanceof Rewrite.Rewritten)
                .toList();
    }

    static long bytes(List<Page> pages) {
        return pages.stream().mapToLong(page -> page.body().length).sum();
    }
}
