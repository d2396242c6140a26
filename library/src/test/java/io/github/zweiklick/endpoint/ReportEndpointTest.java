package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.ExampleServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the bodies browsers send, as Chromium 156 and Firefox do, and of those nobody should. */
final class ReportEndpointTest {
    /** Chromium's, measured; shortened. */
    private static final String TOGETHER = """
            [{"age":55467,"type":"connection-allowlist","url":"https://www.musterstadt.example/akten/4711/erika?name=Erika#x",
              "user_agent":"Mozilla/5.0 Geheim","body":{"connection":"https://zaehler.example:8443/f?kennung=1","disposition":"report"}},
             {"age":53639,"type":"csp-violation","url":"https://www.musterstadt.example/akten/4712/erika","user_agent":"Mozilla/5.0 Geheim",
              "body":{"blockedURL":"https://bild.example/i?x=1","disposition":"enforce","documentURL":"https://www.musterstadt.example/akten/4712/erika?q=1",
              "effectiveDirective":"img-src","originalPolicy":"default-src 'self'","referrer":"https://suche.example/?q=geheim","sample":"geheim","statusCode":200}},
             {"type":"deprecation","url":"https://www.musterstadt.example/","body":{"id":"x"}},
             {"type":"csp-violation","body":{"blockedURL":"inline","documentURL":"https://www.musterstadt.example/","effectiveDirective":"script-src"}}]""";

    private static final String ALONE = """
            {"csp-report":{"document-uri":"https://www.musterstadt.example/a?q=geheim","violated-directive":"frame-src 'self'",
             "effective-directive":"frame-src","blocked-uri":"https://netz.example","disposition":"enforce","script-sample":"geheim"}}""";

    private final List<Finding> findings = new ArrayList<>();
    private long nanos;
    private final ReportEndpoint endpoint = new ReportEndpoint(
            new ReportedContacts(Catalogue.of(ExampleServices.all()), findings::add, () -> nanos),
            new OwnHosts(List.of("*.intern.example")),
            () -> nanos);

    private static Requests post(String type, String body) {
        return new Requests(
                "POST",
                Musterstadt.SITE + Requests.BASE + "/reports",
                Map.of("content-type", type, "origin", Musterstadt.SITE),
                body);
    }

    private int status(Requests request) {
        Reply reply = endpoint.answer(request.build());
        assertThat(reply.body()).isEmpty();
        return reply.status();
    }

    private int together(String body) {
        return status(post("application/reports+json", body));
    }

