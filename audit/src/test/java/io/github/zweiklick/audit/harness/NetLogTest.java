package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetLogTest {

    private static final String CONSTANTS = """
            {"constants": {"timeTickOffset": 1000, "logEventPhase": {"PHASE_BEGIN": 1, "PHASE_END": 2, "PHASE_NONE": 0},
             "logEventTypes": {"HOST_RESOLVER_MANAGER_JOB": 1, "SOCKET_POOL_CONNECT_JOB_CREATED": 2,
              "URL_REQUEST_START_JOB": 3, "HTTP_TRANSACTION_SEND_REQUEST_HEADERS": 4, "QUIC_SESSION": 5,
              "UDP_CONNECT": 6, "UDP_BYTES_SENT": 7, "HOST_RESOLVER_MANAGER_REQUEST": 8, "DNS_TRANSACTION": 9,
              "HOST_RESOLVER_DNS_TASK_EXTRACTION_RESULTS": 10, "TRANSPORT_CONNECT_JOB_CONNECT_ATTEMPT": 11,
              "SOCKET_ALIVE": 12, "TCP_CONNECT_JOB_CONNECTOR_CONNECT_START": 13, "TCP_CLIENT_SOCKET_POOL_REQUESTED_SOCKET": 14,
              "SOCKET_POOL_BOUND_TO_CONNECT_JOB": 15}},
            "events": [
            """;

    private static final String DNS = """
            {"params": {"host": "https://img.leak.test", "dns_query_types": ["A"],
              "network_anonymization_key": "http://stadt.test same_site"},
             "phase": 1, "source": {"id": 9, "type": 1}, "time": "500", "type": 1},
            """;

    private static final String OWN_DNS = """
            {"params": {"host": "update.googleapis.com", "network_anonymization_key": "null"},
             "phase": 1, "source": {"id": 10, "type": 1}, "time": "501", "type": 1},
            """;

    private static final String SOCKET = """
            {"params": {"backup_job": false, "group_id": "pm/https://img.leak.test:8443 <http://stadt.test same_site>"},
             "phase": 0, "source": {"id": 11, "type": 1}, "time": "502", "type": 2},
            """;

    private static final String REQUEST = """
            {"params": {"url": "https://img.leak.test/a|b", "initiator": "http://stadt.test", "request_type": "other",
              "network_isolation_key": "http://stadt.test http://stadt.test"},
             "phase": 1, "source": {"id": 12, "type": 1}, "time": "503", "type": 3},
            {"params": {"line": "GET / HTTP/1.1", "headers": ["Referer: http://stadt.test/", "Cookie: secret=1"]},
             "phase": 0, "source": {"id": 12, "type": 1}, "time": "504", "type": 4},
            """;

    private static final String STUN = """
            {"params": {"address": "203.0.113.7:3478"}, "phase": 1, "source": {"id": 13}, "time": "505", "type": 6},
            {"params": {"byte_count": 20}, "phase": 0, "source": {"id": 13}, "time": "506", "type": 7},
            {"params": {"address": "127.0.0.1:53"}, "phase": 1, "source": {"id": 14}, "time": "507", "type": 6},
            {"params": {"byte_count": 20}, "phase": 0, "source": {"id": 14}, "time": "508", "type": 7},
            """;

    /** A name that was in the cache, and a connection out of a pool that names nobody. */
    private static final String WEB_SOCKET = """
            {"params": {"host": "https://chat.leak.test", "network_anonymization_key": "http://stadt.test same_site"},
             "phase": 1, "source": {"id": 20}, "time": "510", "type": 8},
            {"params": {"address": "203.0.113.8:443"}, "phase": 0, "source": {"id": 20}, "time": "511", "type": 11},
            """;

    /** As Chromium 156 tells it: whom a connection is for comes after its beginning. */
    private static final String LATER_BOUND = """
            {"params": {"group_id": "pmpsa/http://chat.leak.test:8443 <http://stadt.test same_site>"},
             "phase": 0, "source": {"id": 60}, "time": "510", "type": 14},
            {"params": {"address": "203.0.113.8:8443"}, "phase": 0, "source": {"id": 61}, "time": "511", "type": 13},
            {"params": {"source_dependency": {"id": 61}}, "phase": 0, "source": {"id": 60}, "time": "512", "type": 15},
            """;

    /** As Chromium 156 tells it: the connection itself asks for the name, and the next has it out of the cache. */
    private static final String TURN = """
            {"params": {"host": "turn.leak.test:80", "dns_query_types": ["A"], "source_dependency": {"id": 70},
              "network_anonymization_key": "http://stadt.test same_site"},
             "phase": 1, "source": {"id": 71}, "time": "510", "type": 1},
            {"params": {"results": [
              {"type": "data", "domain_name": "turn.leak.test", "endpoints": [{"address": "203.0.113.11"}]}]},
             "phase": 0, "source": {"id": 71}, "time": "511", "type": 10},
            {"params": {"address": "203.0.113.11:80"}, "phase": 0, "source": {"id": 70}, "time": "512", "type": 13},
            {"params": {"address": "203.0.113.11:443"}, "phase": 0, "source": {"id": 72}, "time": "513", "type": 13},
            """;

    private static final String QUIC = """
            {"params": {"host": "https://quic.leak.test", "network_anonymization_key": "http://stadt.test same_site"},
             "phase": 1, "source": {"id": 30}, "time": "520", "type": 8},
            {"params": {"source_dependency": {"id": 30}}, "phase": 1, "source": {"id": 31}, "time": "521", "type": 12},
            {"params": {"source_dependency": {"id": 31}}, "phase": 1, "source": {"id": 32}, "time": "521", "type": 12},
            {"params": {"address": "203.0.113.9:443"}, "phase": 1, "source": {"id": 32}, "time": "521", "type": 6},
            {"params": {"byte_count": 1250}, "phase": 0, "source": {"id": 32}, "time": "522", "type": 7},
            {"params": {"byte_count": 1250}, "phase": 0, "source": {"id": 32}, "time": "523", "type": 7},
            {"params": {"byte_count": 1250}, "phase": 0, "source": {"id": 32}, "time": "722", "type": 7},
            """;

    /** The first is asked by a job, which has said so. */
    private static final String QUESTIONS = """
            {"params": {"source_dependency": {"id": 41}}, "phase": 0, "source": {"id": 40}, "time": "530", "type": 9},
            {"params": {"hostname": "img.leak.test", "query_type": 1}, "phase": 1, "source": {"id": 41}, "time": "530", "type": 9},
            {"phase": 2, "source": {"id": 41}, "time": "531", "type": 9},
            {"params": {"hostname": "stun.leak.test.", "query_type": 1}, "phase": 1, "source": {"id": 42}, "time": "531", "type": 9},
            """;

    private static final String ALIAS = """
            {"params": {"results": [
              {"type": "alias", "domain_name": "zahl.stadt.test", "alias_target": "stadt.hafen.test"},
              {"type": "alias", "domain_name": "stadt.hafen.test", "alias_target": "c7.tracker.test"},
              {"type": "data", "domain_name": "c7.tracker.test", "endpoints": [{"address": "203.0.113.10"}]}]},
             "phase": 0, "source": {"id": 50}, "time": "540", "type": 10},
            {"params": {"host": "https://zahl.stadt.test", "network_anonymization_key": "http://stadt.test same_site",
              "dns_query_types": ["A"], "tasks": [1, 0]}, "phase": 1, "source": {"id": 50}, "time": "539", "type": 1},
            """;

    private static final String END = """
            {"phase": 2, "source": {"id": 9, "type": 1}, "time": "509", "type": 1}],
            "polledData": {"quicInfo": {}}}""";

    @TempDir
    private Path folder;

    @Test
    void tellsHostLevelTimeAndCause() throws IOException {
        NetLog.Reading reading = read(CONSTANTS + DNS + OWN_DNS + SOCKET + REQUEST + STUN + END);

        assertThat(reading.complete()).isTrue();
        assertThat(reading.sightings())
                .extracting(seen -> seen.level() + " " + seen.host() + " " + seen.cause())
                .containsExactly(
                        "DNS img.leak.test PAGE",
                        "DNS update.googleapis.com BROWSER",
                        "SOCKET img.leak.test PAGE",
                        "REQUEST img.leak.test PAGE",
                        "UDP 203.0.113.7 PAGE");
        assertThat(reading.sightings().get(0).time()).isEqualTo(Instant.ofEpochMilli(1500));
    }

    @Test
    void aConnectionBelongsToWhoeverAskedForTheName() throws IOException {
        assertThat(told(WEB_SOCKET)).containsExactly("SOCKET chat.leak.test PAGE");
        assertThat(told(WEB_SOCKET.replace("\"type\": 11}", "\"type\": 13}"))).hasSize(1);
    }

    @Test
    void aConnectionBelongsToWhatItTurnsOutToBeFor() throws IOException {
        assertThat(told(LATER_BOUND)).containsExactly("SOCKET chat.leak.test PAGE");
        NetLog.Reading reading = read(CONSTANTS + LATER_BOUND + END);
        assertThat(reading.sightings().get(0).time()).as("when it began").isEqualTo(Instant.ofEpochMilli(1511));
    }

    @Test
    void aConnectionBelongsToTheNameItAskedForOrElseToTheHostOfItsAddress() throws IOException {
        assertThat(told(TURN))
                .containsExactly(
                        "DNS turn.leak.test PAGE", "SOCKET turn.leak.test PAGE", "SOCKET turn.leak.test UNKNOWN");
    }

    @Test
    void datagramsBelongToWhatTheirSocketWasOpenedForAndAreToldOnceInAWhile() throws IOException {
        assertThat(told(QUIC)).containsExactly("UDP quic.leak.test PAGE", "UDP quic.leak.test PAGE");
    }

    @Test
    void webRtcsQuestionsAreToldThoughNoJobIsLogged() throws IOException {
        assertThat(told(QUESTIONS)).containsExactly("DNS stun.leak.test UNKNOWN");
        assertThat(told(QUESTIONS + STUN)).containsExactly("DNS stun.leak.test UNKNOWN", "UDP stun.leak.test PAGE");
        String second = QUESTIONS.replace("stun", "turn").replace("42", "43");
        assertThat(read(CONSTANTS + QUESTIONS + second + STUN + END).sightings())
                .as("whose address it is cannot be told")
                .last()
                .satisfies(seen -> {
                    assertThat(seen.host()).isEqualTo("203.0.113.7");
                    assertThat(seen.detail()).contains("one of stun.leak.test, turn.leak.test");
                });
    }

    @Test
    void aForeignHostBehindANameOfTheSiteIsTold() throws IOException {
        NetLog.Reading reading = read(CONSTANTS + ALIAS + END);

        assertThat(reading.aliases().unveiled(reading.sightings(), host -> host.endsWith("stadt.test")))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.level() + " " + seen.host()).isEqualTo("DNS c7.tracker.test");
                    assertThat(seen.detail()).startsWith("under the name zahl.stadt.test");
                });
        assertThat(reading.aliases().unveiled(reading.sightings(), host -> host.endsWith(".test")))
                .as("a host that is declared the site's own")
                .isEmpty();
        assertThat(reading.aliases().unveiled(reading.sightings(), host -> false))
                .as("the name is itself foreign and told")
                .isEmpty();
    }

    @Test
    void whereThePageItselfIsKeptIsNoContactOfIt() throws IOException {
        String page = REQUEST.replace("img.leak.test", "zahl.stadt.test").replace("\"other\"", "\"main frame\"");
        NetLog.Reading reading = read(CONSTANTS + page + ALIAS + END);

        assertThat(reading.aliases().unveiled(reading.sightings(), host -> host.endsWith("stadt.test")))
                .isEmpty();
    }

    @Test
    void tellsThatTheSystemAskedWhichTheLogDoesNotHold() throws IOException {
        String system = ALIAS.replace("[1, 0]", "[0]");

        assertThat(read(CONSTANTS + ALIAS + END).askedBySystem()).isFalse();
        assertThat(read(CONSTANTS + system + END).askedBySystem()).isTrue();
        assertThat(read(CONSTANTS + system.replace("http://stadt.test same_site", "null") + END)
                        .askedBySystem())
                .as("the browser itself, at its start")
                .isFalse();
    }

    @Test
    void tellsThatThereWasACookieButNotWhich() throws IOException {
        List<Sighting> sightings = read(CONSTANTS + REQUEST + END).sightings();

        assertThat(sightings.get(0).detail())
                .contains("initiator http://stadt.test", "Referer: http://stadt.test/", "with a cookie")
                .doesNotContain("secret");
    }

    @Test
    void aKilledBrowsersLogIsReadAsFarAsItGoes() throws IOException {
        NetLog.Reading withinAnEvent = read(CONSTANTS + DNS + SOCKET.substring(0, 40));
        NetLog.Reading afterAnEvent = read(CONSTANTS + DNS);

        assertThat(withinAnEvent.sightings()).extracting(Sighting::host).containsExactly("img.leak.test");
        assertThat(withinAnEvent.complete()).isFalse();
        assertThat(afterAnEvent.sightings()).hasSize(1);
        assertThat(afterAnEvent.complete()).isFalse();
    }

    @Test
    void nothingReadableIsIncompleteNotClean() throws IOException {
        assertThat(read("").complete()).isFalse();
        assertThat(read("{\"constants\": {").complete()).isFalse();
    }

    @Test
    void anUnknownSocketGroupIsAContactNotSilence() throws IOException {
        String odd = SOCKET.replace("pm/https://img.leak.test:8443 <http://stadt.test same_site>", "something new");

        assertThat(read(CONSTANTS + odd + END).sightings())
                .singleElement()
                .satisfies(seen -> assertThat(seen.host()).isEqualTo("something new"));
    }

    @Test
    void onlyWhatNoPageCausedCanBeTheBrowsersOwn() throws IOException {
        List<Sighting> own = read(CONSTANTS + OWN_DNS + END).sightings();
        List<Sighting> both = read(CONSTANTS + OWN_DNS + DNS.replace("img.leak.test", "update.googleapis.com") + END)
                .sightings();
        List<Sighting> strange = read(CONSTANTS + OWN_DNS.replace("update.googleapis.com", "tracker.test") + END)
                .sightings();

        assertThat(own).allMatch(new BrowserTraffic(own)::isOwn);
        assertThat(both).extracting(new BrowserTraffic(both)::isOwn).containsExactly(true, false);
        assertThat(strange).noneMatch(new BrowserTraffic(strange)::isOwn);
        Sighting byServer = new Sighting(
                Instant.EPOCH, "update.googleapis.com", Level.DNS, Witness.DNS_SERVER, Sighting.Cause.UNKNOWN, "A");
        assertThat(new BrowserTraffic(own).isOwn(byServer)).isTrue();
        assertThat(new BrowserTraffic(both).isOwn(byServer)).isFalse();
    }

    private List<String> told(String events) throws IOException {
        return read(CONSTANTS + events + END).sightings().stream()
                .map(seen -> seen.level() + " " + seen.host() + " " + seen.cause())
                .toList();
    }

    private NetLog.Reading read(String text) throws IOException {
        return NetLog.read(Files.writeString(folder.resolve("netlog.json"), text), new Timeline(Clock.systemUTC()));
    }
}
