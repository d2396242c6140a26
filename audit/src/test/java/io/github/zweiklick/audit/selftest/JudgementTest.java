package io.github.zweiklick.audit.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Witness;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final String HOST = "img.leak.test";
    private static final LeakVector IMG = vector("img");

    private static final Contact ASKED = contact(HOST, Level.DNS, Phase.LOAD, Witness.DNS_SERVER, 10);
    private static final Contact ACCEPTED = contact(HOST, Level.SOCKET, Phase.LOAD, Witness.WEB_SERVER, 11);
    private static final Contact DNS_TOLD = contact(HOST, Level.DNS, Phase.LOAD, Witness.NETLOG, 10);
    private static final Contact SOCKET_TOLD = contact(HOST, Level.SOCKET, Phase.LOAD, Witness.NETLOG, 11);

    @Test
    void whatTheLogTellsAtEachLevelIsReported() {
        assertThat(judged(ASKED, ACCEPTED, DNS_TOLD, SOCKET_TOLD)).satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.REPORTED);
            assertThat(result.seenInOrder()).hasToString("[load dns, load socket]");
        });
    }

    @Test
    void aLevelThatTheLogDoesNotTellIsMissed() {
        assertThat(judged(ASKED, ACCEPTED, DNS_TOLD)).satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.MISSED);
            assertThat(result.missedInOrder()).hasToString("[load socket]");
        });
    }

    @Test
    void aContactToldInAnotherPhaseIsMissed() {
        Contact later = contact(HOST, Level.SOCKET, Phase.LEAVE, Witness.WEB_SERVER, 60);

        assertThat(judged(ASKED, later, DNS_TOLD, SOCKET_TOLD).missedInOrder()).hasToString("[leave socket]");
    }

    @Test
    void aServerMayNoticeAtTheBeginningOfTheNextPhase() {
        Contact late = contact(HOST, Level.SOCKET, Phase.SCROLL, Witness.WEB_SERVER, 12);

        assertThat(judged(ASKED, late, DNS_TOLD, SOCKET_TOLD).outcome()).isEqualTo(Outcome.REPORTED);
    }

    @Test
    void aContactTakenForTheSitesOwnOrTheBrowsersIsMissed() {
        List<Contact> seen = List.of(ASKED);
        List<Contact> told = List.of(DNS_TOLD);

        assertThat(judged(report(seen, told, List.of())).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(judged(report(seen, List.of(), told)).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(judged(report(told, seen, List.of())).outcome()).isEqualTo(Outcome.REPORTED);
    }

    @Test
    void aHostMayBeToldByItsAddress() {
        Contact told = contact("127.1.0.9", Level.DNS, Phase.LOAD, Witness.NETLOG, 10);

        assertThat(judged(ASKED, told).outcome()).isEqualTo(Outcome.REPORTED);
    }

    @Test
    void whatTheServersDidNotSeeContactsNobody() {
        assertThat(judged(DNS_TOLD).outcome()).isEqualTo(Outcome.NOBODY);
        assertThat(judged(contact("other.test", Level.DNS, Phase.LOAD, Witness.DNS_SERVER, 10))
                        .outcome())
                .isEqualTo(Outcome.NOBODY);
    }

    @Test
    void withoutANamespaceNamesAndDatagramsAreNotTested() {
        Judgement nothing = new Judgement(report(List.of(), List.of(), List.of()));

        assertThat(List.of("dns-prefetch", "img", "video"))
                .extracting(name -> nothing.of("basic", vector(name), Set.of(HOST), Mode.LOOPBACK)
                        .outcome())
                .containsExactly(Outcome.NOT_TESTED, Outcome.NOBODY, Outcome.NOBODY);
    }

    private static ContactReport report(List<Contact> contacts, List<Contact> firstParty, List<Contact> browserOwn) {
        return new ContactReport(
                contacts, firstParty, browserOwn, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static VectorResult judged(Contact... contacts) {
        return judged(report(List.of(contacts), List.of(), List.of()));
    }

    private static VectorResult judged(ContactReport report) {
        return new Judgement(report).of("basic", IMG, Set.of(HOST, "127.1.0.9"), Mode.NAMESPACE);
    }

    private static LeakVector vector(String name) {
        return LeakCorpus.page("basic").vectors().stream()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Contact contact(String host, Level level, Phase phase, Witness witness, int second) {
        return new Contact(
                host, level, new Step(0, phase, "", Instant.EPOCH), witness, Instant.ofEpochSecond(second), "");
    }
}
