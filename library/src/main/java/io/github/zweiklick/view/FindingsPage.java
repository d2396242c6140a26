package io.github.zweiklick.view;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.Tally;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The findings as a page, grouped by kind, each with places, remedy and the lines to paste. */
public final class FindingsPage {
    private final DocumentShell shell;
    private final String base;

    /** @param base absolute path of the endpoints, such as {@code /zweiklick} */
    public FindingsPage(View view, String base) {
        this.shell = new DocumentShell(view.assets, base);
        this.base = base;
    }

    /** @param omitted reports that found no room */
    public Html page(List<Tally> tallies, long omitted, Wording wording) {
        Map<Finding.Kind, List<Tally>> byKind = new EnumMap<>(Finding.Kind.class);
        for (Finding.Kind kind : Finding.Kind.values()) {
            List<Tally> found = tallies.stream()
                    .filter(tally -> tally.finding().kind() == kind)
                    .toList();
            if (!found.isEmpty()) {
                byKind.put(kind, found);
            }
        }
        String title = wording.say("findings.title");
        String root = base.substring(0, base.lastIndexOf('/') + 1);
        HtmlBuilder body = new HtmlBuilder()
                .html(shell.header(wording, root, title))
                .open("main")
                .open("p")
                .text(wording.say(tallies.isEmpty() ? "findings.none" : "findings.intro"))
                .close();
        if (omitted > 0) {
            body.open("p")
                    .text(wording.say("findings.omitted", "n", Long.toString(omitted)))
                    .close();
        }
        body.open("p")
                .open("a")
                .attribute("href", base + "/admin/findings.json")
                .text(wording.say("findings.json"))
                .close()
                .close();
        if (byKind.size() > 1) {
            body.html(contents(byKind, wording));
        }
        byKind.forEach((kind, found) -> body.html(section(kind, found, wording)));
        return shell.page(wording, title, "findings", List.of(), body.close().toHtml());
    }

    private static Html contents(Map<Finding.Kind, List<Tally>> byKind, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("nav")
                .attribute("aria-label", wording.say("findings.contents"))
                .open("ul");
        byKind.forEach((kind, found) -> out.open("li")
                .open("a")
                .attribute("href", "#" + code(kind))
                .text(heading(kind, found, wording))
                .close()
                .close());
        return out.close().close().toHtml();
    }

    private static Html section(Finding.Kind kind, List<Tally> found, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("section")
                .attribute("id", code(kind))
                .open("h2")
                .text(heading(kind, found, wording))
                .close()
                .open("p")
                .text(wording.say(key(kind) + ".about"))
                .close();
        found.forEach(tally -> out.html(article(tally, wording)));
        return out.close().toHtml();
    }

    private static String heading(Finding.Kind kind, List<Tally> found, Wording wording) {
        return wording.say(key(kind)) + " (" + found.size() + ")";
    }

    private static Html article(Tally tally, Wording wording) {
        Finding finding = tally.finding();
        HtmlBuilder out = new HtmlBuilder()
                .open("article")
                .open("h3")
                .attribute("lang", "en")
                .text(finding.message())
                .close();
        if (finding.observed()) {
            out.open("p").text(wording.say("findings.observed")).close();
        }
        out.open("dl")
                .open("dt")
                .text(wording.say("findings.remedy"))
                .close()
                .open("dd")
                .attribute("lang", "en")
                .text(finding.remedy())
                .close();
        finding.line()
                .ifPresent(line -> out.open("dt")
                        .text(wording.say("findings.lines"))
                        .close()
                        .open("dd")
                        .text(wording.say("findings.lines.own"))
                        .open("pre")
                        .open("code")
                        .text(line)
                        .close()
                        .close()
                        .close());
        out.open("dt").text(wording.say("findings.places")).close();
        tally.places().forEach(place -> out.open("dd").text(place).close());
        if (tally.morePlaces()) {
            out.open("dd").text(wording.say("findings.more")).close();
        }
        return out.open("dt")
                .text(wording.say("findings.seen"))
                .close()
                .open("dd")
                .text(wording.say("findings.times", times(tally)))
                .close()
                .close()
                .close()
                .toHtml();
    }

    private static Map<String, String> times(Tally tally) {
        return Map.of(
                "n",
                Long.toString(tally.count()),
                "first",
                AdminTime.of(tally.first()),
                "last",
                AdminTime.of(tally.last()));
    }

    private static String key(Finding.Kind kind) {
        return "kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    private static String code(Finding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
