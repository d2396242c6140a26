package io.github.zweiklick.audit.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/**
 * What readers aloud go by. The renderer leaves three things to be mended: captions stand behind their tables, while by ISO
 * 32000-1, 14.8.4.3.4 a caption is a part of its table; there are groups of rows without rows; and what heads a table's columns
 * is read once for each page that repeats it.
 */
final class Structure {
    private final PDDocument pdf;
    private final Map<COSDictionary, Set<Integer>> repeated = new HashMap<>();

    private Structure(PDDocument pdf) {
        this.pdf = pdf;
    }

    static void mend(PDDocument pdf) throws IOException {
        Structure structure = new Structure(pdf);
        structure.mend(pdf.getDocumentCatalog().getStructureTreeRoot());
        structure.passOver();
    }

    private void mend(PDStructureNode node) {
        List<PDStructureElement> parts = parts(node);
        for (int i = 0; i < parts.size(); i++) {
            PDStructureElement part = parts.get(i);
            if (is(part, "THead")) {
                onlyOnce(part);
            }
            mend(part);
            if (is(part, "Caption") && i > 0 && is(parts.get(i - 1), "Table")) {
                PDStructureElement table = parts.get(i - 1);
                node.removeKid(part);
                table.insertBefore(part, parts(table).get(0));
                part.setParent(table);
            } else if (is(node, "Table") && parts(part).isEmpty()) {
                node.removeKid(part);
            }
        }
    }

    private static boolean is(PDStructureNode node, String type) {
        return node instanceof PDStructureElement element && type.equals(element.getStructureType());
    }

    private static List<PDStructureElement> parts(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .toList();
    }

    /** What stands on another page than the element began on is a repetition: rows of heads are never broken. */
    private void onlyOnce(PDStructureElement element) {
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement part) {
                onlyOnce(part);
            } else if (kid instanceof PDMarkedContentReference reference) {
                element.removeKid(reference);
                repeated.computeIfAbsent(reference.getPage().getCOSObject(), page -> new HashSet<>())
                        .add(reference.getMCID());
            }
        }
    }

    /** Marks repetitions as artefacts, which nobody reads, and takes them out of the table of what belongs to which part. */
    private void passOver() throws IOException {
        Map<Integer, COSArray> parts = partsByPage();
        for (PDPage page : pdf.getPages()) {
            Set<Integer> contents = repeated.getOrDefault(page.getCOSObject(), Set.of());
            if (!contents.isEmpty()) {
                passOver(page, contents);
                COSArray ofPage = Objects.requireNonNull(parts.get(page.getStructParents()));
                contents.forEach(content -> ofPage.set(content, COSNull.NULL));
            }
        }
    }

    /** By the number that the page bears for it. */
    private Map<Integer, COSArray> partsByPage() {
        COSArray pairs = pdf.getDocumentCatalog()
                .getStructureTreeRoot()
                .getParentTree()
                .getCOSObject()
                .getCOSArray(COSName.NUMS);
        Map<Integer, COSArray> parts = new HashMap<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (pairs.getObject(i + 1) instanceof COSArray ofPage) {
                parts.put(pairs.getInt(i), ofPage);
            }
        }
        return parts;
    }

    private void passOver(PDPage page, Set<Integer> contents) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && contents.contains(number(page, tokens.get(i - 1)))) {
                COSDictionary pagination = new COSDictionary();
                pagination.setName(COSName.TYPE, "Pagination");
                tokens.set(i - 2, COSName.ARTIFACT);
                tokens.set(i - 1, pagination);
            }
        }
        PDStream stream = new PDStream(pdf);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(stream);
    }

    /** @param properties themselves, or what the page calls them */
    private static int number(PDPage page, Object properties) {
        return properties instanceof COSName name
                ? page.getResources().getProperties(name).getCOSObject().getInt(COSName.MCID)
                : properties instanceof COSDictionary direct ? direct.getInt(COSName.MCID) : -1;
    }
}
