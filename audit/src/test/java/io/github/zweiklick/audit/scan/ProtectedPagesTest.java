package io.github.zweiklick.audit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.Protection;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.audit.format.Problem;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has gone through Zweiklick is scanned and found clean, the lines of its header included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProtectedPagesTest {
    private static final WebUrl PAGE =
            WebUrl.parse("https://www.musterstadt.example/aktuelles").orElseThrow();
    private static final Path SHARED = Path.of(
            System.getProperty("zweiklick.shared", System.getenv().getOrDefault("ZWEIKLICK_SHARED", "../../shared")));
    private static final Path DEMO = Path.of("../demo-site/src/main/resources/io/github/zweiklick/demo/city");

    private final SiteScan scan = new SiteScan(Catalogue.bundled(), List.of());
    private Zweiklick zweiklick;

    @TempDir
    Path folder;

    @BeforeAll
    void start() {
        zweiklick = Zweiklick.create();
    }

    @AfterAll
    void stop() {
        zweiklick.close();
    }

    /** What is found in a page before and after; empty where it would not go out. */
    private Optional<List<List<Problem>>> beforeAndAfter(byte[] body) throws IOException {
        Protection protection = zweiklick.protection(PAGE, "");
        Rewrite rewrite = protection.page(body, Optional.of("text/html"), List.of());
        if (rewrite instanceof Rewrite.Unexamined) {
            return Optional.empty();
        }
        byte[] after = rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : body;
        return Optional.of(List.of(foreign(body), foreign(after)));
    }

    private List<Problem> foreign(byte[] body) throws IOException {
        Scanned scanned = scan.path(
                        Files.write(folder.resolve("seite.html"), body), new Globs(List.of()), new Globs(List.of()))
                .get(0);
        return scanned.checked().failures();
    }

    private void areClean(List<Path> pages) throws IOException {
        Map<String, List<Problem>> left = new LinkedHashMap<>();
        int found = 0;
        for (Path page : pages) {
            Optional<List<List<Problem>>> problems = beforeAndAfter(Files.readAllBytes(page));
            if (problems.isPresent()) {
                found += problems.get().get(0).size();
                if (!problems.get().get(1).isEmpty()) {
                    left.put(page.getFileName().toString(), problems.get().get(1));
                }
            }
        }
        assertThat(found).as("before").isGreaterThan(pages.size() / 2);
        assertThat(left).isEmpty();
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void ofTheDemo() throws IOException {
        areClean(pages(DEMO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "embeds"})
    void ofRealOnes(String name) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve(name)), "No shared material at " + SHARED);
        areClean(pages(SHARED.resolve(name)));
    }

    @Test
    void itsHeaderToo() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (HeaderLine line : zweiklick.protection(PAGE, "").headers()) {
            fields.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line.value());
        }
        assertThat(fields).isNotEmpty();
        assertThat(HeaderScan.found(fields, PAGE, new OwnHosts(List.of(PAGE.host()))))
                .isEmpty();
    }
}
