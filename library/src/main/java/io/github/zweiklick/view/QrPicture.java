package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.nayuki.qrcodegen.QrCode;

/** An address as a picture that cameras read (ISO/IEC 18004). */
final class QrPicture {
    /** Around the code, as the standard wants it. In modules. */
    private static final int QUIET = 4;
    /** A code of 97 by 97 modules. */
    private static final int LONGEST = 600;

    private QrPicture() {}

    /**
     * Dark on white whatever the page's colours are: not all cameras read it the other way round.
     *
     * @param address in ASCII
     * @param name what it is, for those who do not see it
     * @return empty where the address is longer than cameras read well
     */
    static Html of(String address, String name) {
        if (address.length() > LONGEST) {
            return Html.EMPTY;
        }
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int start = x;
                while (code.getModule(x, y)) {
                    x++; // Beyond the edge all is light.
                }
                if (x > start) {
                    dark.append('M').append(start + QUIET).append(' ').append(y + QUIET);
                    dark.append('h')
                            .append(x - start)
                            .append("v1h-")
                            .append(x - start)
                            .append('z');
                }
                x++;
            }
        }
        String side = Integer.toString(code.size + 2 * QUIET);
        return new HtmlBuilder()
                .open("svg")
                .attribute("class", "document-code")
                .attribute("viewbox", "0 0 " + side + " " + side)
                .attribute("role", "img")
                .attribute("aria-label", name)
                .attribute("shape-rendering", "crispEdges")
                .open("rect")
                .attribute("width", side)
                .attribute("height", side)
                .attribute("fill", "#fff")
                .close()
                .open("path")
                .attribute("d", dark.toString())
                .attribute("fill", "#000")
                .close()
                .close()
                .toHtml();
    }
}
