package io.github.zweiklick.audit.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.report.ExtremeAudits;
import io.github.zweiklick.audit.report.HtmlReport;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.report.ReportSamples;
import io.github.zweiklick.audit.result.AuditResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The PDF that is filed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PdfReportTest {
    private static final float MM = 25.4f / 72;

    private final AuditResult everything = ReportSamples.everything(Locale.GERMAN);
    private PDDocument pdf;

    @BeforeAll
    void layOut() throws IOException {
        pdf = Loader.loadPDF(bytes(everything));
    }

    @AfterAll
    void close() throws IOException {
        pdf.close();
    }

    static Stream<AuditResult> audits() {
        return Stream.concat(possibleAudits(), Stream.of(ExtremeAudits.hostile()));
    }

    /** Without the one in which a page sent more bytes than there are. */
    static Stream<AuditResult> possibleAudits() {
        return Stream.of(
                ReportSamples.everything(Locale.GERMAN),
                ReportSamples.clean(Locale.ENGLISH),
                ReportSamples.failed(Locale.GERMAN),
                ReportSamples.scripts(Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void itIsPdfA3AndPdfUa(AuditResult audit) throws IOException {
        assertThat(Conformance.violations(bytes(audit))).isEmpty();
    }

    /** Else the test above would prove little. */
    @Test
    void theValidatorFindsWhatIsMissing() throws IOException {
        try (PDDocument broken = Loader.loadPDF(bytes(ReportSamples.failed(Locale.GERMAN)))) {
            Tags.of(broken).named("TH").forEach(head -> head.getCOSObject().removeItem(COSName.A));
            broken.getDocumentCatalog().setOutputIntents(List.of());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            broken.save(out);
            assertThat(Conformance.violations(out.toByteArray()))
                    .anyMatch(violation -> violation.startsWith("3a "))
                    .anyMatch(violation -> violation.startsWith("ua1 "));
        }
    }

    @Test
    void readAloudItSaysAllThatTheHtmlReportSays() throws IOException {
        String text = squeezed(Tags.of(pdf).text());
        StringBuilder html = new StringBuilder();
        HtmlReport.write(everything, html);
        List<String> said = new ArrayList<>();
        blocks(Paper.of(html.toString()).document().getDocumentElement(), said);
        assertThat(said).hasSizeGreaterThan(500);
        assertThat(said.stream().filter(block -> !text.contains(squeezed(block))))
                .isEmpty();
    }

    /** Texts of elements that hold no other blocks. */
    private static void blocks(Node node, List<String> texts) {
        NodeList below = node instanceof Element element ? element.getElementsByTagName("*") : null;
        boolean isBlock = node.getNodeName().matches("p|li|td|th|h[1-4]|caption|figcaption");
        boolean hasBlocks = below != null
                && IntStream.range(0, below.getLength())
                        .anyMatch(i -> below.item(i).getNodeName().matches("p|li|span|ul|table"));
        if (isBlock && !hasBlocks) {
            texts.add(node.getTextContent());
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            blocks(child, texts);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    @Test
    void theAuditForProgramsIsAttachedAsTheReportsSource() throws IOException {
        Map<String, PDComplexFileSpecification> files =
                pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
        assertThat(files).containsOnlyKeys(JsonReport.FILE);
        PDComplexFileSpecification file = Objects.requireNonNull(files.get(JsonReport.FILE));
        StringWriter json = new StringWriter();
        JsonReport.write(everything, json);
        assertThat(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(json.toString());
        assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/json");
        assertThat(file.getEmbeddedFile().getModDate().toInstant()).isEqualTo(everything.ended());
        assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Source");
        assertThat(((COSArray) pdf.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.AF)).getObject(0))
                .isEqualTo(file.getCOSObject());
    }

    @Test
    void itsPropertiesSayWhatItIs() {
        PDDocumentInformation about = pdf.getDocumentInformation();
        assertThat(about.getTitle()).isEqualTo("Prüfbericht www.musterstadt.example, 29.11.2026");
        assertThat(about.getSubject()).startsWith("Kontakte von Seiten der Website www.musterstadt.example");
        assertThat(about.getAuthor()).isEqualTo("E. Beispiel");
        assertThat(about.getProducer()).startsWith("Zweiklick audit 0.1.0");
        assertThat(about.getMetadataKeys())
                .containsExactlyInAnyOrder("Title", "Subject", "Author", "Producer", "CreationDate");
        assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
    }

    @Test
    void sectionsArePlacesToGoTo() {
        PDOutlineNode outline = pdf.getDocumentCatalog().getDocumentOutline();
        List<PDOutlineItem> sections = new ArrayList<>();
        outline.children().forEach(sections::add);
        assertThat(sections.stream().map(PDOutlineItem::getTitle))
                .startsWith("1 Ergebnis", "2 Angaben zur Prüfung")
                .endsWith("Anhang D: Versionen und Prüfsummen");
        assertThat(sections.stream()
                        .filter(section -> section.getTitle().equals("6 Die Seiten im Einzelnen"))
                        .flatMap(section -> {
                            List<String> pages = new ArrayList<>();
                            section.children().forEach(page -> pages.add(page.getTitle()));
                            return pages.stream();
                        }))
                .containsExactly("Seite 1: Musterstadt: Aktuelles aus dem Rathaus", "Seite 2: Rathaus", "Seite\u00a03");
    }

    @Test
    void eachSheetSaysWhereItBelongs() throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(2);
        reader.setEndPage(2);
        assertThat(reader.getText(pdf))
                .contains(
                        "Prüfbericht www.musterstadt.example, 29.11.2026 · Az. DSB 4711/26-3",
                        "Seite 2 von " + pdf.getNumberOfPages());
    }

    @Test
    void readersAloudAreToldWhatIsWhat() throws IOException {
        Tags tags = Tags.of(pdf);
        assertThat(tags.named("Table")).hasSizeGreaterThan(20).allSatisfy(table -> {
            List<String> parts =
                    Tags.parts(table).map(part -> part.getStructureType()).toList();
            assertThat(parts).startsWith("Caption").endsWith("TBody");
            assertThat(parts).containsAnyOf("THead", "TBody").doesNotContain("TFoot");
        });
        assertThat(tags.named("Caption"))
                .allSatisfy(caption -> assertThat(caption.getParent())
                        .extracting("structureType")
                        .isEqualTo("Table"));
        assertThat(tags.named("Figure"))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        figure -> assertThat(figure.getAlternateDescription()).isNotBlank());
        assertThat(tags.named("Figure").map(figure -> figure.getAlternateDescription()))
                .anyMatch(words -> words.contains("10 Hosts, 7 Schritte"));
        assertThat(tags.named("H[1-4]")).hasSizeGreaterThan(30);
        assertThat(tags.named("Span").map(span -> span.getLanguage())).contains("en");
    }

    @Test
    void allScriptsAreShownOrSaidToBeMissing() throws IOException {
        try (PDDocument scripts = Loader.loadPDF(bytes(ReportSamples.scripts(Locale.GERMAN)))) {
            assertThat(text(scripts))
                    .contains(
                            "İstanbul'da ğüşöç Iı – Çok güzel",
                            "Новости города · Νέα της πόλης",
                            "[U+4E2D][U+6587] [U+E000] Begriffe")
                    .containsPattern(
                            "Unicode-Nummer ersetzt, etwa\\s+\\[U\\+4E2D]:\\s+\\[U\\+4E2D]\\s\\[U\\+6587]\\s\\[U\\+E000]");
            // The extractor puts letters that were set from right to left, and joined, back as they are read.
            assertThat(text(scripts)).contains("أخبار المدينة", "(2026)", "سلام");
        }
        assertThat(text(pdf)).doesNotContain("Unicode-Nummer");
    }

    /** Words without an end are broken; nothing is printed where the sheet ends. */
    @ParameterizedTest
    @MethodSource("possibleAudits")
    void nothingIsCutOff(AuditResult audit) throws IOException {
        float right = 210 - 14;
        List<String> beyond = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(bytes(audit))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if ((text.getXDirAdj() + text.getWidthDirAdj()) * MM > right) {
                        beyond.add(getCurrentPageNo() + ": " + text.getUnicode());
                    }
                }
            }.getText(document);
        }
        assertThat(beyond).isEmpty();
    }

    @Test
    void whatMayBeAboutAPersonIsMasked() throws IOException {
        try (PDDocument hostile = Loader.loadPDF(bytes(ExtremeAudits.hostile()))) {
            assertThat(text(hostile)).doesNotContain(ExtremeAudits.SECRETS);
        }
        assertThat(text(pdf)).doesNotContain("ERIKA", "geheim");
    }

    @Test
    void whoeverWritesIsToldOfFailures() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no room");
            }
        };
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int one) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        AuditResult audit = ReportSamples.failed(Locale.GERMAN);
        assertThatThrownBy(() -> PdfReport.write(audit, full))
                .isInstanceOf(IOException.class)
                .hasMessage("no room");
        assertThatThrownBy(() -> PdfReport.write(audit, broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Java heap space");
    }

    private static byte[] bytes(AuditResult audit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(audit, out);
        return out.toByteArray();
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }
}
