package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.Observation.Kind;
import io.github.zweiklick.audit.result.Setup;
import java.util.List;
import java.util.stream.Stream;

/** What the law demands, how the audit works, what its words mean, and with what it was made. */
record AppendixSection(Sheet sheet) {
    /** Rows of {@code law.md}, which observations name by number. */
    static final int DEMANDS = 25;

    static final List<String> METHOD = List.of("profile", "steps", "witnesses", "levels", "foreign", "masking");
    static final List<String> TERMS = List.of(
            "host",
            "foreign",
            "contact",
            "dns",
            "socket",
            "udp",
            "request",
            "referer",
            "cookie",
            "storage",
            "worker",
            "placeholder",
            "policy",
            "sum");

    private static final String VERIFY = "java -jar zweiklick-audit.jar verify " + Manifest.FILE;

    void write() {
        demands();
        sheet.openSection("method");
        METHOD.forEach(part -> sheet.paragraph(sheet.say("method." + part)));
        sheet.closeSection();
        glossary();
        versions();
    }

    private void demands() {
        sheet.openSection("demands");
        sheet.paragraph(sheet.say("demands.about"));
        Table table = sheet.table(
                sheet.say("demands.table"), "demands.number", "demands.source", "demands.text", "demands.checked");
        for (int i = 1; i <= DEMANDS; i++) {
            int number = i;
            List<Kind> kinds = Stream.of(Kind.values())
                    .filter(kind -> kind.demands().contains(number))
                    .toList();
            table.row()
                    .head(() -> sheet.out()
                            .open("span")
                            .attribute("id", "demand-" + number)
                            .text(Integer.toString(number))
                            .close())
                    .cell(sheet.say("demand." + number + ".source"))
                    .cell(sheet.say("demand." + number))
                    .cell(
                            kinds.isEmpty()
                                    ? sheet.say("demands.unchecked")
                                    : sheet.words()
                                            .list(kinds.stream()
                                                    .map(kind -> sheet.words().name("kind", kind))
                                                    .toList()));
        }
        table.close();
        sheet.closeSection();
    }

    private void glossary() {
        sheet.openSection("glossary");
        Table table = sheet.table(sheet.say("glossary.table"), "glossary.term", "glossary.meaning");
        TERMS.forEach(
                term -> table.row().head(sheet.say("glossary." + term)).cell(sheet.say("glossary." + term + ".about")));
        table.close();
        sheet.closeSection();
    }

    private void versions() {
        Setup setup = sheet.result().setup();
        sheet.openSection("versions");
        sheet.paragraph(sheet.say("versions.about", "manifest", Manifest.FILE, "command", VERIFY));
        if (sheet.isOnPaper()) {
            sheet.paragraph(sheet.say("versions.paper", "html", HtmlReport.FILE, "json", JsonReport.FILE));
            // Filled in by whoever knows what the fonts hold.
            sheet.out()
                    .open("p")
                    .attribute("id", HtmlReport.MISSING_CHARACTERS)
                    .text(sheet.say("versions.missing") + " ")
                    .close()
                    .line();
        }
        Table table = sheet.whole(sheet.say("versions.table"), "case.what", "case.value");
        table.row().head(sheet.say("case.program")).cell(sheet.say("case.program.name", "version", setup.audit()));
        table.row().head(sheet.say("versions.format")).cell(HtmlReport.FORMAT);
        table.row().head(sheet.say("case.browser")).cell(setup.browser());
        table.row().head(sheet.say("case.system")).cell(setup.system());
        table.row().head(sheet.say("case.hash")).cell(() -> sheet.quote(setup.hash()));
        table.row()
                .head(sheet.say("versions.manifest", "manifest", Manifest.FILE))
                .blank();
        table.close();
        sheet.closeSection();
    }
}
