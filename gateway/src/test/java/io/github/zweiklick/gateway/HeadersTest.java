package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks is told truly; where the server names itself, visitors read the address they know. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HeadersTest {
    private static final String FORGED = """
            Forwarded: for=203.0.113.9;host=boese.example;proto=https
            X-Forwarded-For: 203.0.113.9
            X-Forwarded-Host: boese.example
            X-Forwarded-Proto: https
            X-Real-IP: 203.0.113.9
            """;

    @TempDir
    Path folder;

    private StubSite site;

    @BeforeEach
    void start() throws Exception {
        site = new StubSite();
        site.at("/", "text/plain", new byte[] {'o', 'k'});
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private static String get(String headers) {
        return "GET / HTTP/1.1\nHost: www.musterstadt.example\nConnection: close, X-Hop\nX-Hop: 1\nTE: trailers\n"
                + headers + "\n";
    }

    @Test
    void visitorsCannotInventWhereTheyComeFrom() throws Exception {
        try (Running gateway = Running.before(site)) {
            gateway.raw(get(FORGED));
        }
        StubSite.Asked asked = site.last();
        assertThat(asked.all("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.all("X-Forwarded-Host")).containsExactly("www.musterstadt.example");
        assertThat(asked.all("X-Forwarded-Proto")).containsExactly("http");
        assertThat(asked.all("X-Forwarded-Port")).containsExactly("80");
        assertThat(asked.all("X-Real-IP")).containsExactly("127.0.0.1");
        assertThat(asked.all("Forwarded")).containsExactly("for=127.0.0.1;host=\"www.musterstadt.example\";proto=http");
    }

    @Test
    void whatATrustedProxyTellsIsHandedOn() throws Exception {
        Path config = Files.writeString(
                folder.resolve("zweiklick.json"),
                "{\"trustedProxies\": [\"127.0.0.1\"], \"forwarded\": \"x-forwarded\"}");
        try (Running gateway = Running.before(site, config)) {
            gateway.raw(get("""
                    Forwarded: for=203.0.113.9;host=boese.example
                    X-Forwarded-For: 203.0.113.9, 198.51.100.7
                    X-Forwarded-Proto: https
                    X-Forwarded-Host: www.musterstadt.example
                    """));
        }
        StubSite.Asked asked = site.last();
        assertThat(asked.all("X-Forwarded-For")).containsExactly("198.51.100.7, 127.0.0.1");
        assertThat(asked.all("X-Forwarded-Proto")).containsExactly("https");
        assertThat(asked.all("X-Forwarded-Port")).containsExactly("443");
        assertThat(asked.all("Forwarded"))
                .containsExactly("for=198.51.100.7;host=\"www.musterstadt.example\";proto=https");
    }

    @Test
    void headersOfOneConnectionEndWithIt() throws Exception {
        try (Running gateway = Running.before(site)) {
            gateway.raw(get("Proxy-Authorization: Basic eA==\nKeep-Alive: 5\nX-Ende: 1\n"));
        }
        StubSite.Asked asked = site.last();
        for (String name : List.of("Connection", "X-Hop", "TE", "Proxy-Authorization", "Keep-Alive")) {
            assertThat(asked.all(name)).as(name).isEmpty();
        }
        assertThat(asked.all("X-Ende")).containsExactly("1");
        assertThat(asked.header("Via")).startsWith("1.1 zweiklick-");
        assertThat(asked.all("User-Agent")).isEmpty();
        assertThat(asked.all("Accept-Encoding")).isEmpty();
    }

    @Test
    void theServerIsAskedForTheVisitorsHostOrForItsOwn() throws Exception {
        try (Running gateway = Running.before(site)) {
            gateway.raw(get("Origin: http://www.musterstadt.example\n"));
        }
        assertThat(site.last().all("Host")).containsExactly("www.musterstadt.example");
        assertThat(site.last().header("Origin")).isEqualTo("http://www.musterstadt.example");
        try (Running gateway = Running.before(site, HostHeader.UPSTREAM)) {
            gateway.raw(get("""
                    Origin: http://www.musterstadt.example
                    Referer: http://www.musterstadt.example/a?b
                    """));
            assertThat(site.last().all("Host")).containsExactly("127.0.0.1:" + site.port());
            assertThat(site.last().header("Origin")).isEqualTo(site.origin());
            assertThat(site.last().header("Referer")).isEqualTo(site.origin() + "/a?b");
            gateway.raw(get("""
                    Origin: https://boese.example
                    Referer: http://www.musterstadt.example.boese.example/
                    """));
            assertThat(site.last().header("Origin")).isEqualTo("https://boese.example");
            assertThat(site.last().header("Referer")).isEqualTo("http://www.musterstadt.example.boese.example/");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Location: {site}/neu?a=1#b | Location: {gateway}/neu?a=1#b",
                "Location: /neu | Location: /neu",
                "Location: https://www.musterstadt.example/neu | Location: https://www.musterstadt.example/neu",
                "Location: http://127.0.0.1:1/neu | Location: http://127.0.0.1:1/neu",
                "Content-Location: {site}/de | Content-Location: {gateway}/de",
                "Refresh: 5; url={site}/neu | Refresh: 5; url={gateway}/neu",
                "Refresh: 5 | Refresh: 5",
                "Set-Cookie: a=b; Domain=127.0.0.1; Path=/ | Set-Cookie: a=b; Domain=127.0.0.1; Path=/",
                "Set-Cookie: a=b; Expires=Wed, 21 Oct 2026 07:28:00 GMT | Set-Cookie: a=b; Expires=Wed, 21 Oct 2026 07:28:00 GMT",
                "Set-Cookie: a=b; domain=.musterstadt.example; Secure | Set-Cookie: a=b; domain=.musterstadt.example; Secure",
                "Set-Cookie: a=\"x;y\"; SameSite=Lax | Set-Cookie: a=\"x;y\"; SameSite=Lax"
            })
    void whereTheServerNamesItselfTheVisitorReadsTheAddressHeKnows(String sent, String got) throws Exception {
        site.at("/", (request, wire) -> wire.answer(302, sent.replace("{site}", site.origin()), ""));
        try (Running gateway = Running.before(site)) {
            HttpResponse<String> answer = gateway.get("/");
            String[] expected = got.replace("{gateway}", "http://localhost:" + gateway.port())
                    .split(": ", 2);
            String mine = expected[1].replace("localhost", "127.0.0.1");
            assertThat(answer.headers().allValues(expected[0])).containsExactly(mine);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.musterstadt.example:{port}/neu, http://www.musterstadt.example/neu",
        "http://www.musterstadt.example:1/neu, http://www.musterstadt.example:1/neu",
        "http://other.example:{port}/neu, http://other.example:{port}/neu",
    })
    void aPortOfTheServersBesideTheVisitorsHostIsNotTold(String sent, String got) throws Exception {
        String port = Integer.toString(site.port());
        site.at("/", (request, wire) -> wire.answer(302, "Location: " + sent.replace("{port}", port), ""));
        try (Running gateway = Running.before(site)) {
            assertThat(gateway.raw("GET / HTTP/1.1\nHost: www.musterstadt.example\nConnection: close\n\n"))
                    .contains("Location: " + got.replace("{port}", port) + "\r\n");
        }
    }

    @Test
    void aCookieForTheServersOwnHostIsTheVisitorsHosts() throws Exception {
        site.at(
                "/",
                (request, wire) -> wire.answer(
                        200, "Content-Type: text/plain\nSet-Cookie: a=b; Domain=127.0.0.1; Path=/; HttpOnly", "ok"));
        try (Running gateway = Running.before(site)) {
            assertThat(gateway.raw(get(""))).contains("Set-Cookie: a=b; Path=/; HttpOnly\r\n");
        }
    }

    @Test
    void aGatewayThatAsksItselfSaysSoInsteadOfGoingRoundForEver() throws Exception {
        try (Running gateway = Running.before(site)) {
            gateway.raw(get(""));
            String via = site.last().header("Via");
            assertThat(gateway.raw(get("Via: " + via + "\n"))).startsWith("HTTP/1.1 502");
            assertThat(gateway.raw(get("Via: 1.1 zweiklick-other\n"))).startsWith("HTTP/1.1 200");
            assertThat(site.last().header("Via")).startsWith("1.1 zweiklick-other, 1.1 zweiklick-");
        }
    }

    @Test
    void theAccessLogSaysNothingOfVisitors() throws Exception {
        Running gateway = Running.before(site);
        try {
            gateway.raw(get("").replace("GET / ", "GET /?name=Erika "));
        } finally {
            // It writes the line when all else is done.
            gateway.close();
        }
        assertThat(gateway.accessLog())
                .contains("\"GET / HTTP/1.1\" 200 2")
                .doesNotContain("Erika")
                .doesNotContain("127.0.0.1");
    }
}
