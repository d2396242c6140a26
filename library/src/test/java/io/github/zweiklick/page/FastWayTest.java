package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.page.Ways.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the fast way does not leave a page to the exact way, it comes to the same bytes and the same findings. */
final class FastWayTest {
    private static final int PAGES = 1500;

    /** Rewrites generated pages both ways; returns how many went the fast way. */
    private static int compare(Ways ways, LongFunction<String> pages) {
        int fast = 0;
        List<String> differ = new ArrayList<>();
        for (long seed = 0; seed < PAGES; seed++) {
            PageSource page = Ways.page(pages.apply(seed));
            Optional<Result> quick = ways.fast(page);
            if (quick.isPresent()) {
                fast++;
                Result exact = ways.exact(page);
                if (!quick.get().equals(exact)) {
                    differ.add(difference("seed " + seed, page, quick.get(), exact));
                }
            }
        }
        assertThat(differ).as("%d pages differ", differ.size()).isEmpty();
        return fast;
    }

    private static String difference(String name, PageSource page, Result fast, Result exact) {
        return name + "\n page  " + new String(page.body(), StandardCharsets.UTF_8) + "\n fast  " + fast + "\n exact "
                + exact + "\n";
    }

    @Test
    void properlyNestedPagesComeOutAlike() {
        int fast = compare(new Ways(Catalogue.bundled(), true), GeneratedPages::nested);
        assertThat(fast).as("of %d pages", PAGES).isGreaterThan(PAGES / 2);
    }

    /**
     * Without place and language of what is put in: jsoup's tree is not quite the standard's where elements overlap, for one it
     * ends what is open inside a form at the form's end tag.
     */
    @Test
    void misnestedPagesComeOutAlikeButForThePlace() {
        int fast = compare(new Ways(Catalogue.bundled(), false), GeneratedPages::misnested);
        assertThat(fast).as("of %d pages", PAGES).isGreaterThan(PAGES / 4);
    }

    @Test
    void theGuidesExamplesComeOutAlike() throws IOException {
        Ways ways = new Ways(SampleServices.catalogue(), true);
        List<String> differ = new ArrayList<>();
        List<String> examples = RewritingGuideTest.examples();
        int fast = 0;
        for (String example : examples) {
            PageSource page = Ways.page(
                    "<!doctype html><html lang=de><head><title>x</title></head><body>" + example + "</body></html>");
            Optional<Result> quick = ways.fast(page);
            Result exact = ways.exact(page);
            fast += quick.isPresent() ? 1 : 0;
            if (quick.isPresent() && !quick.get().equals(exact)) {
                differ.add(difference(example, page, quick.get(), exact));
            }
        }
        assertThat(differ).isEmpty();
        assertThat(fast).as("of %d examples", examples.size()).isGreaterThan(examples.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "embeds"})
    void realPagesAndCodesComeOutAlike(String folder) throws IOException {
        Ways ways = new Ways(Catalogue.bundled(), true);
        List<String> differ = new ArrayList<>();
        for (Path file : SharedMaterial.files(folder, "*.html")) {
            PageSource page = Ways.page(Files.readAllBytes(file), "text/html");
            if (ways.fast(page).isPresent() && !ways.usual(page).equals(ways.exact(page))) {
                differ.add(file.getFileName().toString());
            }
        }
        assertThat(differ).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html lang=de><head><title>x</title></head><body><p>Text</p></body></html>",
                "<html><head><link rel=stylesheet href=/a.css></head><body><img src=/a.png></body></html>",
                "<html><head></head><body><svg viewBox='0 0 1 1'><path d='M0'/></svg></body></html>",
                "<html><head></head><body><select><option>a</option></select><textarea><p></textarea></body></html>",
                "<html><head></head><body><p>1 < 2 <!-- <iframe src=//f.example/> --></p></body></html>",
                "<html><head></head><body><script>if (a < b) { c('</p>') }</script></body></html>",
                "<html><head></head><body><noscript><p>Ohne</p></noscript></body></html>",
                "<html><head></head><body><p><img src=//f.example/a.png></p></body></html>",
                "<html><head></head><body><iframe src='https://www.film.example/embed/7'></iframe></body></html>",
                "<html><head><script src=//f.example/a.js></script></head><body></body></html>"
            })
    void aPlainPageGoesTheFastWay(String html) {
        Ways ways = new Ways(SampleServices.catalogue(), true);
        assertThat(ways.fast(Ways.page(html))).contains(ways.exact(Ways.page(html)));
    }
}
