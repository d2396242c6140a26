package io.github.zweiklick.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import tools.jackson.databind.json.JsonMapper;

/** The pages of Musterstadt in both languages and both worlds, rendered once. */
final class City {
    private static final String TITLE_START = "<title>";
    private static final String TITLE_END = "</title>";

    private final Layout layout;
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final PerLanguage<List<Entry>> index = PerLanguage.of(language -> new ArrayList<>());

    /** A page's entry for the search: path, title as markup, and its text. */
    record Entry(String path, String title, String text) {}

    private record Source(String id, Optional<String> section, String de, String en, boolean hints) {
        PerLanguage<String> paths() {
            return new PerLanguage<>(de, en);
        }
    }

    City(EmbedCodes codes) {
        layout = new Layout(codes);
        record File(List<Source> pages) {}
        JsonMapper.shared()
                .readValue(Resources.bytes("city/pages.json"), File.class)
                .pages()
                .forEach(this::add);
    }

    /** The page at a path, with the prefix of its world. */
    Optional<Document> at(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    /** All paths of pages, with the prefix of their world. */
    List<String> paths() {
        return List.copyOf(documents.keySet());
    }

    List<Entry> index(Language language) {
        return List.copyOf(index.in(language));
    }

    /** A page made for one request. */
    Document page(Layout.Parts parts, Language language, World world) {
        return Document.html(layout.page(parts, language, world));
    }

    /** A file of the city's, its title apart. */
    static Layout.Parts parts(String id, Language language, PerLanguage<String> paths, String section, boolean hints) {
        String file = Resources.text("city/" + language.code() + "/" + id + ".html");
        int end = file.indexOf(TITLE_END);
        return new Layout.Parts(
                paths,
                section,
                hints,
                file.substring(TITLE_START.length(), end),
                file.substring(end + TITLE_END.length()).strip());
    }

    private void add(Source source) {
        for (Language language : Language.values()) {
            Layout.Parts parts = parts(
                    source.id(), language, source.paths(), source.section().orElse(source.id()), source.hints());
            String path = source.paths().in(language);
            index.in(language).add(new Entry(path, parts.title(), textOf(parts.content())));
            documents.put(path, page(parts, language, World.PROTECTED));
            documents.put(Layout.UNPROTECTED_PREFIX + path, page(parts, language, World.UNPROTECTED));
        }
    }

    /** Nobody types the soft hyphens of long words. */
    private static String textOf(String content) {
        return Jsoup.parse(content).text().replace("\u00ad", "");
    }
}
