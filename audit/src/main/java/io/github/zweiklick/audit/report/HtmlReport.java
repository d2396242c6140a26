package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The report an officer reads, prints and files: one HTML document, in German or English as the case file says, that loads
 * nothing and runs no script. It is well-formed XML as well, and ASCII.
 */
public final class HtmlReport {
    /** Usual name of the file. */
    public static final String FILE = "report.html";

    /** On paper: id of the paragraph at whose end characters are to be named that cannot be shown. */
    public static final String MISSING_CHARACTERS = "missing-characters";

    /** Raised when what stands where in the report changes. */
    static final String FORMAT = "1";

    private static final int MOST_SITES = 3;

    /** Elements on paper, after which pages are told in short. Laid out, each takes some 10 kB of memory. */
    private static final int MOST_ON_PAPER = 25_000;

    /** Pages on paper, after which they are told by number only. */
    private static final int MOST_PAGES_ON_PAPER = 1_000;

    private static final List<String> SECTIONS = List.of(
            "verdict",
            "case",
            "scope",
            "findings",
            "hosts",
            "pages",
            "closing",
            "demands",
            "method",
            "glossary",
            "versions");

    private HtmlReport() {}

    /**
     * Writes one document.
     *
     * @param out stays open
     * @throws IOException as {@code out} does
     */
    public static void write(AuditResult result, Appendable out) throws IOException {
        write(result, out, false);
    }

    /**
     * Writes the same for sheets of paper: with the style of a renderer that lays out pages, and bounded, so that it can be
     * laid out. Of pages that come too late for that it says the result only, and where the rest is.
     *
     * @param out stays open
     * @throws IOException as {@code out} does
     */
    public static void writeForPaper(AuditResult result, Appendable out) throws IOException {
        write(result, out, true);
    }

    private static void write(AuditResult result, Appendable out, boolean onPaper) throws IOException {
        Words words = Words.of(result.file().language(), result.file().zone());
        try {
            write(new Sheet(result, words, new Markup(out), onPaper));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(Sheet sheet) {
        AuditResult result = sheet.result();
        Words words = sheet.words();
        Markup out = sheet.out();
        Findings findings = Findings.of(result);
        Outcome outcome = Outcome.of(result, findings);
        String site = words.list(sites(result));
        String date = words.date(result.started());
        String number = words.cut(result.file().fileNumber());
        String footer = words.say("footer", "site", site, "date", date)
                + (number.isBlank() ? "" : " \u00b7 " + words.say("footer.number", "number", number));
        out.begin(
                words.tag(),
                words.say("title", "site", site, "date", date),
                sheet.isOnPaper() ? Stylesheet.onPaper(words, footer) : Stylesheet.onScreen(words, footer));
        out.open("body").line().open("header");
        out.element("h1", words.say("report")).element("p", words.say("subject", "site", site));
        out.element("p", number.isBlank() ? date : date + " \u00b7 " + words.say("footer.number", "number", number))
                .close()
                .line();
        out.open("main");
        new VerdictSection(sheet, outcome, findings).write();
        contents(sheet);
        new CaseSection(sheet).write();
        new ScopeSection(sheet).write();
        new FindingsSection(sheet, findings).write();
        new HostsSection(sheet, outcome).write();
        pages(sheet, findings);
        new ClosingSection(sheet).write();
        new AppendixSection(sheet).write();
        out.end();
    }

    private static void pages(Sheet sheet, Findings findings) {
        List<PageResult> pages = sheet.result().pages();
        int most = sheet.isOnPaper() ? Math.min(MOST_PAGES_ON_PAPER, pages.size()) : pages.size();
        sheet.openSection("pages");
        for (int i = 0; i < most; i++) {
            PageSection page = new PageSection(sheet, pages.get(i), i + 1, findings);
            if (sheet.isOnPaper() && sheet.out().elements() > MOST_ON_PAPER) {
                page.writeResult();
            } else {
                page.write();
            }
        }
        if (most < pages.size()) {
            sheet.paragraph(sheet.words().count("pages.more", pages.size() - most) + " "
                    + sheet.say("page.short", "html", FILE, "json", JsonReport.FILE));
        }
        sheet.closeSection();
    }

    private static List<String> sites(AuditResult result) {
        List<String> hosts = result.pages().stream()
                .map(PageResult::url)
                .flatMap(url -> WebUrl.parse(url).map(WebUrl::host).stream())
                .distinct()
                .toList();
        return hosts.size() <= MOST_SITES ? hosts : List.of(hosts.get(0), hosts.get(1), "…");
    }

    private static void contents(Sheet sheet) {
        Markup out = sheet.out();
        out.open("nav").attribute("aria-labelledby", "contents");
        out.open("h2")
                .attribute("id", "contents")
                .text(sheet.say("contents"))
                .close()
                .open("ul");
        for (String section : SECTIONS) {
            out.open("li").link(section, sheet.say("section." + section)).close();
        }
        out.close().close().line();
    }
}
