package io.github.zweiklick.endpoint;

import static io.github.zweiklick.endpoint.Musterstadt.document;
import static io.github.zweiklick.endpoint.Musterstadt.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.policy.OutAddress;
import io.github.zweiklick.url.PercentEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way out is none for anybody but the site's own pages. */
final class WayOutTest {
    private static final String NETWORK = "https://www.netz.example/stadt?a=1&b=ä#x";

    private final Musterstadt city = new Musterstadt();

    private static Requests followed(String address) {
        return Requests.get("/out?to=" + PercentEncoding.component(address))
                .with("Sec-Fetch-Site", "same-origin")
                .with("Sec-Fetch-Mode", "navigate")
                .with("Sec-Fetch-Dest", "document")
                .with("Referer", Musterstadt.SITE + "/stadt/aktuelles");
    }

    private static Requests form(String address, String query) {
        String path = OutAddress.ofForm("", address);
        return new Requests(
                followed(address).method(),
                Musterstadt.SITE + Requests.BASE + path + query,
                followed(address).headers(),
                "");
    }

    private void isShown(Requests request, String address) {
        Reply reply = city.answer(request);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Location")).isEmpty();
        assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(reply, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(document(reply).select("main a[href]"))
                .singleElement()
                .satisfies(link -> assertThat(link.attr("href")).isEqualTo(address));
        assertThat(document(reply).select("script, meta[http-equiv]")).isEmpty();
    }

    private void isRefused(Requests request) {
        Reply reply = city.answer(request);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(header(reply, "Location")).isEmpty();
        assertThat(document(reply).select("main a")).isEmpty();
    }

    @Test
    void aLinkOfAPageIsFollowed() {
        Reply reply = city.answer(followed(NETWORK));
        assertThat(reply.status()).isEqualTo(303);
        assertThat(header(reply, "Location")).isEqualTo("https://www.netz.example/stadt?a=1&b=%C3%A4#x");
        assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(reply, "Referrer-Policy")).isEqualTo("strict-origin");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aFormKeepsItsMethod() {
        Reply posted = city.answer(form("https://netz.example/s?a=1", "").method("POST"));
        assertThat(posted.status()).isEqualTo(307);
        assertThat(header(posted, "Location")).isEqualTo("https://netz.example/s?a=1");

        Reply got = city.answer(form("https://netz.example/s?a=1#x", "?q=%C3%A4+b&c=d"));
        assertThat(got.status()).isEqualTo(303);
        assertThat(header(got, "Location")).isEqualTo("https://netz.example/s?q=%C3%A4+b&c=d");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Sec-Fetch-Site, none", "Sec-Fetch-Site, ''",
        "Sec-Fetch-Dest, iframe", "Sec-Fetch-Dest, image", "Sec-Fetch-Dest, empty", "Sec-Fetch-Dest, script",
        "Sec-Purpose, prefetch;prerender", "Sec-Purpose, Prefetch"
    })
    void everybodyElseSeesWhereItLeads(String name, String value) {
        isShown(followed(NETWORK).with(name, value), "https://www.netz.example/stadt?a=1&b=%C3%A4#x");
    }

    @Test
    void withoutFetchMetadataOnlyAFormWithItsOriginIsFollowed() {
        Requests old = followed(NETWORK).without("Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest");
        isShown(old, "https://www.netz.example/stadt?a=1&b=%C3%A4#x");
        isShown(old.with("Origin", Musterstadt.SITE), "https://www.netz.example/stadt?a=1&b=%C3%A4#x");
        isShown(old.method("POST"), "https://www.netz.example/stadt?a=1&b=%C3%A4#x");
        isShown(
                old.method("POST").with("Origin", "https://evil.example"),
                "https://www.netz.example/stadt?a=1&b=%C3%A4#x");
        isShown(old.method("POST").with("Origin", "null"), "https://www.netz.example/stadt?a=1&b=%C3%A4#x");
        assertThat(city.answer(old.method("POST").with("Origin", Musterstadt.SITE))
                        .status())
                .isEqualTo(307);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user@netz.example/, https://netz.example/",
        "https://stadt.example%20:x@netz.example/, https://netz.example/",
        "https:\\\\user@netz.example, https://netz.example/",
        "https://www.musterstadt.example/stadt/zweiklick/airlock, https://www.musterstadt.example/stadt/zweiklick/airlock",
        "https://a.intern.example/, https://a.intern.example/"
    })
    void addressesThatPretendAndOwnOnesAreShown(String asked, String shown) {
        isShown(followed(asked), shown);
        isShown(form(asked, "").method("POST"), shown);
    }

    @Test
    void anAddressNoServerSendsAsAHeaderIsShown() {
        String address = "https://netz.example/" + "a".repeat(7_000);
        isShown(followed(address), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://netz.example/",
                "file:///etc/passwd",
                "//netz.example/",
                "/rathaus",
                "netz.example",
                "mailto:a@b.example",
                "https://",
                ""
            })
    void oddAddressesAreRefused(String address) {
        isRefused(followed(address));
        isRefused(form(address, ""));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        isRefused(Requests.get("/out").with("Sec-Fetch-Site", "same-origin"));
        isRefused(Requests.get("/out/form/*").with("Sec-Fetch-Site", "same-origin"));
    }

    @Test
    void noHeaderIsForged() {
        Reply reply = city.answer(followed("https://netz.example/\r\nSet-Cookie: a=b\u0000\u2028"));
        assertThat(reply.status()).isEqualTo(303);
        assertThat(header(reply, "Location"))
                .matches("[\\x21-\\x7e]+")
                .startsWith("https://netz.example/Set-Cookie:%20a=b");
        isShown(
                followed("https://netz.example/\"><script>alert(1)</script>").with("Sec-Fetch-Site", "none"),
                "https://netz.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    }

    @Test
    void otherMethodsAreNone() {
        Reply reply = city.answer(followed(NETWORK).method("DELETE"));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(header(reply, "Allow")).isEqualTo("GET, HEAD, POST");
    }
}
