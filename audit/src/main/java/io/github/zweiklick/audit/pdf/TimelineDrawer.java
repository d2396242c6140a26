package io.github.zweiklick.audit.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws what the report's drawings consist of: rectangles, lines and short texts, with the fonts of the document. That spares
 * the whole of SVG.
 */
final class TimelineDrawer implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element drawing, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        String[] view = drawing.getAttribute("viewBox").split(" ");
        double scale = (width > 0 ? width : Double.parseDouble(view[2]) * dotsPerPixel) / Double.parseDouble(view[2]);
        return new Drawing(drawing, scale, (int) (scale * Double.parseDouble(view[2])), (int)
                (scale * Double.parseDouble(view[3])));
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fonts, SharedContext shared) {
        // the document's fonts serve
    }

    @Override
    public void addFontFile(File font, String family, Integer weight, FontStyle style) {
        // the document's fonts serve
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** @param scale dots for each unit of the drawing */
    private record Drawing(Element element, double scale, int width, int height) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return width;
        }

        @Override
        public int getIntrinsicHeight() {
            return height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.translate(x, y);
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element shape) {
                    switch (shape.getTagName()) {
                        case "rect" -> rectangle(device, shape);
                        case "line" -> line(device, shape);
                        case "text" -> text(device, context, shape);
                        default -> {
                            // title and description are read, not drawn
                        }
                    }
                }
            }
            device.translate(-x, -y);
        }

        private void rectangle(OutputDevice device, Element shape) {
            Rectangle2D area = new Rectangle2D.Double(
                    length(shape, "x"), length(shape, "y"), length(shape, "width"), length(shape, "height"));
            if (isDrawn(shape, "fill")) {
                device.setColor(colour(shape, "fill"));
                device.fill(area);
            }
            if (isDrawn(shape, "stroke")) {
                stroke(device, shape);
                device.draw(area);
            }
        }

        private void line(OutputDevice device, Element shape) {
            stroke(device, shape);
            device.draw(new Line2D.Double(
                    length(shape, "x1"), length(shape, "y1"), length(shape, "x2"), length(shape, "y2")));
        }

        private void stroke(OutputDevice device, Element shape) {
            device.setColor(colour(shape, "stroke"));
            device.setStroke(new BasicStroke((float) scale));
        }

        private void text(OutputDevice device, RenderingContext context, Element shape) {
            FontSpecification wanted = new FontSpecification();
            wanted.families = new String[] {Fonts.SANS};
            wanted.size = (float) length(shape, "font-size");
            wanted.fontWeight = IdentValue.NORMAL;
            wanted.fontStyle = IdentValue.NORMAL;
            wanted.variant = IdentValue.NORMAL;
            FSFont font = context.getFont(wanted);
            String text = shape.getTextContent();
            double x = length(shape, "x");
            if (shape.getAttribute("text-anchor").equals("middle")) {
                x -= context.getTextRenderer().getWidth(context.getFontContext(), font, text) / 2.0;
            }
            device.setColor(colour(shape, "fill"));
            device.setFont(font);
            ((AbstractOutputDevice) device).setFontSpecification(wanted);
            context.getTextRenderer().drawString(device, text, (float) x, (float) length(shape, "y"));
        }

        private double length(Element shape, String name) {
            return Double.parseDouble(shape.getAttribute(name)) * scale;
        }

        private static boolean isDrawn(Element shape, String name) {
            return !shape.getAttribute(name).equals("none");
        }

        private static FSRGBColor colour(Element shape, String name) {
            Color colour = Color.decode(shape.getAttribute(name));
            return new FSRGBColor(colour.getRed(), colour.getGreen(), colour.getBlue());
        }
    }
}
