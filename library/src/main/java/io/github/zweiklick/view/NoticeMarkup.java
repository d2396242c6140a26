package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.view.Notice.Line;
import java.util.List;

/** Notices as markup. */
final class NoticeMarkup {
    private NoticeMarkup() {}

    /** Label and text as phrasing content, which may stand inside a paragraph. */
    static Html line(Line line, Wording wording) {
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-line")
                .html(content(line, wording))
                .close()
                .toHtml();
    }

    /** What holds for remembering only; shown by the script together with its button. */
    static Html rememberLine(Line line, Wording wording) {
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-line")
                .attribute("data-zweiklick", "remember")
                .attribute("hidden")
                .html(content(line, wording))
                .close()
                .toHtml();
    }

    private static Html content(Line line, Wording wording) {
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-label")
                .text((line.label() + wording.say("colon", "text", "")).strip())
                .close()
                .text(" " + line.text())
                .toHtml();
    }

    /** A description list; flow content. */
    static Html list(List<Line> lines) {
        HtmlBuilder list = new HtmlBuilder().open("dl");
        for (Line line : lines) {
            list.open("dt").text(line.label()).close();
            list.open("dd").text(line.text()).close();
        }
        return list.close().toHtml();
    }
}
