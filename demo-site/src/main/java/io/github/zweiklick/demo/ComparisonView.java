package io.github.zweiklick.demo;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.demo.Measurement.Level;
import io.github.zweiklick.demo.Measurement.Phase;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Two sums, then a table with a row for each foreign host, and what the figures rest on. */
record ComparisonView(Texts texts, Language language, Comparisons comparisons, Comparisons.Standing standing) {
    private static final String TODAY = "today";
    private static final String AFTER = "after";

    Html html() {
        HtmlBuilder out = new HtmlBuilder();
        out.open("div").attribute("id", "stand").attribute("data-version", Long.toString(standing.version()));
        standing.last()
                .ifPresentOrElse(
                        comparison -> comparison(out, comparison),
                        () -> out.open("p").text(texts.get("none")).close());
        return out.close().toHtml();
    }

    private void comparison(HtmlBuilder out, Comparison comparison) {
        out.open("p").attribute("class", "vorspann");
        out.text(texts.get("page", comparisons.upstream().origin() + comparison.path()))
                .close();
        comparison.failure().ifPresent(why -> {
            out.open("p")
                    .attribute("class", "ungefragt")
                    .text(texts.get("failed"))
                    .close();
            english(out.open("p"), why);
        });
        out.open("div").attribute("class", "summen");
        sum(out, TODAY, comparison.today(), comparison.isRunning());
        sum(
                out,
                AFTER,
                comparison.after(),
                comparison.isRunning() && comparison.today().isPresent());
        out.close();
        Set<String> hosts = new TreeSet<>();
        comparison.today().ifPresent(measured -> hosts.addAll(measured.hosts().keySet()));
        comparison.after().ifPresent(measured -> hosts.addAll(measured.hosts().keySet()));
        if (!hosts.isEmpty()) {
            table(out, comparison, hosts);
        }
        if (comparison.today().isPresent()) {
            basis(out, comparison);
        }
    }

    private void sum(HtmlBuilder out, String column, Optional<Measurement> measured, boolean running) {
        int count = measured.map(found -> found.hosts().size()).orElse(0);
        String kind = measured.isEmpty() ? "summe" : count == 0 ? "summe gut" : "summe schlecht";
        out.open("section").attribute("class", kind);
        out.open("h3").text(texts.get(column)).close();
        if (measured.isPresent()) {
            out.open("p").open("strong").attribute("class", "zahl").text(Integer.toString(count));
            out.close().text(" " + texts.get("hosts", count)).close();
        } else {
            out.open("p").text(texts.get(running ? "running" : "not-measured")).close();
        }
        out.close();
    }

    private void table(HtmlBuilder out, Comparison comparison, Set<String> hosts) {
        out.open("div").attribute("class", "tafel-rahmen");
        out.open("table").attribute("class", "tafel tafel-hosts");
        out.open("caption").text(texts.get("table")).close();
        out.open("thead").open("tr");
        for (String key : List.of("host", TODAY, AFTER)) {
            out.open("th").attribute("scope", "col").text(texts.get(key)).close();
        }
        out.close().close().open("tbody");
        for (String host : hosts) {
            out.open("tr").open("th").attribute("scope", "row").text(host);
            Catalogue.bundled()
                    .serviceOfHost(host)
                    .map(Service::name)
                    .ifPresent(name -> out.text(" ")
                            .open("span")
                            .attribute("class", "betreiber")
                            .text(name)
                            .close());
            out.close();
            cell(out, TODAY, comparison.today(), host);
            cell(out, AFTER, comparison.after(), host);
            out.close();
        }
        out.close().close().close();
    }

    private void cell(HtmlBuilder out, String column, Optional<Measurement> measured, String host) {
        out.open("td").attribute("data-titel", texts.get(column));
        if (measured.isPresent()) {
            Map<Phase, Level> contacts = measured.get().hosts().getOrDefault(host, Map.of());
            if (contacts.isEmpty()) {
                out.open("p")
                        .attribute("class", "nichts")
                        .text(texts.get("nothing"))
                        .close();
            }
            contacts.forEach((phase, level) -> out.open("p")
                    .attribute("class", "ungefragt")
                    .text(texts.get("phase." + word(phase)) + ": " + texts.get("level." + word(level)))
                    .close());
        }
        out.close();
    }

    /** How it was measured, whom the site calls its own, and what was not seen. */
    private void basis(HtmlBuilder out, Comparison comparison) {
        out.open("h3").text(texts.get("basis")).close();
        out.open("dl");
        comparison.today().ifPresent(measured -> {
            item(out, "measured", measured.browser() + ", " + time(measured));
            item(out, TODAY, measured.url());
        });
        comparison.after().ifPresent(measured -> item(out, AFTER, measured.url()));
        item(out, "own", comparisons.own().stream().collect(Collectors.joining(", ")));
        out.open("dt").text(texts.get("untested")).close();
        Set<Measurement.Untested> gaps = new LinkedHashSet<>();
        comparison.today().ifPresent(measured -> gaps.addAll(measured.untested()));
        comparison.after().ifPresent(measured -> gaps.addAll(measured.untested()));
        gaps.forEach(gap -> untested(out, gap));
        out.open("dd").text(texts.get("untested.consent")).close();
        out.close();
    }

    private void untested(HtmlBuilder out, Measurement.Untested gap) {
        texts.find("untested." + gap.kind(), gap.detail().orElse(""))
                .ifPresentOrElse(
                        sentence -> out.open("dd").text(sentence).close(), () -> english(out.open("dd"), gap.text()));
    }

    /** What the audit says is English. */
    private static void english(HtmlBuilder opened, String text) {
        opened.attribute("lang", "en").text(text).close();
    }

    private void item(HtmlBuilder out, String key, String value) {
        out.open("dt").text(texts.get(key)).close();
        out.open("dd").text(value).close();
    }

    private String time(Measurement measured) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language.code()))
                .format(measured.started().atZone(ZoneId.systemDefault()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
