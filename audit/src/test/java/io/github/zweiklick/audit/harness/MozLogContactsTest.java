package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Firefox's log against the servers of the namespace: what they saw is the truth. */
@Tag("browser")
class MozLogContactsTest {
    private static final String PAGE = """
            <!doctype html><html lang=de><meta charset=utf-8><title>Protokoll</title><link rel=icon href=data:,>
            <iframe src=http://www.musterstadt.test/leck title=Leck></iframe>
            <a href=https://gezeigt.leak.test/>Link</a>
            <script>
              addEventListener('pagehide', () => navigator.sendBeacon('http://verlassen.leak.test/'));
              new RTCPeerConnection({iceServers: [{urls: 'stun:stun.leak.test'}]}).createDataChannel('x');
              const talk = new RTCPeerConnection({iceServers: [{urls: 'stun:stun.leak.test'}]});
              talk.createDataChannel('x');
              talk.createOffer().then(offer => talk.setLocalDescription(offer));
            </script>""";

    @Test
    void holdsEveryNameConnectionAndRequestThatTheServersSaw() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        ContactReport report;
        try (ContactHarness harness = ContactHarness.start()) {
            Musterstadt.serve(harness);
            harness.serve("www.protokoll.test", request -> SiteResponse.page(PAGE));
            try (Visit visit = Engine.FIREFOX.open(harness, BrowserOptions.standard())) {
                visit.open("http://www.protokoll.test/");
                visit.scrollToEnd();
                visit.hoverEverything();
                visit.leave();
                report = visit.report();
            }
        }
        assertThat(report.foreignHosts())
                .hasSizeGreaterThan(35)
                .contains("stun.leak.test", "gezeigt.leak.test", "verlassen.leak.test", "dns-prefetch.leak.test")
                .contains("worker.leak.test", "websocket.leak.test", "fetch.leak.test", "iframe.leak.test");
        for (String host : report.foreignHosts()) {
            Set<Level> servers = EnumSet.noneOf(Level.class);
            servers.addAll(report.levels(host, Witness.DNS_SERVER));
            servers.addAll(report.levels(host, Witness.WEB_SERVER));
            // Of WebRTC the log holds the name that was asked for and no datagram: see docs/measuring.md.
            servers.remove(Level.UDP);
            assertThat(report.levels(host, Witness.MOZ_LOG)).as(host).isEqualTo(servers);
        }
        // Firefox asks for the hosts of all links of a page without TLS, and connects to that of the link pointed at.
        assertThat(report.contacts("gezeigt.leak.test"))
                .filteredOn(contact -> contact.level() != Level.DNS)
                .isNotEmpty()
                .allMatch(contact -> contact.phase() == Phase.HOVER);
        assertThat(report.contacts("verlassen.leak.test")).allMatch(contact -> contact.phase() == Phase.LEAVE);
        assertThat(report.untested()).as("with servers beside it").isEmpty();
    }
}
