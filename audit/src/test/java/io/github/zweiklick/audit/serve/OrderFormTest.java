package io.github.zweiklick.audit.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.report.SigningKey;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.audit.visit.AuditOrder;
import io.github.zweiklick.audit.visit.SecondBrowsers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the form asks for, and what it says of what cannot be right. */
final class OrderFormTest {

    @TempDir
    Path folder;

    @Test
    void everythingThatIsSaidIsDone() throws IOException {
        Path key = folder.resolve("key.pem");
        SigningKey.generate().write(key, folder.resolve("key.pem.pub"));
        Wanted wanted = read(
                        "addresses",
                        " https://www.bücher.example/a b \r\n\r\nhttp://a.example\r\nhttp://a.example/",
                        "choice",
                        "links",
                        "links",
                        "40",
                        "phases",
                        "withdraw",
                        "own",
                        "*.a.example\r\nB.example",
                        "trusted",
                        "karten.example  Vertrag vom 1. März",
                        "window",
                        "phone",
                        "gpc",
                        "on",
                        "noscripts",
                        "on",
                        "language",
                        "en",
                        "number",
                        " Az. 17 ",
                        "occasion",
                        "Anlass",
                        "examiner",
                        "A. Muster",
                        "key",
                        key.toString())
                .wanted()
                .orElseThrow();
        assertThat(wanted.pages().named())
                .containsExactly("https://www.xn--bcher-kva.example/a%20b", "http://a.example/");
        assertThat(wanted.pages().crawl()).isEqualTo(40);
        assertThat(wanted.key()).contains(key);
        AuditOrder order = wanted.order(wanted.pages().named());
        assertThat(order.phases()).containsOnly(AuditPhase.LOAD, AuditPhase.CONSENT, AuditPhase.WITHDRAW);
        assertThat(order.options().firstParty()).containsExactly("*.a.example", "b.example");
        assertThat(order.options().width()).isEqualTo(390);
        assertThat(order.options().gpc()).isTrue();
        assertThat(order.options().javaScript()).isFalse();
        assertThat(order.trusted()).containsExactly(new TrustedHost("karten.example", "Vertrag vom 1. März"));
        assertThat(order.file().language()).isEqualTo(Locale.ENGLISH);
        assertThat(order.file().fileNumber()).isEqualTo("Az. 17");
        assertThat(order.file().selection()).isEqualTo("Pages named and pages their links lead to, 40 in all at most");
    }

    @Test
    void theEmptyFormNeedsNoMoreThanAnAddress() {
        Fields empty = OrderForm.empty(Locale.GERMAN);
        assertThat(OrderForm.read(empty).mistakes()).containsExactly(Mistake.of("addresses", "wrong.no.address"));
        List<String> said = new ArrayList<>(List.of("addresses", "https://a.example/"));
        empty.values().forEach((name, values) -> values.forEach(value -> said.addAll(List.of(name, value))));
        Wanted wanted = read(said.toArray(String[]::new)).wanted().orElseThrow();
        assertThat(wanted.phases()).containsExactlyInAnyOrderElementsOf(OrderForm.OPTIONAL);
        assertThat(wanted.pages().crawl()).isZero();
        assertThat(wanted.scripts()).isTrue();
        assertThat(wanted.order(List.of("https://a.example/")).options().width())
                .isEqualTo(1280);
    }

    @Test
    void onlyBrowsersThatAreHereAreAskedForASecondOpinion() {
        Wanted wanted = read("addresses", "http://a.example/", "opinions", "firefox")
                .wanted()
                .orElseThrow();
        assertThat(wanted.order(List.of("http://a.example/")).opinions())
                .isEqualTo(SecondBrowsers.installed().stream()
                        .filter(SecondBrowser.FIREFOX::equals)
                        .toList());
    }

    @Test
    void aSitemapNeedsNoOtherAddress() {
        Wanted wanted = read("choice", "sitemap", "sitemap", "https://a.example/sitemap.xml", "links", "nonsense")
                .wanted()
                .orElseThrow();
        assertThat(wanted.pages().sitemap()).contains("https://a.example/sitemap.xml");
        assertThat(wanted.file().selection()).isEqualTo("Seiten der Sitemap https://a.example/sitemap.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "addresses, stadt.example, wrong.address",
        "addresses, file:///etc/passwd, wrong.address",
        "addresses, javascript:alert(1), wrong.address",
        "addresses, ftp://a.example/, wrong.address",
        "addresses, chrome://settings, wrong.address",
        "own, http://x/y, wrong.host",
        "own, a b, wrong.host",
        "trusted, karten.example, wrong.reason",
        "trusted, http://x Grund, wrong.host",
        "key, /nirgends/key.pem, wrong.key",
        "key, '\0', wrong.key",
    })
    void whatCannotBeRightIsNamed(String field, String value, String key) {
        OrderForm form = read("addresses", field.equals("addresses") ? value : "http://a.example/", field, value);
        assertThat(form.wanted()).isEmpty();
        assertThat(form.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.field()).isEqualTo(field);
            assertThat(mistake.key()).isEqualTo(key);
        });
    }

    @Test
    void numbersAndLengthsAreBounded() {
        for (String most : List.of("", "0", "-1", "5001", "99999999999", "x")) {
            assertThat(read("addresses", "http://a.example/", "choice", "links", "links", most)
                            .mistakes())
                    .as(most)
                    .extracting(Mistake::key)
                    .containsExactly("wrong.links");
        }
        assertThat(read("addresses", "http://a.example/", "occasion", "x".repeat(301))
                        .mistakes())
                .extracting(Mistake::key)
                .containsExactly("wrong.long");
        assertThat(read("addresses", "http://a.example/", "choice", "sitemap").mistakes())
                .extracting(Mistake::key)
                .containsExactly("wrong.sitemap");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= 5_000; i++) {
            many.append("http://a.example/").append(i).append('\n');
        }
        assertThat(read("addresses", many.toString()).mistakes())
                .extracting(Mistake::key)
                .containsExactly("wrong.many.addresses");
    }

    private static OrderForm read(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return OrderForm.read(Fields.parse(form.toString()));
    }
}
