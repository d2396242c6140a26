package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.json.JsonFile;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that tell their count to anybody. */
@Timeout(30)
class CountSourcesTest {
    private static final String PAGE = "https://www.musterstadt.example/rathaus/?a=1&b=ä";
    private static final String ENCODED = "https%3A%2F%2Fwww.musterstadt.example%2Frathaus%2F%3Fa%3D1%26b%3D%C3%A4";

    private final StubServer stub = StubServer.http();
    private final StubAccess access = new StubAccess(stub);
    private final CountSources sources = CountSources.all();

    @AfterEach
    void close() {
        access.close();
        stub.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    pinterest   ! /v1/urls/count.json?url=PAGE              ! receiveCount({"url":"https://www.musterstadt.example/","count":14})    ! 14
                    vk          ! /share.php?act=count&index=1&url=PAGE     ! VK.Share.count(1, 7);                                                ! 7
                    buffer      ! /1/links/shares.json?url=PAGE             ! {"shares":3}                                                         ! 3
                    hacker-news ! /api/v1/search?query=PAGE&restrictSearchableAttributes=url&hitsPerPage=0 ! {"exhaustive":{"nbHits":true},"hits":[],"nbHits":2,"page":0} ! 2
                    tumblr      ! /v2/share/stats?url=PAGE                  ! {"meta":{"status":200,"msg":"OK"},"response":{"url":"a","note_count":5}} ! 5
                    """)
    void asksAndReads(String id, String target, String answer, long count) throws UpstreamException {
        stub.replies(StubServer.status(200, "text/javascript", answer));
        assertThat(count(id)).isEqualTo(count);
        assertThat(stub.lines()).containsExactly("GET " + target.replace("PAGE", ENCODED) + " HTTP/1.1");
        assertThat(stub.requests().get(0).headers()).doesNotContainKeys("cookie", "referer", "authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"shares\":0}", " {\"shares\" : 0}\n", "f({\"shares\":0});", "{\"shares\":1000000000000}"})
    void shapesThatAreRead(String answer) throws UpstreamException {
        stub.replies(StubServer.json(answer));
        // Of a call the arguments are a list; what stands alone does not.
        if (answer.startsWith("f(")) {
            assertThat(fault("buffer").kind()).isEqualTo(Kind.UNREADABLE);
        } else {
            assertThat(count("buffer")).isIn(0L, 1_000_000_000_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "[]",
                "{}",
                "{\"shares\":null}",
                "{\"shares\":\"7\"}",
                "{\"shares\":true}",
                "{\"shares\":7.5}",
                "{\"shares\":[7]}",
                "{\"shares\":{\"count\":7}}",
                "{\"shares\":-1}",
                "{\"shares\":1000000000001}",
                "{\"shares\":9223372036854775807}",
                "{\"shares\":9223372036854775808}",
                "{\"shares\":1e400}",
                "{\"shares\":7",
                "{\"shares\":7}{\"shares\":8}",
                "{\"shares\":7} trailing",
                "<!DOCTYPE html><html><body>7</body></html>",
                "\n <html>",
                "f(7",
                "f()",
                "f(alert(1))",
                "error",
                "{\"success\":false,\"message\":\"s3cr3t\",\"code\":1}"
            })
    void whatIsNoCountIsNone(String answer) {
        stub.replies(StubServer.json(answer));
        Fault fault = fault("buffer");
        assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(fault.toString()).doesNotContain("s3cr3t", "musterstadt");
        assertThat(fault.remedy()).contains("interface's address");
    }

    @Test
    void whatIsNestedWithoutEndIsNone() {
        stub.replies(StubServer.json("[".repeat(100_000)));
        assertThat(fault("buffer").kind()).isEqualTo(Kind.UNREADABLE);
        stub.replies(StubServer.json("{\"shares\":" + "9".repeat(100_000) + "}"));
        assertThat(fault("buffer").kind()).isEqualTo(Kind.UNREADABLE);
        stub.replies(StubServer.json("f" + "(".repeat(100_000) + ")".repeat(100_000)));
        assertThat(fault("buffer").kind()).isEqualTo(Kind.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED", "401, CREDENTIALS", "402, PAYMENT", "403, PERMISSION", "404, REJECTED", "410, REJECTED",
        "407, UNREACHABLE", "408, TIMEOUT", "418, REJECTED", "429, THROTTLED", "451, PERMISSION", "500, SERVER",
        "502, SERVER", "503, SERVER", "504, TIMEOUT", "302, UNREADABLE", "304, UNREADABLE"
    })
    void everyOtherStatusIsAFault(int status, Kind kind) {
        stub.replies(StubServer.status(status, "text/html", "<html><h1>nginx</h1></html>"));
        Fault fault = fault("pinterest");
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.message()).isEqualTo("it answered with HTTP status " + status);
        assertThat(fault.remedy()).isNotBlank();
    }

    /** Its address may be wrong, or it may have ended: nobody would notice, were it taken for the end of a page. */
    @Test
    void anInterfaceThatIsNotThereIsNoDeletion() {
        stub.replies(StubServer.status(404, "application/json", "{\"message\":\"Not found\"}"));
        assertThat(fault("tumblr").remedy()).contains("may have changed or ended");
    }

    @Test
    void networksOfTheSitesOwn() throws UpstreamException {
        CountSource own = CountSources.pointed(
                "own",
                JsonFile.parse(
                        "{\"base\": \"https://a.example\", \"path\": \"/c?u={url}&v={url}\", \"count\": \"/a/0/b~1c\","
                                + " \"service\": \"other\"}",
                        "zweiklick.json"));
        assertThat(own.id()).isEqualTo("own");
        assertThat(own.service()).isEqualTo("other");
        assertThat(own.addresses()).containsEntry("base", "https://a.example");
        stub.replies(StubServer.json("{\"a\":[{\"b/c\":9}]}"));
        assertThat(own.open(access).count(PAGE)).isEqualTo(9);
        assertThat(stub.lines()).containsExactly("GET /c?u=" + ENCODED + "&v=" + ENCODED + " HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({"c?u={url}, /a, path", "/c?u=, /a, path", "/c?u={url}, a, count"})
    void descriptionsThatAreNoneAreErrors(String path, String count, String key) {
        String entry = "{\"base\": \"https://a.example\", \"path\": \"" + path + "\", \"count\": \"" + count + "\"}";
        assertThatThrownBy(() -> CountSources.pointed("own", JsonFile.parse(entry, "zweiklick.json")))
                .hasMessageContaining("zweiklick.json")
                .hasMessageContaining(key);
    }

    @Test
    void knowsWhoIsAliveAndWhoIsDead() {
        assertThat(sources.ids())
                .containsExactly("facebook", "reddit", "pinterest", "vk", "buffer", "hacker-news", "tumblr");
        assertThat(sources.dead("linkedin").orElseThrow()).contains("no counts any more");
        assertThat(sources.dead("facebook")).isEmpty();
        assertThat(sources.named("linkedin")).isEmpty();
        for (String id : sources.ids()) {
            CountSource source = sources.named(id).orElseThrow();
            assertThat(source.id()).isEqualTo(id);
            assertThat(source.addresses())
                    .containsKey("base")
                    .allSatisfy((key, address) ->
                            assertThat(address).startsWith("https://").doesNotEndWith("/"));
            assertThat(source.least()).isPositive();
            assertThat(List.of(source.toString()).toString()).doesNotContain(StubAccess.SECRET);
        }
    }

    private long count(String id) throws UpstreamException {
        return sources.named(id).orElseThrow().open(access).count(PAGE);
    }

    private Fault fault(String id) {
        return catchThrowableOfType(UpstreamException.class, () -> count(id)).fault();
    }
}
