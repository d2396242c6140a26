package io.github.zweiklick.audit.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** A document's structure, in the order it is read aloud. */
record Tags(List<PDStructureElement> all, Map<COSDictionary, Map<Integer, String>> texts) {

    static Tags of(PDDocument pdf) throws IOException {
        Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();
        for (PDPage page : pdf.getPages()) {
            PDFMarkedContentExtractor reader = new PDFMarkedContentExtractor();
            reader.processPage(page);
            Map<Integer, String> marked = new HashMap<>();
            reader.getMarkedContents()
                    .forEach(content -> marked.put(
                            content.getMCID(),
                            content.getContents().stream()
                                    .filter(TextPosition.class::isInstance)
                                    .map(position -> ((TextPosition) position).getUnicode())
                                    .collect(Collectors.joining())));
            texts.put(page.getCOSObject(), marked);
        }
        return new Tags(below(pdf.getDocumentCatalog().getStructureTreeRoot()).toList(), texts);
    }

    private static Stream<PDStructureElement> below(PDStructureNode node) {
        return parts(node).flatMap(part -> Stream.concat(Stream.of(part), below(part)));
    }

    static Stream<PDStructureElement> parts(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast);
    }

    /** @param type regular expression */
    Stream<PDStructureElement> named(String type) {
        return all.stream().filter(element -> element.getStructureType().matches(type));
    }

    /** All that is read, one after the other. */
    String text() {
        return text(all.get(0));
    }

    private String text(PDStructureElement element) {
        StringBuilder text = new StringBuilder();
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement part) {
                text.append(text(part));
            } else if (kid instanceof Integer number) {
                text.append(text(element.getPage(), number));
            } else if (kid instanceof PDMarkedContentReference reference) {
                text.append(text(reference.getPage(), reference.getMCID()));
            }
        }
        return text.toString();
    }

    private String text(PDPage page, int number) {
        return Objects.requireNonNull(texts.get(page.getCOSObject())).getOrDefault(number, "");
    }
}
