package io.github.zweiklick.demo;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.Collection;
import java.util.List;

/** The bench's figures: two sums, then a table with a row for each network. */
record BenchView(Texts texts, Standing standing) {
    Html html() {
        HtmlBuilder out = new HtmlBuilder();
        out.open("div").attribute("id", "stand").attribute("data-version", Long.toString(standing.version()));
        out.open("div").attribute("class", "summen");
        sum(out, World.PROTECTED, "with", standing.invited());
        sum(out, World.UNPROTECTED, "without", 0);
        out.close();
        out.open("div").attribute("class", "tafel-rahmen");
        out.open("table").attribute("class", "tafel");
        out.open("caption").text(texts.get("table")).close();
        out.open("thead").open("tr");
        for (String key : List.of("network", "with", "without")) {
            out.open("th").attribute("scope", "col").text(texts.get(key)).close();
        }
        out.close().close().open("tbody");
        standing.networks().forEach(row -> row(out, row));
        return out.close().close().close().close().toHtml();
    }

    private void sum(HtmlBuilder out, World world, String title, long invited) {
        long uninvited = standing.uninvited(world);
        String kind = uninvited == 0 ? "summe gut" : "summe schlecht";
        out.open("section").attribute("class", kind);
        out.open("h3").text(texts.get(title)).close();
        out.open("p").open("strong").attribute("class", "zahl").text(Long.toString(uninvited));
        out.close().text(" " + texts.get("uninvited", uninvited)).close();
        if (world == World.PROTECTED) {
            out.open("p").text(texts.get("invited", invited)).close();
        } else {
            out.open("p").text(texts.get("never-asked")).close();
        }
        out.close();
    }

    private void row(HtmlBuilder out, Standing.Row row) {
        out.open("tr").open("th").attribute("scope", "row").text(row.name());
        out.open("span")
                .attribute("class", "betreiber")
                .text(row.operator())
                .close()
                .close();
        learned(out, row.guarded(), "with");
        learned(out, row.unguarded(), "without");
        out.close();
    }

    private void learned(HtmlBuilder out, Learned learned, String column) {
        out.open("td").attribute("data-titel", texts.get(column));
        if (learned.nothing()) {
            out.open("p")
                    .attribute("class", "nichts")
                    .text(texts.get("nothing"))
                    .close()
                    .close();
            return;
        }
        if (learned.uninvited() > 0) {
            out.open("p").attribute("class", "ungefragt").text(texts.get("contacts", learned.uninvited()));
            out.close();
        }
        if (learned.invited() > 0) {
            out.open("p").attribute("class", "gefragt").text(texts.get("contacts-invited", learned.invited()));
            out.close();
        }
        out.open("dl");
        item(out, "hosts", learned.hosts());
        item(out, "cookies", learned.cookies());
        item(out, "pages", learned.pages());
        out.close();
        learned.trails().forEach((visitor, trail) -> trail(out, visitor, trail));
        out.close();
    }

    private void item(HtmlBuilder out, String key, Collection<String> values) {
        if (!values.isEmpty()) {
            out.open("dt").text(texts.get(key)).close();
            out.open("dd").text(String.join(", ", values)).close();
        }
    }

    private void trail(HtmlBuilder out, String visitor, List<String> pages) {
        out.open("div")
                .attribute("class", "spur")
                .open("p")
                .text(texts.get("trail", visitor))
                .close();
        out.open("ol");
        pages.forEach(page -> out.open("li").text(page).close());
        out.close().close();
    }
}
