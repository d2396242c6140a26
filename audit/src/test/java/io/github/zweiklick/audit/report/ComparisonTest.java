package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.report.AuditRecord.Host;
import io.github.zweiklick.audit.report.AuditRecord.Observed;
import io.github.zweiklick.audit.report.AuditRecord.Page;
import io.github.zweiklick.audit.report.AuditRecord.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of two audits holds for both. */
final class ComparisonTest {
    private static final String PAGE = "https://www.musterstadt.example/";
    private static final String OTHER = "https://www.musterstadt.example/rathaus";

    private static final Map<String, String> SETUP = Map.of(
            "audit", "\"0.1.0\"",
            "browser", "\"chrome 156.0\"",
            "flags", "[\"--headless=new\"]",
            "system", "\"Linux 6.12\"",
            "phases", "[\"load\"]",
            "options.gpc", "false",
            "trusted", "[]",
            "hash", "\"a\"");

    @Test
    void hostsAndObservationsAreNewGoneOrStillThere() {
        Comparison compared = Comparison.of(
                audit(SETUP, page(PAGE, Set.of(), "still.example", "gone.example")),
                audit(SETUP, page(PAGE, Set.of(), "new.example", "still.example")));
        assertThat(compared).isInstanceOfSatisfying(Comparison.Made.class, made -> {
            assertThat(made.hosts().added()).extracting(Host::host).containsExactly("new.example");
            assertThat(made.hosts().gone()).extracting(Host::host).containsExactly("gone.example");
            assertThat(made.hosts().still()).extracting(Host::host).containsExactly("still.example");
            assertThat(made.observations().added())
                    .extracting(Observed::subject)
                    .containsExactly("new.example");
            assertThat(made.observations().gone()).extracting(Observed::subject).containsExactly("gone.example");
            assertThat(made.observations().still())
                    .extracting(Observed::subject)
                    .containsExactly("still.example");
            assertThat(made.pages()).containsExactly(PAGE);
            assertThat(made.differences()).isEmpty();
            assertThat(made.notCompared()).isEmpty();
            assertThat(made.unevenly()).isEmpty();
        });
    }

    /** What a page did that was not tested is not gone. */
    @Test
    void pagesThatOnlyOneTestedAreNotCompared() {
        Page failed = new Page(OTHER, false, Set.of(), Set.of(), Set.of());
        Comparison compared = Comparison.of(
                audit(SETUP, page(PAGE, Set.of(), "a.example"), page(OTHER, Set.of(), "b.example")),
                audit(
                        SETUP,
                        page(PAGE, Set.of(), "a.example"),
                        failed,
                        page("https://x.example/", Set.of(), "c.example")));
        assertThat(compared).isInstanceOfSatisfying(Comparison.Made.class, made -> {
            assertThat(made.hosts().gone()).isEmpty();
            assertThat(made.hosts().added()).isEmpty();
            assertThat(made.notCompared()).containsExactly(OTHER, "https://x.example/");
        });
    }

    /** Where only the masked part of addresses differed, nothing tells which page was which. */
    @Test
    void pagesOfOneAddressCountAsOne() {
        Comparison compared = Comparison.of(
                audit(SETUP, page(PAGE, Set.of(), "a.example"), page(PAGE, Set.of(), "b.example")),
                audit(SETUP, page(PAGE, Set.of(), "b.example"), page(PAGE, Set.of(), "a.example")));
        assertThat(compared)
                .isInstanceOfSatisfying(
                        Comparison.Made.class,
                        made -> assertThat(made.hosts().still()).hasSize(2));
        Page failed = new Page(PAGE, false, Set.of(), Set.of(), Set.of());
        assertThat(Comparison.of(
                        audit(SETUP, page(PAGE, Set.of(), "a.example"), failed), audit(SETUP, page(PAGE, Set.of()))))
                .isInstanceOfSatisfying(
                        Comparison.Made.class,
                        made -> assertThat(made.notCompared()).containsExactly(PAGE));
    }

    @Test
    void pagesOnWhichOneSawLessAreNamed() {
        Comparison compared = Comparison.of(
                audit(SETUP, page(PAGE, Set.of("wire"), "a.example")),
                audit(SETUP, page(PAGE, Set.of("wire", "end-of-log"))));
        assertThat(compared).isInstanceOfSatisfying(Comparison.Made.class, made -> {
            assertThat(made.hosts().gone()).hasSize(1);
            assertThat(made.unevenly()).containsExactly(PAGE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "phases, '[\"load\",\"consent\"]', 'phases: [\"load\"] then, [\"load\",\"consent\"] now'",
        "flags, '[]', 'flags: [\"--headless=new\"] then, [] now'",
        "browser, '\"firefox 153.0\"', 'browser: \"chrome 156.0\" then, \"firefox 153.0\" now'",
        "options.gpc, true, 'options.gpc: false then, true now'",
        "options.unheard, 1, 'options.unheard: nothing then, 1 now'",
        "hash, '\"b\"', 'hash: \"a\" then, \"b\" now'",
    })
    void whatWasNotMadeAlikeIsRefused(String member, String value, String said) {
        assertThat(Comparison.of(audit(SETUP), audit(with(member, value))))
                .isInstanceOf(Comparison.Refused.class)
                .hasToString("The two audits cannot be compared, because they were not made alike: " + said
                        + ". Make the new one as the earlier was made.");
    }

    @ParameterizedTest
    @CsvSource({
        "audit, '\"0.2.0\"'",
        "browser, '\"chrome 157.0\"'",
        "system, '\"Linux 7\"'",
        "trusted, '[{\"host\":\"a.example\"}]'",
    })
    void whatDoesNotKeepFromComparingIsSaid(String member, String value) {
        Map<String, String> later = with(member, value);
        later.put("hash", "\"b\"");
        assertThat(Comparison.of(audit(SETUP), audit(later)))
                .isInstanceOfSatisfying(
                        Comparison.Made.class,
                        made -> assertThat(made.differences())
                                .singleElement()
                                .satisfies(said -> assertThat(said.toString())
                                        .contains(member + ": ", " then, " + value + " now")));
    }

    private static Map<String, String> with(String member, String value) {
        Map<String, String> setup = new HashMap<>(SETUP);
        setup.put(member, value);
        return setup;
    }

    private static AuditRecord audit(Map<String, String> setup, Page... pages) {
        return new AuditRecord(Audits.STARTED, setup, List.of(pages));
    }

    private static Page page(String url, Set<String> untested, String... hosts) {
        return new Page(
                url,
                true,
                untested,
                Set.copyOf(Stream.of(hosts)
                        .map(host -> new Host(url, host, Stage.BEFORE_CONSENT, ""))
                        .toList()),
                Set.copyOf(Stream.of(hosts)
                        .map(host -> new Observed(url, "contact", host, ""))
                        .toList()));
    }
}
