package io.github.zweiklick.benchmarks;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Parses with positions, selects what makes contact, judges hosts with a set, splices. */
final class JsoupWay {
    private static final Evaluator SELECTED = QueryParser.parse("iframe[src], frame[src], script[src], img[src], "
            + "img[srcset], source[src], source[srcset], link[href], object[data], embed[src], video[src], "
            + "video[poster], audio[src], track[src], input[src]");

    private JsoupWay() {}

    /**
     * Bytes to bytes: the start tag of an element with a foreign address becomes {@code <name data-blocked>}, which is
     * less than the rewriter does. The very same array where nothing is foreign.
     */
    static byte[] rewrite(Page page) {
        String text = new String(page.body(), page.charset());
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(text, "");
        OwnSite site = page.site();
        StringBuilder out = new StringBuilder(text.length() + 64);
        int copied = 0;
        // In document order, therefore in the order of positions but for what the parser moved.
        for (Element element : document.select(SELECTED)) {
            Range range = element.sourceRange();
            if (range.isTracked() && range.startPos() >= copied && isForeign(element, site)) {
                out.append(text, copied, range.startPos())
                        .append('<')
                        .append(element.normalName())
                        .append(" data-blocked>");
                copied = range.endPos();
            }
        }
        if (copied == 0) {
            return page.body();
        }
        return out.append(text, copied, text.length()).toString().getBytes(page.charset());
    }

    private static boolean isForeign(Element element, OwnSite site) {
        String name = element.normalName();
        Map<String, List<String>> addresses = ContactMaking.ADDRESSES;
        return addresses.getOrDefault(name, List.of()).stream().anyMatch(attr -> site.isForeign(element.attr(attr)))
                || (ContactMaking.SETS.contains(name) && site.isAnyForeign(element.attr("srcset")));
    }
}