    @Test
    void reportsOfTheReportingApiBecomeFindings() {
        assertThat(together(TOGETHER)).isEqualTo(204);
        assertThat(findings)
                .extracting(Finding::kind, Finding::place, Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Finding.Kind.REPORTED_CONTACT,
                                "https://www.musterstadt.example/akten/*/erika",
                                "Browsers report that a page contacts zaehler.example at run time, or leads there by a link that the list of connections does not name"),
                        org.assertj.core.groups.Tuple.tuple(
                                Finding.Kind.REPORTED_CONTACT,
                                "https://www.musterstadt.example/akten/*/erika",
                                "Browsers report that a page loads something from bild.example at run time (img-src); the policy stopped it"));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).contains("\"own\""));
        assertThat(findings.toString())
                .doesNotContain("Mozilla", "geheim", "Geheim", "kennung", "4711", "8443", "q=1", "#x");
    }

    @Test
    void oneViolationIsAFindingToo() {
        assertThat(status(post("application/csp-report", ALONE)
                        .with("Sec-Fetch-Site", "same-origin")
                        .with("Sec-Fetch-Dest", "report")))
                .isEqualTo(204);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("https://www.musterstadt.example/a");
            assertThat(finding.message()).contains("netz.example", "frame-src");
            assertThat(finding.remedy()).contains("placeholder");
        });
    }

    @Test
    void theSameFromManyVisitorsIsOneFindingThatTellsHowOftenItWasMet() {
        FindingLog log = new FindingLog();
        ReportEndpoint logging = new ReportEndpoint(
                new ReportedContacts(Catalogue.of(ExampleServices.all()), log), new OwnHosts(List.of()), () -> nanos);
        for (int i = 0; i < 50; i++) {
            assertThat(logging.answer(post("application/reports+json", TOGETHER.replace("4711", "" + i))
                                    .build())
                            .status())
                    .isEqualTo(204);
        }
        assertThat(log.findings()).hasSize(2);
        assertThat(log.tallies())
                .hasSize(2)
                .allSatisfy(tally -> assertThat(tally.count()).isEqualTo(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{",
                "[[[[[[[[[[[[[]]]]]]]]]]]]]",
                "\"x\"",
                "{\"a\":1}",
                "1",
                "null",
                "[{\"type\":\"csp-violation\"",
                "\u0000"
            })
    void garbageIsRefused(String body) {
        assertThat(together(body)).isEqualTo(400);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1, null, \"x\", {}, {\"type\": 5}, {\"type\": \"csp-violation\"}, {\"type\": \"csp-violation\", \"body\": []}]",
                "[{\"type\":\"connection-allowlist\",\"url\":\"https://anders.example/\",\"body\":{\"connection\":\"https://netz.example/\"}}]",
                "[{\"type\":\"connection-allowlist\",\"url\":\"https://www.musterstadt.example/\",\"body\":{\"connection\":\"https://a.intern.example/\"}}]",
                "[{\"type\":\"connection-allowlist\",\"url\":\"https://www.musterstadt.example/\",\"body\":{\"connection\":\"https://www.musterstadt.example:8443/\"}}]",
                "[{\"type\":\"connection-allowlist\",\"url\":\"https://www.musterstadt.example/\",\"body\":{\"connection\":\"chrome-extension://abc/x.js\"}}]",
                "{\"csp-report\":{\"document-uri\":\"https://www.musterstadt.example/\",\"effective-directive\":\"<b>\",\"blocked-uri\":\"https://netz.example\"}}"
            })
    void whatTellsNothingIsTakenAndForgotten(String body) {
        assertThat(together(body)).isEqualTo(204);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example"})
    void otherSitesAreRefused(String name, String value) {
        assertThat(status(post("application/reports+json", TOGETHER).with(name, value)))
                .isEqualTo(403);
        assertThat(findings).isEmpty();
    }

    @Test
    void methodTypeAndSizeAreChecked() {
        assertThat(status(post("application/reports+json", TOGETHER).method("GET")))
                .isEqualTo(405);
        assertThat(status(post("text/plain", TOGETHER))).isEqualTo(415);
        assertThat(status(post("application/reports+json", TOGETHER).without("Content-Type")))
                .isEqualTo(415);
        assertThat(together("[" + " ".repeat(Request.MAX_REPORTS))).isEqualTo(413);
        assertThat(together("[" + " ".repeat(Request.MAX_REPORTS - 2) + "]")).isEqualTo(204);
        assertThat(Request.mostBody("POST", "/reports")).isEqualTo(Request.MAX_REPORTS);
        assertThat(Request.mostBody("POST", "/airlock")).isEqualTo(Request.MAX_BODY);
        assertThat(Request.mostBody("PUT", "/reports")).isZero();
        assertThat(Request.mostBody("GET", "/airlock")).isZero();
        assertThat(Request.mostBody("POST", "/out/form/x")).isZero();
        assertThat(Request.mostBody("POST", "/airlock/x")).isZero();
    }

    @Test
    void aFloodIsRefusedUntilItEnds() {
        int taken = 0;
        while (together("[]") == 204) {
            taken++;
        }
        assertThat(taken).isEqualTo(200);
        assertThat(together("[]")).isEqualTo(429);
        nanos += Duration.ofMillis(100).toNanos();
        assertThat(together("[]")).isEqualTo(204);
        assertThat(together("[]")).isEqualTo(204);
        assertThat(together("[]")).isEqualTo(429);
    }

    @Test
    void whatIsKeptIsBounded() {
        for (char page = 'a'; page <= 'z'; page++) {
            together(contact(page, "viel"));
            nanos += Duration.ofSeconds(1).toNanos();
        }
        assertThat(findings).hasSize(ReportedContacts.MOST_PAGES);
        Duration pause = Duration.ofMillis(100);
        int hosts = 1_000;
        for (int i = 0; i < hosts; i++) {
            together(contact('a', "host" + i));
            nanos += pause.toNanos();
        }
        long forgotten = pause.multipliedBy(hosts).dividedBy(ReportedContacts.PAUSE);
        assertThat(findings).hasSizeBetween(ReportedContacts.MOST, ReportedContacts.MOST + (int) forgotten);
    }

    private static String contact(char page, String host) {
        return "[{\"type\":\"connection-allowlist\",\"url\":\"https://www.musterstadt.example/" + page
                + "\",\"body\":{\"connection\":\"https://" + host + ".example/\"}}]";
    }

    @Test
    void whatWasInventedMakesRoomForWhatIsReportedLater() {
        FindingLog log = new FindingLog();
        ReportEndpoint logging = new ReportEndpoint(
                new ReportedContacts(Catalogue.of(ExampleServices.all()), log, () -> nanos),
                new OwnHosts(List.of()),
                () -> nanos);
        add(logging, "oft");
        add(logging, "oft");
        for (int i = 1; i < ReportedContacts.MOST; i++) {
            add(logging, "erfunden" + i);
        }
        nanos += ReportedContacts.PAUSE.toNanos();
        add(logging, "leck");
        add(logging, "zu-bald");
        assertThat(log.findings()).hasSize(ReportedContacts.MOST);
        assertThat(hosts(log))
                .contains("oft.example", "leck.example", "erfunden2.example")
                .doesNotContain("erfunden1.example", "zu-bald.example");
        nanos += ReportedContacts.PAUSE.toNanos();
        add(logging, "spaeter");
        assertThat(log.findings()).hasSize(ReportedContacts.MOST);
        assertThat(hosts(log)).contains("leck.example", "spaeter.example").doesNotContain("erfunden2.example");
    }

    private void add(ReportEndpoint to, String host) {
        nanos += Duration.ofMillis(50).toNanos();
        assertThat(to.answer(post("application/reports+json", contact('a', host))
                                .build())
                        .status())
                .isEqualTo(204);
    }

    private static List<String> hosts(FindingLog log) {
        return log.findings().stream()
                .map(finding -> finding.host().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/akten/4711/neu.html, /akten/*/neu.html",
        "/artikel-12-teil-3, /artikel-*-teil-*",
        "/a;jsessionid=0A1B2C3D4E5F60718293/b, /a/b",
        "/sitzung/0A1B2C3D4E5F60718293, /sitzung/*",
        "/q3Zx-77bTnW_p0aLk2, /*",
        "/f47ac10b-58cc-4372-a567-0e02b2c3d479, /*",
        "/erika%40musterstadt.example/x, /*/x",
        "/m%C3%BCller, /*",
        "/a/b/c/d/e/f/g/h/i/j, /a/b/c/d/e/f/g/h/*",
        "/buergerservice-und-verwaltung/, /buergerservice-und-verwaltung/"
    })
    void pagesAreKnownByTheirKind(String path, String pattern) {
        WebUrl page = WebUrl.parse(Musterstadt.SITE + path + "?geheim=1#geheim").orElseThrow();
        assertThat(PagePattern.of(page)).isEqualTo(Musterstadt.SITE + pattern);
    }
}
