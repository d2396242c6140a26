package io.github.zweiklick.audit.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document, which holds of each what it uses: DejaVu, which may be given to anybody and has Latin, Greek,
 * Cyrillic, Hebrew and Arabic letters. The names are those of {@code paper.css}.
 */
final class Fonts implements Closeable {
    static final String SANS = "Report Sans";
    private static final String MONO = "Report Mono";
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final PDDocument pdf;
    private final PdfRendererBuilder builder;
    private final List<TrueTypeFont> open = new ArrayList<>();
    private final CmapLookup normal;
    private final CmapLookup bold;

    /** @param builder is given the fonts */
    Fonts(PDDocument pdf, PdfRendererBuilder builder) throws IOException {
        this.pdf = pdf;
        this.builder = builder;
        try {
            this.normal = add("DejaVuSansCondensed.ttf", SANS, NORMAL).getUnicodeCmapLookup();
            this.bold = add("DejaVuSansCondensed-Bold.ttf", SANS, BOLD).getUnicodeCmapLookup();
            add("DejaVuSansMono.ttf", MONO, NORMAL);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private TrueTypeFont add(String file, String family, int weight) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + FOLDER + file);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            open.add(font);
            // Whoever searches for "Begriffe" shall find it: no ligatures.
            font.setEnableGsub(false);
            builder.useFont(
                    new PDFontSupplier(PDType0Font.load(pdf, font, true)), family, weight, FontStyle.NORMAL, true);
            return font;
        }
    }

    /** Whether it can be shown everywhere: where the font of quotations lacks it, the font of the text stands in. */
    boolean have(int character) {
        return normal.getGlyphId(character) != 0 && bold.getGlyphId(character) != 0;
    }

    /** After the document is saved, when it takes from the fonts what it needs. */
    @Override
    public void close() throws IOException {
        for (TrueTypeFont font : open) {
            font.close();
        }
    }
}
