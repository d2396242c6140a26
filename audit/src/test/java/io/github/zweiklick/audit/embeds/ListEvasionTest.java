package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Under an enforced Connection-Allowlist Chromium contacts nobody, whatever scripts try and though no guard stops them. */
@Tag("browser")
class ListEvasionTest {
    private ContactHarness harness;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium and chromedriver are not installed");
        harness = ContactHarness.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    /** What a script that sets out to evade everything may try; each has a host of its own. */
    private static final List<String> EVASIONS = List.of(
            "const f = document.createElement('iframe'); f.src = 'https://HOST/'; document.body.append(f);",
            "document.body.insertAdjacentHTML('beforeend', '<iframe src=\"https://HOST/\"></iframe>');",
            "const d = document.createElement('div'); document.body.append(d);"
                    + " d.attachShadow({mode: 'closed'}).innerHTML = '<iframe src=\"https://HOST/\"></iframe>';",
            "const f = document.createElement('iframe'); document.body.append(f);"
                    + " f.contentWindow.location.href = 'https://HOST/';",
            "const f = document.createElement('iframe'); f.name = 'ziel'; document.body.append(f);"
                    + " const o = document.createElement('form'); o.target = 'ziel'; o.action = 'https://HOST/';"
                    + " document.body.append(o); HTMLFormElement.prototype.requestSubmit.call(o);",
            "const f = document.createElement('iframe'); f.name = 'auf'; document.body.append(f);"
                    + " window.open('https://HOST/', 'auf');",
            "const f = document.createElement('iframe'); f.src = 'javascript:location=\"https://HOST/\"';"
                    + " document.body.append(f);",
            "const f = document.createElement('iframe'); f.srcdoc = '<link rel=preconnect href=https://HOST/>';"
                    + " document.body.append(f);",
            "const f = document.createElement('iframe'); f.src = '/zweiklick/out?to=' + encodeURIComponent('https://HOST/');"
                    + " document.body.append(f);",
            "new Image().src = '/zweiklick/out?to=' + encodeURIComponent('https://HOST/');",
            "fetch('/zweiklick/out?to=' + encodeURIComponent('https://HOST/'), {mode: 'no-cors'}).catch(() => {});",
            "const l = document.createElement('link'); l.rel = 'preconnect'; l.href = 'https://HOST/'; document.head.append(l);",
            "const l = document.createElement('link'); l.rel = 'dns-prefetch'; l.href = '//HOST/'; document.head.append(l);",
            "const l = document.createElement('link'); l.rel = 'prefetch'; l.href = 'https://HOST/'; document.head.append(l);",
            "const s = document.createElement('script'); s.type = 'speculationrules';"
                    + " s.textContent = '{\"prefetch\": [{\"source\": \"list\", \"urls\": [\"https://HOST/\"]}]}'; document.head.append(s);",
            "window.open('https://HOST/');",
            "fetch('https://HOST/', {mode: 'no-cors'}).catch(() => {});",
            "new WebSocket('wss://HOST/');",
            "new EventSource('https://HOST/');",
            "navigator.sendBeacon('https://HOST/', 'x');",
            "new Image().src = 'https://HOST/';",
            "const s = document.createElement('script'); s.src = 'https://HOST/'; document.head.append(s);",
            "new Worker('/arbeiter.js?HOST');",
            "const c = new RTCPeerConnection({iceServers: [{urls: 'stun:HOST'}]}); c.createDataChannel('x');"
                    + " c.createOffer().then(offer => c.setLocalDescription(offer));");

    private String evasion(ListedSite site) {
        site.put(
                "/arbeiter.js",
                "fetch('https://' + location.search.slice(1) + '/', {mode: 'no-cors'}).catch(() => {});");
        StringBuilder script = new StringBuilder("addEventListener('load', () => {");
        for (int i = 0; i < EVASIONS.size(); i++) {
            script.append("try { ")
                    .append(EVASIONS.get(i).replace("HOST", "e" + i + ".leak.test"))
                    .append(" } catch {}\n");
        }
        site.put("/boese.js", script.append("});").toString());
        return site.page("/boese", "<a href=https://verein.test/>Verein</a><script src=/boese.js></script>");
    }

    private ContactReport evading(String mode) {
        ListedSite site = ListedSite.unguarded(harness, mode, "verein.test");
        try (Visit visit = harness.chromium(BrowserOptions.standard())) {
            visit.open(evasion(site));
            visit.idle(Duration.ofSeconds(3));
            return visit.report();
        }
    }

    @Test
    void withoutTheListScriptsEvade() {
        assertThat(evading("off").foreignHosts())
                .contains("e0.leak.test", "e3.leak.test", "e11.leak.test", "e12.leak.test");
    }

    @Test
    void reportingStopsNothing() {
        assertThat(evading("report").foreignHosts()).contains("e0.leak.test", "e11.leak.test");
    }

    @Test
    void enforcedNobodyIsContacted() {
        Engine.assumeAllowlist();
        ContactReport report = evading("enforce");
        assertThat(report.contacts()).as("%s", report).isEmpty();
        assertThat(report.firstParty()).anyMatch(contact -> contact.detail().contains("/boese.js"));
        assertThat(report.firstParty()).anyMatch(contact -> contact.detail().contains("/zweiklick/out"));
    }
}
