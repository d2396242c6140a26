package io.github.zweiklick;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.view.Presentation;
import io.github.zweiklick.view.Remembering;
import io.github.zweiklick.view.Remembering.Term;
import io.github.zweiklick.view.Texts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from {@code zweiklick.json} what visitors are told. */
final class PresentationReader {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4}) days?");
    private static final String USUAL = "*";

    private final JsonObject file;
    private final List<Service> own;

    /** @param own the site's own services, which may be named beside the bundled ones */
    PresentationReader(JsonObject file, List<Service> own) {
        this.file = file;
        this.own = own;
    }

    Presentation read() {
        Presentation defaults = Presentation.defaults();
        List<String> languages = languages(defaults);
        return new Presentation(
                file.string("controller"),
                file.string("officer"),
                file.string("authority"),
                remembering(defaults.remembering()),
                languages,
                texts(languages),
                embedded(),
                archive());
    }

    private List<String> languages(Presentation defaults) {
        List<String> tags = file.strings("languages");
        if (tags.isEmpty()) {
            if (file.has("languages")) {
                throw file.wrong("languages", "name at least one language, such as \"de\", or leave it out");
            }
            return defaults.languages();
        }
        try {
            Texts.of(tags, Map.of());
        } catch (IllegalArgumentException unknown) {
            throw file.wrong("languages", String.valueOf(unknown.getMessage()));
        }
        return tags;
    }

    private Map<String, Map<String, String>> texts(List<String> languages) {
        Optional<JsonObject> written = file.object("texts");
        if (written.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (String tag : written.get().keys()) {
            texts.put(tag, written.get().requiredObject(tag).asStrings());
        }
        try {
            Texts.of(languages, texts);
        } catch (IllegalArgumentException wrong) {
            throw file.wrong("texts", String.valueOf(wrong.getMessage()));
        }
        return texts;
    }

    private Remembering remembering(Remembering defaults) {
        if (!file.has("remember")) {
            return defaults;
        }
        if (!file.isObject("remember")) {
            return Remembering.everywhere(term(file, "remember"));
        }
        JsonObject terms = file.requiredObject("remember");
        Map<String, Term> byService = new LinkedHashMap<>();
        for (String id : terms.keys()) {
            if (!id.equals(USUAL)) {
                known(id, terms, id);
                byService.put(id, term(terms, id));
            }
        }
        return new Remembering(terms.has(USUAL) ? term(terms, USUAL) : defaults.usual(), byService);
    }

    private static Term term(JsonObject object, String key) {
        String text = object.requiredString(key);
        if (text.equals("never")) {
            return new Term.Never();
        }
        if (text.equals("session")) {
            return new Term.Session();
        }
        Matcher days = DAYS.matcher(text);
        int number = days.matches() ? Integer.parseInt(days.group(1)) : 0;
        if (number < 1 || number > Remembering.MOST_DAYS) {
            throw object.wrong(
                    key,
                    "write \"never\", \"session\" or a number of days such as \"180 days\", at most "
                            + Remembering.MOST_DAYS);
        }
        return new Term.Days(number);
    }

    private List<String> embedded() {
        List<String> ids = file.strings("embedded");
        ids.forEach(id -> known(id, file, "embedded"));
        return ids;
    }

    private void known(String id, JsonObject object, String key) {
        Stream<Service> all = Stream.concat(Catalogue.bundled().services().stream(), own.stream());
        List<String> ids = all.map(Service::id).toList();
        if (!ids.contains(id)) {
            throw object.wrong(
                    key,
                    "\"" + id + "\" is no service; their ids are "
                            + ids.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private Optional<Path> archive() {
        return file.string("archive").map(text -> PathReader.directory(file, "archive", text));
    }
}
