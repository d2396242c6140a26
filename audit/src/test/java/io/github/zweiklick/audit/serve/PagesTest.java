package io.github.zweiklick.audit.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.Reports;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.Patience;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import io.github.zweiklick.audit.visit.AuditOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages say and do, told by their markup; how they look and work in a browser is told by ServeTest. */
final class PagesTest {
    private static final String EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final Instant OLD = Instant.parse("2026-10-01T10:00:00Z");
    private static final Instant NEW = Instant.parse("2026-11-29T10:00:00Z");
    private static final String PAGE = "https://www.beispielhausen.example/";

    private final Pretended auditor = new Pretended();

    @TempDir
    Path folder;

    private AuditPages pages;
    private String address = "";

    @BeforeEach
    void start() throws IOException {
        pages = AuditPages.start(0, folder, auditor, Clock.systemUTC());
        address = pages.address();
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void theLanguageIsTheBrowsersAndGermanOtherwise() throws IOException {
        assertThat(Answer.get(address).field("Location")).containsExactly(path() + "de/");
        assertThat(Answer.get(address, "Accept-Language: fr, en;q=0.5").field("Location"))
                .containsExactly(path() + "en/");
        Document german = html(Answer.get(address + "de/audits"));
        assertThat(german.expectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(german.expectFirst("a.language").attr("href")).isEqualTo(path() + "en/audits");
        assertThat(html(Answer.get(address + "en/audits")).expectFirst("h1").text())
                .isEqualTo("Audits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void theFormTellsWhatIsWrongWhereItIsAndKeepsWhatWasEntered(String language) throws IOException {
        Answer answer = Answer.post(
                address + language + "/audits",
                form(
                        "addresses",
                        "https://gut.example/\n" + EVIL,
                        "own",
                        EVIL,
                        "occasion",
                        EVIL,
                        "choice",
                        "links",
                        "links",
                        "viele",
                        "window",
                        "phone",
                        "phases",
                        "leave",
                        "gpc",
                        "on"));
        assertThat(answer.status()).isEqualTo(422);
        Document page = html(answer);
        assertThat(page.title()).startsWith(language.equals("de") ? "Fehler: " : "Error: ");
        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.select("#problems a").eachAttr("href")).containsExactly("#addresses", "#links", "#own");
        assertThat(page.expectFirst("#problems").hasAttr("autofocus")).isTrue();
        for (String field : List.of("addresses", "links", "own")) {
            assertThat(page.expectFirst("#" + field).attr("aria-invalid")).isEqualTo("true");
            for (String id :
                    page.expectFirst("#" + field).attr("aria-describedby").split(" ")) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        assertThat(page.expectFirst("#addresses").wholeText()).contains("https://gut.example/", EVIL);
        assertThat(page.expectFirst("#occasion").val()).isEqualTo(EVIL);
        assertThat(page.expectFirst("#links").val()).isEqualTo("viele");
        assertThat(page.select("input[checked]").eachAttr("id"))
                .containsExactly("choice-links", "phases-leave", "window-phone", "gpc");
        assertThat(auditor.orders).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyFieldHasALabelAndAHint(String language) throws IOException {
        Document page = html(Answer.get(address + language + "/"));
        page.select("textarea, input").forEach(field -> {
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as(field.id())
                    .hasSize(1);
            if (!field.attr("aria-describedby").isEmpty()) {
                assertThat(page.expectFirst("#" + field.attr("aria-describedby"))
                                .text())
                        .as(field.id())
                        .isNotBlank();
            }
        });
        assertThat(page.select("textarea, input[type=text]")).allMatch(field -> field.hasAttr("aria-describedby"));
        assertThat(page.select("*").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void whatIsMissingIsSaidBeforeAnybodyWrites() throws IOException {
        auditor.lacks("Chromium is missing");
        assertThat(html(Answer.get(address + "de/")).select(".note [lang=en]").text())
                .isEqualTo("Chromium is missing");
        assertThat(Answer.post(address + "de/audits", form("addresses", PAGE)).status())
                .isEqualTo(422);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAuditIsFollowedToItsReport() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        auditor.next((order, report, watch) -> {
            watch.begun(List.of(), 2, () -> {});
            watch.page(
                    Reports.page(PAGE, "fremd.example", "andere.example"),
                    1,
                    2,
                    java.util.Optional.of(Duration.ofMinutes(3)));
            begun.countDown();
            await(go);
            Reports.write(report, Reports.audit(NEW, Reports.page(PAGE, "fremd.example", "andere.example")));
        });
        String audit = order(PAGE);
        await(begun);
        Answer running = Answer.get(audit);
        assertThat(running.field("Content-Security-Policy").get(0)).endsWith("; connect-src 'self'");
        Document page = html(running);
        assertThat(page.select("[role=status]").text()).isEqualTo("1 von 2 Seiten sind geprüft.");
        assertThat(page.select("[data-live=left]").text()).isEqualTo("etwa 3 Minuten");
        assertThat(page.expectFirst("progress").attr("value")).isEqualTo("1");
        assertThat(page.select("[data-hosts] code").eachText()).containsExactly("andere.example", "fremd.example");
        assertThat(page.select("meta[http-equiv]")).isEmpty();
        assertThat(page.select("[data-without-script] a").attr("href")).isEqualTo(audit.substring(origin().length()));

        JsonNode told =
                JsonMapper.shared().readTree(Answer.get(audit + "/progress").body());
        assertThat(told.at("/state").asString()).isEqualTo("RUNNING");
        assertThat(told.at("/texts/contacts").asString()).isEqualTo("2 fremde Hosts");
        assertThat(html(Answer.get(address + "de/audits"))
                        .select(".audits .state")
                        .text())
                .isEqualTo("Läuft gerade.");
        assertThat(Answer.post(audit + "/delete", "").status()).isEqualTo(409);

        go.countDown();
        settle(audit);
        Document done = html(Answer.get(audit));
        assertThat(done.select(".sentence").text()).contains("2 fremden Hosts festgestellt");
        assertThat(done.select(".files a").eachText()).containsExactly("report.html", "audit.json", "manifest.json");
        assertThat(html(Answer.get(audit + "/verify")).select(".sentence").text())
                .startsWith("Unverändert: 2 Dateien");
        assertThat(JsonMapper.shared()
                        .readTree(Answer.get(audit + "/progress").body())
                        .at("/state")
                        .asString())
                .isEqualTo("OVER");
    }

    @Test
    void reportsAreForeignTextInASandbox() throws IOException {
        Reports.write(folder.resolve("eins"), Reports.audit(NEW, Reports.page(PAGE)));
        Files.writeString(folder.resolve("eins").resolve("notiz.svg"), "<svg onload='alert(1)'/>");
        Answer report = Answer.get(address + "de/audits/eins/files/report.html");
        assertThat(report.field("Content-Type")).containsExactly("text/html; charset=utf-8");
        assertThat(report.field("Content-Security-Policy").get(0))
                .startsWith("sandbox; default-src 'none';")
                .doesNotContain("script", "allow", "'self'");
        assertThat(report.body()).contains("<!DOCTYPE html>");
        Answer json = Answer.get(address + "de/audits/eins/files/audit.json");
        assertThat(json.field("Content-Disposition")).containsExactly("attachment; filename=\"audit.json\"");
        Answer other = Answer.get(address + "de/audits/eins/files/notiz.svg");
        assertThat(other.field("Content-Type")).containsExactly("application/octet-stream");
        assertThat(other.field("Content-Disposition").get(0)).startsWith("attachment");
        for (String none : List.of("/files/", "/files/..", "/files/none.txt", "/files/manifest.json/x", "/x")) {
            assertThat(Answer.get(address + "de/audits/eins" + none).status())
                    .as(none)
                    .isIn(404, 200);
        }
        assertThat(Answer.get(address + "de/audits/eins/files/none.txt").status())
                .isEqualTo(404);
        assertThat(Answer.get(address + "de/audits/zwei").status()).isEqualTo(404);
    }

    @Test
    void whatIsNewSinceAnEarlierAuditIsTold() throws IOException {
        Reports.write(folder.resolve("alt"), Reports.audit(OLD, Reports.page(PAGE, "alt.example")));
        Reports.write(folder.resolve("neu"), Reports.audit(NEW, Reports.page(PAGE, "neu.example")));
        Reports.write(folder.resolve("fremd"), Reports.audit(OLD.minusSeconds(9), Reports.page("https://x.example/")));
        Document audit = html(Answer.get(address + "de/audits/neu"));
        assertThat(audit.select("#with option").eachAttr("value")).containsExactly("alt", "fremd");
        Document compared = html(Answer.get(address + "de/audits/neu/compare?with=alt"));
        assertThat(compared.expectFirst("h1").text()).startsWith("Neu seit ");
        assertThat(compared.select(".sentence").text()).isEqualTo("Neu: 1 Kontakt, 2 Feststellungen.");
        assertThat(compared.select("tbody tr").eachText())
                .containsExactly(
                        "neu.example ohne Einwilligung " + PAGE,
                        "cookie: neu.example Speicherung vor einer Einwilligung " + PAGE,
                        "alt.example ohne Einwilligung " + PAGE,
                        "cookie: alt.example Speicherung vor einer Einwilligung " + PAGE);
        assertThat(compared.expectFirst("a.language").attr("href"))
                .isEqualTo(path() + "en/audits/neu/compare?with=alt");
        assertThat(html(Answer.get(address + "en/audits/neu/compare?with=fremd"))
                        .select(".sentence")
                        .text())
                .isEqualTo("There is no page that both tested.");
        assertThat(Answer.get(address + "de/audits/neu/compare?with=..").status())
                .isEqualTo(404);
        assertThat(html(Answer.get(address + "de/audits"))
                        .select(".audits h2 a")
                        .eachAttr("href"))
                .containsExactly(path() + "de/audits/neu", path() + "de/audits/alt", path() + "de/audits/fremd");
    }

    @Test
    void whatWasCutOffGoesOnAndWhatWasAskedComesAgain() throws Exception {
        auditor.next((order, report, watch) -> UnfinishedAudit.begin(report, order, line -> {}, Clock.systemUTC())
                .close());
        String audit = order(PAGE, "number", EVIL);
        settle(audit);
        Document cut = html(Answer.get(audit));
        assertThat(cut.select(".note").text()).contains("0 von 1 Seiten sind geprüft");
        assertThat(html(Answer.get(address + "de/audits")).select(".state").text())
                .startsWith("Unterbrochen.");

        String id = audit.substring(audit.lastIndexOf('/') + 1);
        Document again = html(Answer.get(address + "de/?again=" + id));
        assertThat(again.expectFirst("#addresses").val().strip()).isEqualTo(PAGE);
        assertThat(again.expectFirst("#number").val()).isEqualTo(EVIL);
        assertThat(again.select("script")).isEmpty();

        CountDownLatch resumed = new CountDownLatch(1);
        auditor.next((order, report, watch) -> resumed.countDown());
        assertThat(Answer.post(audit + "/resume", "").status()).isEqualTo(303);
        await(resumed);
        settle(audit);
        assertThat(auditor.resumed).containsExactly(folder.resolve(id));

        assertThat(html(Answer.get(audit + "/delete")).select("button").text()).isEqualTo("Endgültig löschen");
        assertThat(Answer.post(audit + "/delete", "").field("Location")).containsExactly(path() + "de/audits");
        assertThat(folder).isEmptyDirectory();
    }

    /** As it is after the process ended: nothing but files is known. */
    @Test
    void whatAnEarlierProcessLeftIsShown() throws IOException {
        Path report = Files.createDirectories(folder.resolve("frueher"));
        AuditOrder order = new AuditOrder(
                List.of(PAGE, PAGE + "2"),
                Set.of(AuditPhase.LOAD),
                BrowserOptions.standard(),
                List.of(),
                List.of(),
                "",
                new CaseFile("", "", "", "", ZoneOffset.UTC, Locale.GERMAN),
                Duration.ofHours(1),
                1);
        try (UnfinishedAudit kept = UnfinishedAudit.begin(report, order, line -> {}, Clock.systemUTC())) {
            kept.keep(1, "chrome 1", Reports.page(PAGE));
        }
        Document page = html(Answer.get(address + "de/audits/frueher"));
        assertThat(page.select(".note").text()).contains("1 von 2 Seiten sind geprüft");
        assertThat(page.select("form[action$=/resume] button").text()).isEqualTo("Prüfung fortsetzen");
    }

    @Test
    void whatFailedSaysWhy() throws Exception {
        auditor.next((order, report, watch) -> {
            throw new IOException("https://a.example/sitemap.xml answered with status 404 <b>");
        });
        String audit = order(PAGE);
        settle(audit);
        Document page = html(Answer.get(audit));
        assertThat(page.select(".note.wrong").text())
                .isEqualTo("Kam zu keinem Bericht. https://a.example/sitemap.xml answered with status 404 <b>");
        assertThat(page.select(".actions a").eachAttr("href"))
                .containsExactly(
                        path() + "de/?again=" + audit.substring(audit.lastIndexOf('/') + 1),
                        audit.substring(origin().length()) + "/delete");
    }

    private String order(String addresses, String... more) throws IOException {
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "addresses";
        all[more.length + 1] = addresses;
        Answer answer = Answer.post(address + "de/audits", form(all));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return origin() + answer.field("Location").get(0);
    }

    /** Waits until an audit is over. */
    private static void settle(String audit) {
        assertThat(Patience.until(
                        Duration.ofMinutes(1), () -> body(audit + "/progress").contains("OVER")))
                .isTrue();
    }

    private static String body(String address) {
        try {
            return Answer.get(address).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String origin() {
        return address.substring(0, address.indexOf('/', 7));
    }

    private String path() {
        return address.substring(origin().length());
    }

    private static Document html(Answer answer) {
        return Jsoup.parse(answer.body());
    }

    private static String form(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
