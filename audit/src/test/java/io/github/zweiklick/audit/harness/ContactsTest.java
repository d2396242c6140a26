package io.github.zweiklick.audit.harness;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.selftest.LeakHosts;
import io.github.zweiklick.audit.selftest.LeakVector;
import io.github.zweiklick.audit.selftest.Moment;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The harness against pages whose contacts are known: what the name server and the web servers saw is the truth. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsTest {

    private static final String SITE = "http://" + Musterstadt.HOST;

    private ContactHarness harness;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        Musterstadt.serve(harness);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void chromiumReportsEveryVectorThatTheServersSaw() {
        ContactReport report;
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            visit.open(SITE + "/leck");
            visit.during(Phase.IDLE, browser -> browser.click("#ping"));
            visit.scrollToEnd();
            report = visit.report();
        }
        Set<String> corpus = hosts(vector -> true);
        assertThat(seen(report, Witness.DNS_SERVER, Phase.LOAD))
                .as("really asked")
                .isEqualTo(corpus);
        assertThat(seen(report, Witness.NETLOG, Phase.LOAD))
                .as("told by the log")
                .isEqualTo(corpus);
        // A click that changes the fragment makes Chromium ask for the icon again.
        assertThat(report.foreignHosts(Phase.IDLE)).as("by a click").contains("ping.leak.test");
        assertThat(Set.of("ping.leak.test", "icon.leak.test")).containsAll(report.foreignHosts(Phase.IDLE));
        assertThat(report.foreignHosts(Phase.SCROLL)).as("by scrolling").containsExactly("lazy.leak.test");
        for (String host : corpus) {
            assertThat(report.levels(host, Witness.NETLOG))
                    .as(host)
                    .containsAll(withoutDatagrams(report.levels(host, Witness.DNS_SERVER)))
                    .containsAll(withoutDatagrams(report.levels(host, Witness.WEB_SERVER)));
        }
        assertThat(report.untested()).isEmpty();
        assertThat(harness.serverFailures()).isEmpty();
    }

    /** This is why contact is not measured by requests. */
    @Test
    void aPolicyThatBlocksRequestsStillLeavesNamesAndSocketsOfFramesAndHints() {
        ContactReport report;
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            visit.open(SITE + "/leck-mit-csp");
            report = visit.report();
        }
        Set<String> frames = Set.of("iframe.leak.test", "new-frame.leak.test", "inner-html.leak.test");
        Set<String> sockets = Set.of("preconnect.leak.test", "secure-preconnect.leak.test", "new-preconnect.leak.test");
        assertThat(report.levels("dns-prefetch.leak.test")).containsExactly(Level.DNS);
        for (String host : frames) {
            assertThat(report.levels(host)).as(host).containsExactly(Level.DNS, Level.SOCKET);
        }
        for (String host : sockets) {
            assertThat(report.levels(host)).as(host).containsExactly(Level.DNS, Level.SOCKET);
        }
        Set<String> all = new TreeSet<>(frames);
        all.addAll(sockets);
        all.add("dns-prefetch.leak.test");
        assertThat(report.foreignHosts()).as("%s", report).isEqualTo(all);
        assertThat(report.contacts()).noneMatch(contact -> contact.level() == Level.REQUEST);
    }

    @ParameterizedTest
    @EnumSource
    void aCleanPageContactsNobody(Engine engine) {
        try (Visit visit = engine.open(harness, BrowserOptions.standard())) {
            visit.open(SITE + "/");
            visit.scrollToEnd();
            visit.hoverEverything();
            visit.idle(Duration.ofSeconds(2));
            ContactReport report = visit.report();

            // Firefox connects to a link's host as soon as a visitor points at the link, whatever the page says.
            Set<String> pointedAt = engine == Engine.FIREFOX ? Set.of("www.nachbarstadt.test") : Set.of();
            assertThat(pointedAt).as("%s", report).containsAll(report.foreignHosts(Phase.HOVER));
            assertThat(report.contacts())
                    .as("%s", report)
                    .allMatch(contact -> contact.phase() == Phase.HOVER && contact.level() != Level.REQUEST);
            assertThat(report.firstParty())
                    .as("but the visit took place")
                    .anyMatch(contact ->
                            contact.level() == Level.REQUEST && contact.detail().contains("GET " + SITE + "/rahmen"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHROMIUM")
    void otherBrowsersContactsAreSeenByTheServers(Engine engine) {
        try (Visit visit = engine.open(harness, BrowserOptions.standard())) {
            visit.open(SITE + "/leck");
            ContactReport report = visit.report();

            assertThat(report.foreignHosts())
                    .as("%s", report)
                    .hasSizeGreaterThanOrEqualTo(30)
                    .contains("img.leak.test", "iframe.leak.test", "fetch.leak.test", "dns-prefetch.leak.test");
            assertThat(hosts(vector -> true)).containsAll(report.foreignHosts());
            assertThat(report.levels("img.leak.test", Witness.WEB_SERVER)).contains(Level.SOCKET, Level.REQUEST);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBKIT")
    void withoutScriptsOnlyMarkupContacts(Engine engine) {
        try (Visit visit = engine.open(harness, BrowserOptions.standard().withoutJavaScript())) {
            visit.open(SITE + "/leck");
            ContactReport report = visit.report();

            assertThat(report.foreignHosts())
                    .as("%s", report)
                    .contains("img.leak.test", "iframe.leak.test")
                    .doesNotContainAnyElementsOf(hosts(vector -> vector.place() == LeakVector.Place.SCRIPT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClickIsAVisitorsAndItsContactsBelongToItsPhase(Engine engine) {
        try (Visit visit = engine.open(harness, BrowserOptions.standard())) {
            visit.open("https://" + Musterstadt.HOST + "/einwilligung");
            assertThat(visit.storage().isEmpty()).isTrue();
            assertThat(visit.evaluate("isSecureContext").asBoolean()).isTrue();
            visit.consent("#once");

            assertThat(visit.evaluate("document.title").asString()).isEqualTo("active true trusted true");
            StorageDump stored = visit.storage();
            assertThat(stored.cookies()).extracting(StoredCookie::toString).contains(Musterstadt.HOST + " choice");
            assertThat(stored.localStorage()).containsExactly("merken");
            assertThat(stored.sessionStorage()).containsExactly("sitzung");

            ContactReport report = visit.report();
            assertThat(report.foreignHosts(Phase.LOAD)).as("%s", report).isEmpty();
            assertThat(report.foreignHosts(Phase.CONSENT)).containsExactly(Musterstadt.NETWORK);
            assertThat(report.levels(Musterstadt.NETWORK, Witness.WEB_SERVER)).contains(Level.SOCKET, Level.REQUEST);
        }
    }

    private static Set<String> hosts(Predicate<LeakVector> chosen) {
        return Musterstadt.LEAK.vectors().stream()
                .filter(vector -> vector.moment() == Moment.LOAD)
                .filter(chosen)
                .map(LeakHosts.named()::of)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> seen(ContactReport report, Witness witness, Phase phase) {
        return report.contacts(phase).stream()
                .filter(contact -> contact.witness() == witness)
                .map(Contact::host)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<Level> withoutDatagrams(Set<Level> levels) {
        Set<Level> rest = EnumSet.noneOf(Level.class);
        rest.addAll(levels);
        rest.remove(Level.UDP);
        return rest;
    }
}
