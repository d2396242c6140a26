package io.github.zweiklick.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderJudgeTest {
    private final List<Finding> findings = new ArrayList<>();
    private final HeaderJudge judge = new HeaderJudge(
            WebUrl.parse("https://www.musterstadt.test/rathaus").orElseThrow(),
            new OwnHosts(List.of("www.musterstadt.test", "*.bilder.test")),
            findings::add);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Link | </a.css>; rel=preload; as=style",
                "Link | <https://cdn.bilder.test/x>; rel=preconnect",
                "Link | <https://fremd.test/>; rel=\"canonical\"",
                "Link | <https://fremd.test/a,b>; rel=\"license author\", </b>; rel=next",
                "Alt-Svc | h3=\":443\"; ma=86400",
                "Alt-Svc | clear",
                "Alt-Svc | h3=\"www.musterstadt.test:443\"; ma=86400; persist=1, quic=\":443\"; v=\"46,43\"",
                "Link | <https://fremd.test/>; rel=canonical; hreflang=de; title*=UTF-8''x; crossorigin",
                "Link | </a.png>; rel=preload; as=image; imagesrcset=\"/a.png 1x, https://cdn.bilder.test/b.png 2x\"",
                "Refresh | 5",
                "Refresh | 0; url=/neu",
                "Refresh | 0; url=\"/neu\" or https://fremd.test/",
                "Report-To | {\"group\":\"g\",\"max_age\":1,\"endpoints\":[{\"url\":\"/berichte\"}]}",
                "Reporting-Endpoints | g=\"https://www.musterstadt.test/berichte\"",
                "NEL | {\"report_to\":\"g\",\"max_age\": 0}",
                "Content-Security-Policy | default-src 'self' https://fremd.test; report-uri /berichte",
                "X-Anything | https://fremd.test/",
            })
    void keepsWhatContactsNobody(String name, String value) {
        assertThat(judge.judge(name, value)).isInstanceOf(HeaderVerdict.Keep.class);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Link | <https://fremd.test/>; rel=preconnect",
                "link | <//fremd.test/x>; rel=\"canonical dns-prefetch\"",
                "Link | <https://fremd.test/>; rel=unheard-of",
                "Alt-Svc | h3=\"fremd.test:443\"",
                "Alt-Svc | h2=fremd.test:443",
                "Alt-Svc | h3=\"www.musterstadt.test\\.fremd.test:443\"",
                "Alt-Svc | h3=\":443\"; x=\"a,h3=\"fremd.test:443\";y=\"",
                "Link | <https://fremd.test/>; title=\"a; rel=preconnect",
                "Link | <https://fremd.test/>; title=x",
                "Link | </a.png>; rel=preload; as=image; imagesrcset=\"https://fremd.test/b.png 1x\"",
                "Refresh | 0;URL='https://fremd.test/'",
                "Refresh | 0 https://fremd.test/",
                "Refresh | 5, //fremd.test/",
                "Speculation-Rules | \"/regeln.json\"",
                "NEL | {\"report_to\":\"g\",\"max_age\":86400}",
                "Report-To | {\"group\":\"g\",\"max_age\":1,\"endpoints\":[{\"url\":\"https:\\/\\/fremd.test\\/r\"}]}",
                "Reporting-Endpoints | g=\"https://fremd.test/r\"",
                "Reporting-Endpoints | g=\"\\\\\\\\fremd.test\"",
                "Report-To | {\"group\":\"g\",\"endpoints\":[{\"url\":\"https\\u003a\\u002f\\u002ffremd.test\"}]}",
                "NEL | {\"max_age\":0,\"report_to\":\"g\",\"max_age\":86400}",
                "NEL | {\"max_age\":0.5e9,\"report_to\":\"g\"}",
                "Link | </a>; rel=canonical; title=\"x, <https://fremd.test/>; rel=preload",
                "Link | < , <https://fremd.test/>; rel=preload",
            })
    void refusesWhatContactsForeignHosts(String name, String value) {
        assertThat(judge.judge(name, value)).isInstanceOf(HeaderVerdict.Refuse.class);
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.FOREIGN_HEADER);
            assertThat(f.message()).contains(value);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Link | </a>; rel=preload, <https://fremd.test/>; rel=preload | </a>; rel=preload",
                "Alt-Svc | h3=\":443\", h2=\"fremd.test:443\" | h3=\":443\"",
                "Content-Security-Policy | img-src 'self'; report-uri https://fremd.test/r /r | img-src 'self'; report-uri /r",
                "Content-Security-Policy-Report-Only | img-src *; report-uri //fremd.test/ | img-src *",
            })
    void leavesOutTheForeignPart(String name, String value, String expected) {
        assertThat(judge.judge(name, value)).isEqualTo(new HeaderVerdict.Replace(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Security-Policy | form-action 'none'",
                "Content-Security-Policy | default-src 'none'; form-action 'self'",
                "Content-Security-Policy | script-src https://andere.test",
                "Content-Security-Policy | script-src 'unsafe-inline'",
                "Content-Security-Policy | script-src 'self' 'strict-dynamic' 'sha256-abc'",
                "Content-Security-Policy | script-src 'self'; script-src-elem https://andere.test",
                "Content-Security-Policy | style-src 'none'",
                "Content-Security-Policy | style-src https://andere.test",
                "Content-Security-Policy | frame-src https://andere.test",
                "Content-Security-Policy | sandbox allow-scripts",
                "Cross-Origin-Embedder-Policy | require-corp",
            })
    void namesWhatWouldStopTheAirlock(String name, String value) {
        assertThat(judge.judge(name, value)).isInstanceOf(HeaderVerdict.Keep.class);
        assertThat(findings).singleElement().extracting(Finding::kind).isEqualTo(Finding.Kind.AIRLOCK_OBSTACLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'self'",
                "script-src 'none'",
                "script-src",
                "script-src 'nonce-abc' 'strict-dynamic'",
                "script-src 'self' 'sha256-abc'",
                "script-src https:",
                "style-src 'unsafe-inline'",
                "style-src 'nonce-abc'",
                "img-src 'none'"
            })
    void policiesThatLetOursWorkAreNoObstacle(String policy) {
        assertThat(judge.judge("Content-Security-Policy", policy)).isInstanceOf(HeaderVerdict.Keep.class);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Frame-Options | DENY",
                "content-security-policy | default-src 'self'",
                "Cross-Origin-Embedder-Policy | require-corp",
            })
    void namesWhatStoodOnTheAirlocksResponseBefore(String name, String value) {
        judge.lookAtEarlier(name, value, true);
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.AIRLOCK_OBSTACLE);
            assertThat(f.message()).startsWith(name + ": " + value + " was set before Zweiklick");
        });
    }

    @Test
    void namesForeignLinesThatStoodThereBefore() {
        judge.lookAtEarlier("Link", "<https://fremd.test/>; rel=preconnect", false);
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.FOREIGN_HEADER);
            assertThat(f.message()).contains("cannot be taken back");
        });
        judge.lookAtEarlier("Server", "Apache", false);
        judge.lookAtEarlier("X-Content-Type-Options", "nosniff", true);
        assertThat(findings).hasSize(1);
    }

    @Test
    void ownHostsAreComparedExactlyOrBySuffix() {
        OwnHosts own = new OwnHosts(List.of("stadt.test", "*.bilder.test"));
        assertThat(own.contains("STADT.test.")).isTrue();
        assertThat(own.contains("a.bilder.test")).isTrue();
        assertThat(own.contains("bilder.test")).isFalse();
        assertThat(own.contains("stadt.test.evil.net")).isFalse();
        assertThat(own.contains("xstadt.test")).isFalse();
        assertThat(own.contains("")).isFalse();
        assertThat(own.contains("stadt.test..")).isFalse();
    }
}
