package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.nayuki.qrcodegen.QrCode;

/** An address as a picture that cameras read (ISO/IEC 18004). */
final class QrPicture {
    /** Around the code, as the standard wants it. In modules. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /**
     * Dark on white whatever the page's colours are: not all cameras read it the other way round.
     *
     * @param address at most 2048 characters of ASCII
     * @param name what it is, for those who do not see it
     */
    static Html of(String address, String name) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
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
