package io.github.zweiklick.audit.report;

/**
 * A table with a caption, which scrolls by itself where the window is narrow.
 *
 * <p>Order of calls: {@link #row}, then as many cells as there are heads, and so on; then {@link #close}.
 */
final class Table {
    private final Sheet sheet;
    private final Markup out;
    private final int columns;
    private boolean inRow;
    private boolean inBody;

    Table(Sheet sheet, String className, String id, String caption, String... heads) {
        this.sheet = sheet;
        this.out = sheet.out();
        this.columns = heads.length;
        out.open("div", className)
                .attribute("role", "group")
                .attribute("tabindex", "0")
                .attribute("aria-labelledby", id);
        out.open("table")
                .open("caption")
                .attribute("id", id)
                .text(caption)
                .close()
                .line();
        if (heads.length > 0) {
            out.open("thead").open("tr");
            for (String head : heads) {
                out.open("th").attribute("scope", "col").text(sheet.say(head)).close();
            }
            out.close().close().line();
        }
    }

    Table row() {
        endRow();
        if (!inBody) {
            out.open("tbody");
            inBody = true;
        }
        out.open("tr");
        inRow = true;
        return this;
    }

    /** The cell a row is known by. */
    Table head(Runnable content) {
        out.open("th").attribute("scope", "row");
        content.run();
        out.close();
        return this;
    }

    Table head(String text) {
        return head(() -> out.text(text));
    }

    Table cell(Runnable content) {
        out.open("td");
        content.run();
        out.close();
        return this;
    }

    Table cell(String text) {
        return cell(() -> out.text(text));
    }

    Table number(long number) {
        return number(sheet.words().number(number));
    }

    Table number(String text) {
        out.element("td", "number", text);
        return this;
    }

    /** To be filled in by hand. */
    Table blank() {
        out.element("td", "blank", "");
        return this;
    }

    /** A row about those that have none of their own. */
    void note(Runnable content) {
        row();
        out.open("td").attribute("colspan", Integer.toString(columns));
        content.run();
        out.close();
    }

    /** Says how many there are beyond those shown, and where. */
    void more(int number) {
        if (number > 0) {
            note(() -> out.text(
                    sheet.words().count("more", number) + ". " + sheet.say("more.file", "file", JsonReport.FILE)));
        }
    }

    void close() {
        endRow();
        if (inBody) {
            out.close();
        }
        out.close().close().line();
    }

    private void endRow() {
        if (inRow) {
            out.close().line();
            inRow = false;
        }
    }
}
