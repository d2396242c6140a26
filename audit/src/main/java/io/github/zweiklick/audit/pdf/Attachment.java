package io.github.zweiklick.audit.pdf;

import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.result.AuditResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The audit for programs as a file in the document, told to be what the report was made from (ISO 19005-3, 6.8, annex E). */
final class Attachment {
    private Attachment() {}

    static void add(PDDocument pdf, AuditResult result, String about) throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(pdf);
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(content.createOutputStream(COSName.FLATE_DECODE), StandardCharsets.UTF_8))) {
            JsonReport.write(result, out);
        }
        content.setSubtype("application/json");
        content.setModDate(GregorianCalendar.from(result.ended().atZone(ZoneOffset.UTC)));
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(JsonReport.FILE);
        file.setFileUnicode(JsonReport.FILE);
        file.setFileDescription(about);
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        file.getCOSObject().setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Source"));
        PDEmbeddedFilesNameTreeNode names = new PDEmbeddedFilesNameTreeNode();
        names.setNames(Map.of(JsonReport.FILE, file));
        PDDocumentNameDictionary catalog = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        catalog.setEmbeddedFiles(names);
        pdf.getDocumentCatalog().setNames(catalog);
        COSArray associated = new COSArray();
        associated.add(file);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }
}
