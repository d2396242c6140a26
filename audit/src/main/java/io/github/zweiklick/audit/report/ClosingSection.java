package io.github.zweiklick.audit.report;

import java.util.List;

/** Where the report is signed. */
record ClosingSection(Sheet sheet) {

    void write() {
        sheet.openSection("closing");
        sheet.paragraph(sheet.say("closing.about"));
        for (String who : List.of("closing.examiner", "closing.noted")) {
            Table table = sheet.whole(sheet.say(who));
            table.row().head(sheet.say("closing.place")).blank();
            table.row().head(sheet.say("closing.name")).blank();
            table.close();
        }
        sheet.closeSection();
    }
}
