package io.github.zweiklick.audit.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that use the libraries of real sites come to the same with the guard as without Zweiklick, and contact nobody. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibrariesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PAGES = List.of(
            "jquery",
            "jquery3",
            "htmx",
            "htmx2",
            "react",
            "angular",
            "angularjs",
            "trusted-plain",
            "trusted-default",
            "trusted-listed",
            "nonce");
    /** What differs most: markup, a tree kept by a library, a site's own policies. */
    private static final List<String> SOME_PAGES = List.of("jquery", "react", "trusted-listed");

    private ContactHarness harness;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        LibraryFiles.assumeThere();
        harness = ContactHarness.start();
        LibrarySite.serve(harness);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void comeToTheSameAndContactNobody() {
        compare(Engine.CHROMIUM, PAGES);
    }

    /** The same in the other browsers, in which the policy stops more and the guard less. */
    @ParameterizedTest
    @EnumSource(names = {"FIREFOX", "WEBKIT"})
    void doSoInOtherBrowsers(Engine engine) {
        compare(engine, SOME_PAGES);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIREFOX", "WEBKIT"})
    @Tag("full")
    void allDoSoInOtherBrowsers(Engine engine) {
        compare(engine, PAGES);
    }

    private void compare(Engine engine, List<String> pages) {
        List<String> expected;
        Set<String> contacted;
        try (Visit bare = open(engine, LibrarySite.BARE, pages)) {
            expected = outcomes(bare, pages);
            contacted = bare.report().foreignHosts();
        }
        try (Visit guarded = open(engine, LibrarySite.GUARDED, pages)) {
            List<String> outcomes = outcomes(guarded, pages);
            SoftAssertions softly = new SoftAssertions();
            for (int i = 0; i < pages.size(); i++) {
                String page = pages.get(i);
                softly.assertThat(expected.get(i))
                        .as(page + " as it is")
                        .contains("\"finished\":true", "\"errors\":[]", "[embed]");
                softly.assertThat(contacted).anyMatch(host -> host.endsWith("." + page + ".leak.test"));
                softly.assertThat(outcomes.get(i)).as(page).isEqualTo(expected.get(i));
                String kit = kit(i);
                softly.assertThat(guarded.evaluate(kit + ".stopped().length").asInt())
                        .as(page)
                        .isPositive();
                softly.assertThat(guarded.waitFor(kit + ".unboxed().length === 0", PATIENCE))
                        .as(() -> page + " has no box for "
                                + guarded.evaluate(kit + ".unboxed().join()").asString())
                        .isTrue();
            }
            softly.assertAll();
            assertThat(guarded.report().foreignHosts()).isEmpty();
        }
    }

    private Visit open(Engine engine, String host, List<String> pages) {
        Visit visit = engine.open(harness, BrowserOptions.standard());
        visit.open("https://" + host + "/index/" + String.join(",", pages));
        return visit;
    }

    private static List<String> outcomes(Visit visit, List<String> pages) {
        return IntStream.range(0, pages.size())
                .mapToObj(i -> {
                    visit.waitFor(kit(i) + "?.finished", PATIENCE);
                    return visit.evaluate(kit(i) + "?.outcome()").asString();
                })
                .toList();
    }

    private static String kit(int page) {
        return "frames[" + page + "].kit";
    }
}
