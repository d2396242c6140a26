package io.github.zweiklick.audit.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.github.zweiklick.audit.report.HtmlReport;
import io.github.zweiklick.audit.result.AuditResult;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;

/**
 * What the HTML report says, as a PDF that is filed: accessible (PDF/UA-1), made to be kept (PDF/A-3a), with its fonts and
 * with the audit for programs attached. It is bounded as {@link HtmlReport#writeForPaper} says.
 */
public final class PdfReport {
    /** Usual name of the file. */
    public static final String FILE = "report.pdf";

    /** Bytes of the document kept in memory; the rest lies in a temporary file until it is written. */
    private static final long MEMORY = 64L << 20;

    private PdfReport() {}

    /**
     * Writes one document.
     *
     * @param out stays open
     * @throws IOException as {@code out} does, and when the document cannot be laid out, for want of memory for instance
     */
    public static void write(AuditResult result, OutputStream out) throws IOException {
        // It logs to everybody's console, and what matters of it are exceptions.
        XRLog.setLoggingEnabled(false);
        try (PDDocument pdf = new PDDocument(MemoryUsageSetting.setupMixed(MEMORY).streamCache)) {
            write(result, pdf, out);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            throw new IOException(
                    "the PDF could not be laid out (" + broken + "); the other files say the same", broken);
        }
    }

    private static void write(AuditResult result, PDDocument pdf, OutputStream out) throws IOException {
        StringBuilder html = new StringBuilder();
        HtmlReport.writeForPaper(result, html);
        Paper paper = Paper.of(html.toString());
        html.setLength(0);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
                .useUnicodeBidiReorderer(new RightToLeft())
                .useSVGDrawer(new TimelineDrawer())
                // In margins only: elsewhere stands the number of what is missing.
                .useReplacementText("\ufffd")
                .withProducer("Zweiklick audit " + result.setup().audit() + ", openhtmltopdf, Apache PDFBox")
                .withW3cDocument(paper.document(), null);
        try (Fonts fonts = new Fonts(pdf, builder)) {
            paper.prepare(result.file().examiner(), fonts::have);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                Structure.mend(pdf);
                Attachment.add(pdf, result, paper.title());
                pdf.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
                pdf.save(out);
            }
        }
    }
}
