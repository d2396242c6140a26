package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The harness against pages whose contacts are known: what the name server and the web servers saw is the truth. */
@Tag("browser")
class ContactsTest {

    private static final String CLEAN = "<!doctype html><html lang=de><meta charset=utf-8><title>Rein</title>"
            + "<link rel=icon href='data:,'><h1>Musterstadt</h1><img src='/wappen.png' alt=''>"
            + "<a href='/seite'>Seite</a> <a href='https://www.nachbarstadt.test/'>Nachbarstadt</a>";

    private ContactHarness harness;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        harness.serve("www.musterstadt.test", request -> switch (request.target()
                .replaceFirst("\\?.*", "")) {
            case "/leck" -> SiteResponse.page(LeakCorpus.page());
            case "/leck-mit-csp" ->
                SiteResponse.page(LeakCorpus.page()).with("Content-Security-Policy", LeakCorpus.POLICY);
            case "/worker.js" -> SiteResponse.of("text/javascript", LeakCorpus.WORKER);
            case "/wappen.png" -> SiteResponse.of("image/png", "");
            default -> SiteResponse.page(CLEAN).with("X-DNS-Prefetch-Control", "off");
        });
    }

    @AfterEach
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void chromiumReportsEveryVectorTheNameServerSaw() {
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        try (Visit visit = harness.chromium(BrowserOptions.standard())) {
            visit.open("http://www.musterstadt.test/leck");
            ContactReport report = visit.report();
            System.err.println(report);
            System.err.println("OWN " + report.browserOwn());
            System.err.println(harness.serverFailures());

            Set<String> truth = hosts(report, Witness.DNS_SERVER);
            assertThat(truth).as("what was really asked").containsAll(expectedHosts());
            assertThat(hosts(report, Witness.NETLOG))
                    .as("what the browser's log says")
                    .containsAll(truth);
            assertThat(report.untested()).isEmpty();
        }
    }

    private static Set<String> expectedHosts() {
        return LeakCorpus.VECTORS.stream().map(LeakCorpus.Vector::host).collect(Collectors.toSet());
    }

    private static Set<String> hosts(ContactReport report, Witness witness) {
        return report.contacts().stream()
                .filter(contact -> contact.witness() == witness)
                .map(Contact::host)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
