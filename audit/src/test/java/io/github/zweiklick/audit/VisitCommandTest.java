package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on pages whose contacts are known. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VisitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ContactHarness harness;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
        StadtSite.serve(harness);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void tellsWhomAPageContactsWhenAndHow() {
        assertThat(run("visit", "--format", "json", "--first-party", "beispielhausen.test", StadtSite.ORIGIN + "/"))
                .isEqualTo(1);
        JsonNode visit = JsonMapper.shared().readTree(out.toString()).at("/visits/0");
        assertThat(hosts(visit.required("contacts"))).containsExactlyElementsOf(StadtSite.CONTACTED);
        assertThat(hosts(visit.required("firstParty"))).containsExactly("beispielhausen.test", StadtSite.HOST);
        assertThat(visit.required("contacts")
                        .valueStream()
                        .filter(contact -> contact.required("host").asString().equals("nachbarstadt.test"))
                        .map(contact -> contact.required("phase").asString()))
                .containsOnly("scroll");
        assertThat(visit.required("contacts")
                        .valueStream()
                        .filter(contact -> contact.required("host").asString().equals("nachbarstadt.test"))
                        .map(contact -> contact.required("level").asString()))
                .contains("dns", "socket", "request");
        assertThat(visit.at("/untested/0/kind").asString()).isEqualTo("wire");
    }

    @Test
    void onlyWhatIsAskedForIsDone() {
        assertThat(run("visit", "--phases", "load", StadtSite.ORIGIN + "/")).isEqualTo(1);
        assertThat(out.toString())
                .contains("www.youtube.com: load dns", "beispielhausen.test: load dns")
                .doesNotContain("nachbarstadt.test");
    }

    @Test
    void aPageThatContactsNobodyIsSaidToHaveBeenSeenAsOne() {
        assertThat(run("visit", StadtSite.ORIGIN + "/leer")).isZero();
        assertThat(out.toString()).contains("/leer (status 200): no foreign host seen", "not tested: DNS questions");
    }

    @Test
    void scriptsCanBeLeftOut() {
        assertThat(run("visit", "--no-js", "--phases", "load", StadtSite.ORIGIN + "/"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("www.youtube.com: load dns")
                .doesNotContain("platform.twitter.com", "status");
    }

    @Test
    void whatCannotBeOpenedIsNamedAndTheOthersAreTold() {
        assertThat(run("visit", "http://127.0.0.1:9/", "http://127.0.0.1:8099/x", StadtSite.ORIGIN + "/leer"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("Could not test: http://127.0.0.1:9/: ", "Could not test: http://127.0.0.1:8099/x: ");
        assertThat(out.toString()).contains("/leer (status 200): no foreign host seen");
    }

    /** A site that refuses the browser is not one that contacts nobody. */
    @Test
    void anErrorPageIsNoPage() {
        assertThat(run("visit", "--phases", "load", StadtSite.ORIGIN + "/fort")).isEqualTo(2);
        assertThat(err.toString()).contains("/fort: the site answered with status 404");
        assertThat(out.toString()).contains("/fort (status 404): ");
    }

    @Test
    void whereAPageLeadsIsTold() {
        assertThat(run("visit", "--phases", "load", StadtSite.ORIGIN + "/umgezogen"))
                .isZero();
        assertThat(out.toString()).contains("/umgezogen (status 200, led to " + StadtSite.ORIGIN + "/leer): ");
    }

    @ParameterizedTest
    @CsvSource({
        "stadt.example, stadt.example: write an address",
        "file:///etc/hosts, file:///etc/hosts: write an address",
        "--first-party=http://x http://stadt.example, a host is written like",
        "--format=pdf http://stadt.example, 'expected one of [TEXT, JSON]'",
    })
    void wrongArgumentsAreNamed(String arguments, String message) {
        String[] words = ("visit " + arguments).split(" ");
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static Set<String> hosts(JsonNode contacts) {
        Set<String> hosts = new TreeSet<>();
        contacts.valueStream()
                .forEach(contact -> hosts.add(contact.required("host").asString()));
        return hosts;
    }
}
