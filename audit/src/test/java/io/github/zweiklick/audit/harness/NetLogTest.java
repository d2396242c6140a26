package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetLogTest {

    private static final String CONSTANTS = """
            {"constants": {"timeTickOffset": 1000, "logEventPhase": {"PHASE_BEGIN": 1, "PHASE_END": 2, "PHASE_NONE": 0},
             "logEventTypes": {"HOST_RESOLVER_MANAGER_JOB": 1, "SOCKET_POOL_CONNECT_JOB_CREATED": 2,
              "URL_REQUEST_START_JOB": 3, "HTTP_TRANSACTION_SEND_REQUEST_HEADERS": 4, "QUIC_SESSION": 5,
              "UDP_CONNECT": 6, "UDP_BYTES_SENT": 7}},
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

    private NetLog.Reading read(String text) throws IOException {
        return NetLog.read(Files.writeString(folder.resolve("netlog.json"), text));
    }
}
