package io.github.zweiklick.demo;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;
import java.util.Locale;

/** Finds the pages that hold all the words. */
record Search(City city) {
    private static final int LONGEST_QUERY = 80;
    private static final int EXCERPT = 160;

    Layout.Parts results(String query, Language language, PerLanguage<String> paths) {
        Layout.Parts frame = City.parts("search", language, paths, "search", false);
        String asked =
                query.substring(0, Math.min(query.length(), LONGEST_QUERY)).strip();
        List<City.Entry> found = find(asked, language);
        String content = new FileTemplate(frame.content()).fill(name -> switch (name) {
            case "query" ->
                // A brace of the visitor's must not look like a name of the layout.
                Html.text(asked).toString().replace("{", "&#123;");
            case "count" -> Integer.toString(found.size());
            case "results" -> list(found).toString();
            default -> throw new IllegalStateException("The search page asks for {{" + name + "}}");
        });
        return new Layout.Parts(paths, frame.section(), frame.hints(), frame.title(), content);
    }

    private List<City.Entry> find(String query, Language language) {
        if (query.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(query.toLowerCase(Locale.ROOT).split("\\s+"));
        return city.index(language).stream()
                .filter(entry -> {
                    String text = (entry.title() + " " + entry.text()).toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(text::contains);
                })
                .toList();
    }

    private static Html list(List<City.Entry> found) {
        HtmlBuilder out = new HtmlBuilder().open("ul").attribute("class", "meldungen");
        for (City.Entry entry : found) {
            out.open("li").open("h2").open("a").attribute("href", entry.path());
            out.text(entry.title()).close().close();
            out.open("p").text(excerpt(entry.text())).close().close();
        }
        return out.close().toHtml();
    }

    private static String excerpt(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int space = text.lastIndexOf(' ', EXCERPT);
        return text.substring(0, space < 0 ? EXCERPT : space) + " …";
    }
}
