package io.github.zweiklick.audit.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what everybody else learns: nothing. */
final class GateTest {
    private final List<Request> entered = Collections.synchronizedList(new ArrayList<>());
    private LocalServer server;
    private URI address = URI.create("http://none/");

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(0, new SecureRandom(), root -> request -> {
            entered.add(request);
            return Reply.of("text/plain", "in");
        });
        address = URI.create(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoeverKnowsTheAddressIsLetIn() throws IOException {
        Answer answer = Answer.get(address + "de/audits?with=a%20b", "Accept-Language: en-GB,de;q=0.5");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("in");
        assertThat(entered).singleElement().satisfies(request -> {
            assertThat(request.path()).containsExactly("de", "audits");
            assertThat(request.query().text("with")).isEqualTo("a b");
            assertThat(request.posts()).isFalse();
            assertThat(request.preferred()).hasToString("en");
        });
    }

    @Test
    void everyAnswerSaysWhatItMayDo() throws IOException {
        for (Answer answer : List.of(Answer.get(address.toString()), Answer.get(origin() + "/guess/"))) {
            assertThat(answer.field("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(answer.field("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(answer.field("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.field("Cache-Control")).containsExactly("no-store");
            assertThat(answer.field("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        }
    }

    /** 128 bits, of which each server makes its own. */
    @Test
    void theTokenIsLongAndNew() throws IOException {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            try (LocalServer one = LocalServer.start(0, new SecureRandom(), root -> request -> {
                throw new IllegalStateException();
            })) {
                String token = URI.create(one.address()).getPath().replace("/", "");
                assertThat(token).matches("[A-Za-z0-9_-]{22}");
                assertThat(tokens.add(token)).isTrue();
            }
        }
    }

    @Test
    void nobodyElseGetsPastTheToken() throws IOException {
        String token = token();
        for (String path : List.of(
                "/",
                "/x/",
                "/" + token.substring(1) + "/",
                "/" + token + "x/",
                "/" + token.toLowerCase(java.util.Locale.ROOT) + "x/",
                "//" + token + "/",
                "/x/../" + token + "/",
                "/%2e/" + token,
                "/open/",
                "/open/" + token)) {
            Answer answer = Answer.to(address.getPort(), "", "GET " + path + " HTTP/1.1", host());
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.head() + answer.body()).as(path).doesNotContain(token);
        }
        assertThat(entered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/..%2f..%2fetc",
                "/%2e%2e/x",
                "/de/audits/..",
                "/de/audits/.hidden",
                "/de/audits/a%00b",
                "/de/audits/a%2Fb",
                "/de/a\\b",
            })
    void pathsThatAreNoneAreNobodysBusiness(String path) throws IOException {
        Answer answer = Answer.to(address.getPort(), "", "GET /" + token() + path + " HTTP/1.1", host());
        assertThat(answer.status()).isIn(400, 404);
        assertThat(entered).isEmpty();
    }

    /** DNS rebinding: the attacker's own name leads to this machine. */
    @Test
    void namesOfOthersAreNotThisServer() throws IOException {
        for (String host : List.of(
                "Host: rebind.example:" + address.getPort(),
                "Host: 127.0.0.1",
                "Host: 127.0.0.1:1",
                "Host: 127.0.0.1:" + address.getPort() + ".evil.example",
                "Host: localhost.evil.example:" + address.getPort(),
                "X: none")) {
            Answer answer = Answer.to(address.getPort(), "", "GET " + address.getPath() + " HTTP/1.1", host);
            assertThat(answer.status()).as(host).isIn(400, 421);
            assertThat(answer.body()).as(host).doesNotContain(token());
        }
        assertThat(Answer.to(address.getPort(), "", "GET " + address.getPath() + " HTTP/1.1", host(), host())
                        .status())
                .as("two")
                .isIn(400, 421);
        assertThat(Answer.to(
                                address.getPort(),
                                "",
                                "GET http://rebind.example" + address.getPath() + " HTTP/1.1",
                                host())
                        .status())
                .as("absolute address")
                .isEqualTo(400);
        assertThat(entered).isEmpty();
        assertThat(Answer.get(address.toString().replace("127.0.0.1", "localhost"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyFormsOfThesePagesDoSomething() throws IOException {
        for (List<String> from : List.of(
                List.of("Sec-Fetch-Site: cross-site"),
                List.of("Sec-Fetch-Site: same-site"),
                List.of("Sec-Fetch-Site: none"),
                List.of("Sec-Fetch-Site: cross-site", "Origin: " + origin()),
                List.of("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"),
                List.of("Origin: https://evil.example"),
                List.of("Origin: null"),
                List.of("Origin: http://127.0.0.1:1"),
                List.<String>of())) {
            assertThat(Answer.post(address + "de/audits", "a=b", from.toArray(String[]::new))
                            .status())
                    .as("%s", from)
                    .isEqualTo(403);
        }
        assertThat(entered).isEmpty();
        assertThat(Answer.post(address + "de/audits", "a=b%26&a=c", "Sec-Fetch-Site: same-origin", "Origin: null")
                        .status())
                .isEqualTo(200);
        assertThat(Answer.post(address + "de/audits", "a=b", "Origin: " + origin())
                        .status())
                .isEqualTo(200);
        assertThat(entered.get(0).form().values()).containsEntry("a", List.of("b&", "c"));
    }

    @Test
    void bodiesAreBounded() throws IOException {
        String big = "a=" + "x".repeat((1 << 18) - 1);
        assertThat(Answer.post(address + "de/audits", big).status()).isEqualTo(413);
        assertThat(Answer.post(address + "de/audits", "a=1&".repeat(201)).status())
                .isEqualTo(400);
        assertThat(Answer.post(address + "de/audits", "a=%zz").status()).isEqualTo(400);
        assertThat(entered).isEmpty();
        assertThat(Answer.post(address + "de/audits", big.substring(0, 1 << 18)).status())
                .isEqualTo(200);
    }

    @Test
    void otherKindsOfRequestsAreRefused() throws IOException {
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH")) {
            assertThat(Answer.to(address.getPort(), "", method + " " + address.getPath() + " HTTP/1.1", host())
                            .status())
                    .as(method)
                    .isEqualTo(405);
        }
        assertThat(Answer.to(
                                address.getPort(),
                                "{}",
                                "POST " + address.getPath() + " HTTP/1.1",
                                host(),
                                "Sec-Fetch-Site: same-origin",
                                "Content-Type: application/json",
                                "Content-Length: 2")
                        .status())
                .isEqualTo(415);
        assertThat(entered).isEmpty();
    }

    @Test
    void aTicketLetsInOnce() throws IOException {
        String first = server.ticket();
        String second = server.ticket();
        assertThat(first).doesNotContain(token());
        assertThat(Answer.get(first).status()).as("void since the second").isEqualTo(404);
        assertThat(Answer.get(second).status()).isEqualTo(200);
        assertThat(entered)
                .singleElement()
                .satisfies(request -> assertThat(request.path()).isEmpty());
        assertThat(Answer.get(second).status()).as("the second time").isEqualTo(404);
        assertThat(Answer.get(origin() + "/open/").status()).isEqualTo(404);
    }

    /** Other addresses of this machine do not answer. */
    @Test
    void loopbackOnly() throws IOException {
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress other : Collections.list(one.getInetAddresses())) {
                if (!other.isLoopbackAddress()) {
                    assertThat(answers(other)).as("%s", other).isFalse();
                }
            }
        }
        assertThat(answers(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))).isTrue();
        assertThat(answers(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}))).isFalse();
    }

    private boolean answers(InetAddress where) throws IOException {
        try (Socket socket = new Socket(where, address.getPort())) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    private String token() {
        return address.getPath().replace("/", "");
    }

    private String origin() {
        return "http://" + address.getRawAuthority();
    }

    private String host() {
        return "Host: " + address.getRawAuthority();
    }
}
