package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.Resumption;
import io.github.zweiklick.audit.result.Setup;
import io.github.zweiklick.url.WebUrl;

/** Who, why, when and by what means. What was not said is left open, to be written by hand. */
record CaseSection(Sheet sheet) {

    void write() {
        AuditResult result = sheet.result();
        CaseFile file = result.file();
        Setup setup = result.setup();
        BrowserOptions options = setup.options();
        sheet.openSection("case");
        Table table = sheet.table(sheet.say("case"), "case.what", "case.value");
        item(table, "occasion", file.occasion());
        item(table, "number", file.fileNumber());
        item(table, "examiner", file.examiner());
        item(table, "selection", file.selection());
        item(table, "began", sheet.words().dateAndTime(result.started()));
        item(table, "ended", sheet.words().dateAndTime(result.ended()));
        if (!result.resumptions().isEmpty()) {
            table.row()
                    .head(sheet.say("case.resumed"))
                    .cell(() -> sheet.list(
                            result.resumptions(), result.resumptions().size(), this::resumption));
        }
        item(table, "zone", Words.zone(file.zone(), result.started()));
        item(table, "browser", setup.browser());
        table.row().head(sheet.say("case.flags")).cell(() -> {
            if (setup.flags().isEmpty()) {
                sheet.out().text(sheet.say("none"));
            } else {
                sheet.list(setup.flags(), setup.flags().size(), sheet::quote);
            }
        });
        item(
                table,
                "window",
                sheet.say(
                        "case.window.size",
                        "width",
                        sheet.words().number(options.width()),
                        "height",
                        sheet.words().number(options.height())));
        item(table, "languages", String.join(", ", options.languages()));
        item(table, "scripts", sheet.say(options.javaScript() ? "case.scripts.on" : "case.scripts.off"));
        item(table, "gpc", sheet.say(options.gpc() ? "case.gpc.on" : "case.gpc.off"));
        table.row().head(sheet.say("case.login")).cell(() -> {
            if (options.login().isEmpty()) {
                sheet.out().text(sheet.say("none"));
            }
            sheet.several(
                    options.login(),
                    options.login().size(),
                    cookie -> sheet.out()
                            .text(sheet.say(
                                    "case.login.cookie",
                                    "name",
                                    Masking.word(cookie.name()),
                                    "site",
                                    WebUrl.parse(cookie.url()).map(WebUrl::host).orElse(""))));
        });
        item(table, "system", setup.system());
        item(table, "program", sheet.say("case.program.name", "version", setup.audit()));
        item(table, "configuration", setup.configuration().isEmpty() ? sheet.say("none") : setup.configuration());
        table.row().head(sheet.say("case.selftest")).cell(() -> proof(setup.proof()));
        if (!setup.secondOpinions().isEmpty()) {
            item(table, "opinions", sheet.say("case.opinions.text", "browsers", OpinionsTable.asked(sheet)));
        }
        table.row().head(sheet.say("case.hash")).cell(() -> sheet.quote(setup.hash()));
        table.close();
        sheet.paragraph(sheet.say("case.hash.about"));
        sheet.closeSection();
    }

    private void resumption(Resumption one) {
        Words words = sheet.words();
        sheet.out()
                .text(sheet.say(
                        "case.resumed.when",
                        "after",
                        words.dateAndTime(one.after()),
                        "resumed",
                        words.dateAndTime(one.resumed()),
                        "pages",
                        words.count("pages", one.kept())));
        if (one.again() > 0) {
            sheet.out().text(" " + sheet.say("case.resumed.again", "pages", words.count("pages", one.again())));
        }
    }

    private void proof(Proof proof) {
        if (proof instanceof Proof.Passed passed) {
            sheet.out()
                    .text(sheet.say(
                            passed.whole() ? "case.selftest.whole" : "case.selftest.short",
                            "when",
                            sheet.words().dateAndTime(passed.when()),
                            "ways",
                            sheet.words().number(passed.vectors())));
            if (!passed.names()) {
                sheet.out().text(" " + sheet.say("case.selftest.nonames"));
            }
        } else if (proof instanceof Proof.Missing missing) {
            sheet.out().text(sheet.say("case.selftest.missing") + " ");
            sheet.english(missing.why());
        }
    }

    private void item(Table table, String key, String value) {
        table.row().head(sheet.say("case." + key));
        if (value.isBlank()) {
            table.blank();
        } else {
            table.cell(value);
        }
    }
}
