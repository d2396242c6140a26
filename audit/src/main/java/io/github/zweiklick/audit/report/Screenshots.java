package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Screenshot;
import java.util.List;
import java.util.Optional;

/** What the window showed before a consent and after it. */
record Screenshots(Sheet sheet, PageResult page, int number) {
    private static final int MOST = 4;
    /** In one report: some twelve megabytes. */
    private static final int MOST_OF_ALL = 120;

    void write() {
        List<Screenshot> pictures = page.pictures();
        sheet.heading("h4", sheet.say("page.pictures"));
        if (pictures.isEmpty()) {
            sheet.paragraph(sheet.say("page.pictures.none"));
            return;
        }
        int shown = Math.min(MOST, Math.max(0, MOST_OF_ALL - sheet.pictures()));
        sheet.out().open("div", "shots");
        pictures.stream().limit(shown).forEach(this::picture);
        sheet.out().close().line();
        if (pictures.size() > shown) {
            sheet.paragraph(sheet.words().count("page.pictures.more", pictures.size() - shown));
        }
    }

    private void picture(Screenshot screenshot) {
        Markup out = sheet.out();
        String text = sheet.say(
                BeforeConsent.of(page).test(screenshot.step()) ? "page.pictures.before" : "page.pictures.after",
                "step",
                sheet.step(screenshot.step()));
        Optional<Jpeg> picture = Jpeg.of(screenshot.png());
        out.open("figure", "shot");
        if (picture.isPresent()) {
            out.picture(
                    picture.get(),
                    sheet.say("page.pictures.alt", "n", sheet.words().number(number)));
            sheet.pictureWritten();
        } else {
            out.element("p", sheet.say("page.pictures.unreadable"));
        }
        out.element("figcaption", sheet.figure(text)).close().line();
    }
}
