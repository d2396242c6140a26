package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What stands in the report, and that it is a sound document. */
final class HtmlReportTest {
    private static final Locale DE = Locale.GERMAN;
    private static final Locale EN = Locale.ENGLISH;

    static Stream<AuditResult> audits() {
        return Stream.of(DE, EN)
                .flatMap(language -> Stream.of(
                        ReportSamples.everything(language),
                        ReportSamples.clean(language),
                        ReportSamples.failed(language),
                        nothing(language)));
    }

    private static AuditResult nothing(Locale language) {
        return ReportSamples.result(language, List.of(), Optional.of("stopped"), List.of(), List.of());
    }

    @ParameterizedTest
    @MethodSource("audits")
    void loadsNothingAndLeadsNowhereElse(AuditResult audit) throws Exception {
        ReportDocument report = ReportDocument.of(audit);
        Set<String> ids = new HashSet<>();
        assertThat(report.attributes("id")).allMatch(ids::add, "is there once");
        assertThat(report.attributes("href")).isNotEmpty().allMatch(link -> ids.contains(link.substring(1)));
        assertThat(report.attributes("src")).allMatch(source -> source.startsWith("data:image/jpeg;base64,"));
        assertThat(report.elements("script").toList()).isEmpty();
        assertThat(report.attributeNames()).noneMatch(name -> name.startsWith("on") || name.equals("style"));
        assertThat(report.attributes("aria-labelledby")).allMatch(names -> ids.containsAll(List.of(names.split(" "))));
        assertThat(report.source()).matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @MethodSource("audits")
    void permitsItselfNothingButItsStyle(AuditResult audit) throws Exception {
        ReportDocument report = ReportDocument.of(audit);
        String style = report.elements("style").findFirst().orElseThrow().getTextContent();
        assertThat(report.attributes("content"))
                .contains("default-src 'none'; style-src 'sha256-" + new Stylesheet(style).hash()
                        + "'; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(style).doesNotContain("url(", "@import", "{{", "<");
    }

    @ParameterizedTest
    @MethodSource("audits")
    void canBeReadByEveryone(AuditResult audit) throws Exception {
        ReportDocument report = ReportDocument.of(audit);
        String language = audit.file().language().getLanguage();
        assertThat(report.document().getDocumentElement().getAttribute("lang")).isEqualTo(language);
        assertThat(report.elements("title").findFirst().map(Element::getTextContent))
                .hasValueSatisfying(title -> assertThat(title).contains("2026"));
        assertThat(report.elements("main").toList()).hasSize(1);
        assertThat(report.elements("h1").toList()).hasSize(1);
        assertThat(report.elements("th")).allMatch(head -> head.hasAttribute("scope"));
        assertThat(report.elements("table"))
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        assertThat(report.elements("img"))
                .allMatch(image -> !image.getAttribute("alt").isBlank());
        int level = 1;
        for (Element heading : report.elements("*")
                .filter(one -> one.getTagName().matches("h[1-6]"))
                .toList()) {
            int next = heading.getTagName().charAt(1) - '0';
            assertThat(next).as(ReportDocument.words(heading)).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @Test
    void whatWasFoundStandsFirst() throws Exception {
        ReportDocument report = ReportDocument.of(ReportSamples.everything(DE));
        assertThat(report.verdict())
                .containsExactly(
                        "Im Prüfumfang wurde ohne Einwilligung Kontakt zu 7 fremden Hosts festgestellt.",
                        "Im Prüfumfang wurde nach dem Widerruf Kontakt zu 1 fremden Host festgestellt.");
        assertThat(report.text("verdict"))
                .contains(
                        "Die Prüfung wurde vorzeitig beendet. Grund: the time allowed was over",
                        "Die Prüfung ist unvollständig: 2 von 4 Seiten wurden geprüft.",
                        "Außerdem gibt es 14 weitere Feststellungen (Abschnitt 4).",
                        "Einiges konnte nicht beobachtet werden",
                        "Prüfumfang: 2 Seiten. Schritte: Laden, Benutzen, Einwilligen, Widerrufen, Verlassen. Browser:"
                                + " chrome 156.0.8078.108. Zeit: 29.11.2026, 10:15:00 bis 29.11.2026, 10:19:00.");
        assertThat(report.rows("Ohne Einwilligung zugelassene Hosts"))
                .contains(
                        "karten.landkreis.example | Kartendienst des Kreises, Vertrag von 2024 | ja, Seite 1",
                        "*.cdn.example |  | nein");
        assertThat(report.rows("Als eigene Hosts der Website behandelt"))
                .contains("*.musterstadt.example | ja, Seite 1, Seite 2");
    }

    @Test
    void aCleanAuditClaimsNoMoreThanWasTested() throws Exception {
        ReportDocument german = ReportDocument.of(ReportSamples.clean(DE));
        assertThat(german.verdict()).containsExactly("Im Prüfumfang kein Kontakt ohne Einwilligung festgestellt.");
        assertThat(german.rows("Die Prüfung in Zahlen"))
                .contains("Fremde Hosts, zu denen nach dem Widerruf Kontakt bestand | nicht geprüft");
        assertThat(german.rows("Wonach gesucht wurde"))
                .contains(
                        "Kontakt ohne Einwilligung | 0 | 1, 2",
                        "Host, der für den Dienst nicht angegeben ist | nicht geprüft | 6, 7");
        assertThat(german.rows("Schritte der Prüfung auf jeder Seite"))
                .anyMatch(row -> row.startsWith("Einwilligen |") && row.endsWith("| nicht vorgesehen"));
        assertThat(german.document().getDocumentElement().getTextContent())
                .doesNotContainIgnoringCase("rechtskonform", "datenschutzkonform", "unbedenklich");
        assertThat(ReportDocument.of(ReportSamples.clean(EN)).verdict())
                .containsExactly("Within the scope of this audit, no contact without consent was found.");
    }

    @Test
    void whatWasAdmittedBeforehandIsNotPassedOver() throws Exception {
        SamplePage page = new SamplePage(ReportSamples.SITE + "/", 200);
        page.step(Phase.LOAD, "", 1);
        page.socket("karten.landkreis.example", 0.5);
        assertThat(ReportDocument.of(one(page.result())).verdict())
                .containsExactly(
                        "Im Prüfumfang kein Kontakt ohne Einwilligung festgestellt, außer zu Hosts, die für diese"
                                + " Prüfung als zulässig vorgegeben waren (siehe unten).");
    }

    @Test
    void wherePagesCouldNotBeTestedNothingIsClaimed() throws Exception {
        ReportDocument failed = ReportDocument.of(ReportSamples.failed(DE));
        assertThat(failed.verdict()).containsExactly("Konnte nicht geprüft werden.");
        assertThat(failed.text("scope")).contains("nicht oder nicht bis zum Ende geprüft: net::ERR_CONNECTION_REFUSED");
        assertThat(failed.text("hosts")).contains("Konnte nicht geprüft werden.");
        assertThat(failed.text("page-1")).doesNotContain("kein Kontakt");
        assertThat(failed.rows("Wonach gesucht wurde")).contains("Kontakt ohne Einwilligung | nicht geprüft | 1, 2");
        assertThat(ReportDocument.of(nothing(EN)).verdict()).containsExactly("Could not test.");
    }

    /** What a page did before it broke off is evidence all the same. */
    @Test
    void contactsOfAPageThatBrokeOffCount() throws Exception {
        SamplePage page = new SamplePage(ReportSamples.SITE + "/", 200).failed("the browser crashed");
        Step load = page.step(Phase.LOAD, "", 1);
        page.socket("zaehler.example", 0.5).found(Observation.Kind.CONTACT, load, "zaehler.example");
        ReportDocument report = ReportDocument.of(one(page.result()));
        assertThat(report.verdict())
                .containsExactly("Im Prüfumfang wurde ohne Einwilligung Kontakt zu 1 fremden Host festgestellt.");
        assertThat(report.text("verdict")).contains("0 von 1 Seiten wurden geprüft");
    }

    @Test
    void aBrowserNobodyWatchedProvesNothing() throws Exception {
        SamplePage page = new SamplePage(ReportSamples.SITE + "/", 200).gap(Untested.Kind.EVERYTHING);
        page.step(Phase.LOAD, "", 1);
        assertThat(ReportDocument.of(one(page.result())).verdict()).containsExactly("Konnte nicht geprüft werden.");
    }

    @Test
    void eachContactIsToldWithWhatWentAlongAndWhatCausedIt() throws Exception {
        ReportDocument report = ReportDocument.of(ReportSamples.everything(DE));
        assertThat(report.rows("Fremde Hosts auf Seite 1"))
                .contains(
                        "www.youtube.com Google Ireland Ltd (YouTube), Irland | Laden | 0,4 s | DNS | 0 | 0 / 0 | 1, 2",
                        "zaehler.example nicht im Katalog | Laden | 1,6 s | DNS, Verbindung, Anfrage | 2 | 1.466 / 86 | 1, 2, 17",
                        "karten.landkreis.example nicht im Katalog | Laden | 1,2 s | DNS, Verbindung, Anfrage | 1 | 410 / 9.014"
                                + " | zugelassen",
                        "play.google.com nicht im Katalog | Einwilligung (YouTube) | 17,0 s | DNS, Verbindung, Anfrage | 1 |"
                                + " 2.210 / 131 | 6, 7");
        assertThat(report.rows("Was auf Seite 1 an fremde Hosts mitging und was den Kontakt auslöste"))
                .contains(
                        "zaehler.example | https://www.musterstadt.example/?id=***&name=*** | sitzung, uid | seite, uid |"
                                + " Element, das den Host nennt: <img src=\"https://zaehler.example/p?uid=***\" width=\"1\""
                                + " height=\"1\">",
                        "connect.facebook.net | – | – | – | Skript: https://www.musterstadt.example/js/seite.js:120;"
                                + " aufgerufen aus laden https://www.musterstadt.example/js/seite.js:120, onload"
                                + " https://www.musterstadt.example/js/seite.js:12");
        assertThat(report.text("timeline-1-desc")).contains("10 Hosts, 7 Schritte");
    }

    @Test
    void storageIsComparedStepByStep() throws Exception {
        assertThat(ReportDocument.of(ReportSamples.everything(DE))
                        .rows("Gespeichertes auf Seite 1, am Ende jedes Schritts verglichen mit dem Stand davor"))
                .contains(
                        "1 Laden | nichts | Cookie uid von .zaehler.example, bis 28.11.2028"
                                + "Cookie besuch von www.musterstadt.example, bis der Browser schließt"
                                + "Local Storage zuletzt | – | Cookie probe von zaehler.example | 3 Einträge",
                        "2 Scrollen | 3 Einträge | – | – | – | 3 Einträge");
    }

    @Test
    void whatWasFoundIsExplainedAndLeavesRoomForTheOfficer() throws Exception {
        ReportDocument report = ReportDocument.of(ReportSamples.everything(DE));
        assertThat(report.text("finding-1"))
                .contains("F1 Kontakt ohne Einwilligung", "Zu bewerten: Ist der Kontakt", "1 (§ 25 Abs. 1 TDDDG)");
        assertThat(report.rows("F1 Kontakt ohne Einwilligung"))
                .contains("F1.1 | www.youtube.com auch in Firefox | Laden | Seite 1 | DNS")
                .anyMatch(row -> row.contains("<script src=\"https://zaehler.example/x?uid=***\">"));
        assertThat(report.rows("Bewertung zu F1 (von der prüfenden Stelle auszufüllen)"))
                .containsExactly("Bewertung | ", "Maßnahme | ", "Verantwortlich | ", "Frist | ");
        assertThat(report.text("closing")).contains("Name, Unterschrift", "Ort, Datum");
        assertThat(report.text("versions")).contains("manifest.json");
        Arrays.stream(Observation.Kind.values())
                .forEach(kind -> assertThat(report.text("findings"))
                        .contains(Words.texts("de").get(Words.key("kind", kind) + ".about")));
    }

    @Test
    void screenshotsBeforeAndAfterConsentAreInTheFile() throws Exception {
        ReportDocument report = ReportDocument.of(ReportSamples.everything(EN));
        assertThat(report.elements("figcaption").map(ReportDocument::words))
                .contains(
                        "Figure 2: Window at the end of the step “Load”, before any consent",
                        "Figure 3: Window at the end of the step “Consent (YouTube)”, after a consent");
        assertThat(report.elements("img").map(image -> image.getAttribute("width")))
                .containsOnly("800");
    }

    @Test
    void whatMayBeAboutAPersonIsMasked() throws Exception {
        for (Locale language : List.of(DE, EN)) {
            assertThat(ReportDocument.of(ReportSamples.everything(language)).source())
                    .doesNotContain("ERIKA", "geheim");
        }
        assertThat(ReportDocument.of(ExtremeAudits.hostile()).source()).doesNotContain(ExtremeAudits.SECRETS);
    }

    /** Nothing is dropped without a word. */
    @Test
    void hundredsAreCounted() throws Exception {
        SamplePage page = new SamplePage(ReportSamples.SITE + "/", 200);
        Step load = page.step(Phase.LOAD, "", 100);
        for (int i = 0; i < 300; i++) {
            String host = "h" + i + ".example";
            page.request(host, "https://" + host + "/x?n" + i + "=1", i / 10.0, 10, 10)
                    .found(Observation.Kind.CONTACT, load, host);
            for (int j = 0; j < 3; j++) {
                page.request(host, "https://h.example/", i / 10.0, 10, 10);
            }
        }
        ReportDocument report = ReportDocument.of(one(page.result()));
        assertThat(report.verdict()).first().asString().contains("300 fremden Hosts");
        assertThat(report.rows("Fremde Hosts auf Seite 1"))
                .hasSize(202)
                .last()
                .asString()
                .startsWith("und weitere: h200.example, ")
                .contains("und 80 weitere Einträge", "zusammen 400 Anfragen", "audit.json");
        assertThat(report.rows("F1 Kontakt ohne Einwilligung"))
                .last()
                .asString()
                .startsWith("und 100 weitere Einträge.");
        assertThat(report.rows("Fremde Hosts aller Seiten")).hasSize(301);
        assertThat(report.text("timeline-1-title")).isNotEmpty();
    }

    /** What lays out pages holds them all in memory. */
    @Test
    void onPaperItIsBounded() throws Exception {
        List<PageResult> many = Collections.nCopies(1_200, ReportSamples.leaking());
        ReportDocument report = ReportDocument.onPaper(
                ReportSamples.result(DE, List.of(AuditPhase.values()), Optional.empty(), many, List.of()));
        assertThat(report.elements("*").count()).isBetween(25_000L, 45_000L);
        assertThat(report.text("page-1")).contains("Bildschirmfotos").doesNotContain("steht hier nicht alles");
        assertThat(report.text("page-1000"))
                .startsWith("Seite 1.000: Musterstadt: Aktuelles aus dem Rathaus")
                .contains("ohne Einwilligung 7 Hosts kontaktiert", "Was gesehen wurde, steht ganz in report.html");
        assertThat(report.text("pages"))
                .contains("200 weitere Seiten wurden geöffnet.")
                .doesNotContain("Seite 1.001");
        assertThat(report.rows("Die Seiten der Prüfung")).last().asString().startsWith("und 200 weitere Einträge");
    }

    @Test
    void onPaperItSaysWhatIsAttachedAndWhichCharactersAreMissing() throws Exception {
        for (AuditResult audit : audits().toList()) {
            ReportDocument report = ReportDocument.onPaper(audit);
            assertThat(report.text("versions")).contains("PDF/A-3", "audit.json");
            assertThat(report.text(HtmlReport.MISSING_CHARACTERS)).contains("Unicode");
            assertThat(report.elements("style").findFirst().orElseThrow().getTextContent())
                    .contains("counter(page)", "counter(pages)")
                    .doesNotContain("{{");
        }
        assertThat(ReportDocument.of(ReportSamples.clean(DE)).source()).doesNotContain("PDF/A");
    }

    @Test
    void theFirstPageSaysWhatWasFoundAndWhatWasNotTested() throws Exception {
        assertThat(ReportDocument.of(ReportSamples.everything(DE)).text("verdict"))
                .contains(
                        "F1 Kontakt ohne Einwilligung: 7",
                        "1 Seite nicht oder nicht bis zum Ende geprüft",
                        "1 Seite nicht besucht",
                        "und 13 weitere Einträge",
                        "Grenzen des Verfahrens");
        assertThat(ReportDocument.of(ReportSamples.clean(EN)).text("verdict"))
                .contains("None. What was looked for stands in section 4.", "Consent: not intended");
        assertThat(ReportDocument.of(ReportSamples.failed(DE)).text("verdict"))
                .contains("Laden: vorgesehen, aber auf keiner Seite ausgeführt")
                .doesNotContain("Keine. Wonach gesucht wurde");
    }

    @Test
    void whoeverWritesIsToldOfFailures() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no room");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> HtmlReport.write(ReportSamples.clean(DE), full))
                .isInstanceOf(IOException.class)
                .hasMessage("no room");
    }

    private static AuditResult one(PageResult page) {
        return ReportSamples.result(DE, List.of(AuditPhase.LOAD), Optional.empty(), List.of(page), List.of());
    }
}
