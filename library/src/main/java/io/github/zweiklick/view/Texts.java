package io.github.zweiklick.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The texts in the languages a site shows. Immutable. */
public final class Texts {
    /** Languages whose texts are finished. */
    public static final List<String> FINISHED = List.of("de", "en");

    /** Languages whose texts are complete, but were read by nobody who speaks them; shown only where a site asks for them. */
    public static final List<String> UNREVIEWED = List.of(
            "ar",
            "bg",
            "cs",
            "da",
            "de-simple",
            "el",
            "es",
            "et",
            "fi",
            "fr",
            "ga",
            "hr",
            "hu",
            "it",
            "lt",
            "lv",
            "mt",
            "nl",
            "pl",
            "pt",
            "ro",
            "ru",
            "sk",
            "sl",
            "sv",
            "tr",
            "uk");

    /** Longer language headers are not read: no browser sends them. */
    private static final int LONGEST_HEADER = 200;

    private final Map<String, Wording> wordings;
    private final Wording fallback;

    private Texts(Map<String, Wording> wordings, Wording fallback) {
        this.wordings = wordings;
        this.fallback = fallback;
    }

    /**
     * Texts as they are shipped, but for those a site writes itself.
     *
     * @param languages tags of those shown; the first is for pages that say no language or one that is not shown
     * @param own by language and key, with the same places for values
     * @throws IllegalArgumentException if there is no such language or text, or a place is missing or one too many
     */
    public static Texts of(List<String> languages, Map<String, Map<String, String>> own) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        for (String tag : languages) {
            wordings.put(tag, new Wording(tag, templates(tag, own.getOrDefault(tag, Map.of()))));
        }
        Optional<String> unused =
                own.keySet().stream().filter(tag -> !wordings.containsKey(tag)).findFirst();
        if (unused.isPresent()) {
            throw new IllegalArgumentException("there are texts in language \"" + unused.get()
                    + "\", which is not shown; the languages shown are " + String.join(", ", languages));
        }
        return new Texts(wordings, wordings.values().iterator().next());
    }

    /** The finished texts. */
    static Texts finished() {
        return of(FINISHED, Map.of());
    }

    /** What those read who look after the site: in its own language where there are such texts, else in English. */
    Texts ofOfficers() {
        Map<String, Wording> both = new LinkedHashMap<>();
        FINISHED.forEach(tag -> both.put(tag, officers(tag)));
        return new Texts(both, new Texts(both, officers("en")).of(Optional.of(fallback.tag())));
    }

    private static Wording officers(String tag) {
        Map<String, String> templates = new HashMap<>(TextFiles.ofVisitors(tag));
        templates.putAll(TextFiles.ofOfficers(tag));
        return new Wording(tag, templates);
    }

    private static Map<String, String> templates(String tag, Map<String, String> own) {
        if (!FINISHED.contains(tag) && !UNREVIEWED.contains(tag)) {
            throw new IllegalArgumentException("there are no texts in language \"" + tag + "\"; there are "
                    + String.join(
                            ", ",
                            new TreeSet<>(Stream.concat(FINISHED.stream(), UNREVIEWED.stream())
                                    .toList())));
        }
        Map<String, String> templates = TextFiles.ofVisitors(tag);
        own.forEach((key, template) -> {
            String shipped = templates.get(key);
            if (shipped == null) {
                throw new IllegalArgumentException("there is no text \"" + key + "\"");
            }
            Set<String> places = places(shipped);
            if (!places.equals(places(template))) {
                throw new IllegalArgumentException("the text \"" + key + "\" of language " + tag + " must hold "
                        + (places.isEmpty() ? "no places in braces" : String.join(", ", places)));
            }
            templates.put(key, template);
        });
        return templates;
    }

    private static Set<String> places(String template) {
        Set<String> places = new TreeSet<>();
        Sentence.of(template).names().forEach(name -> places.add("{" + name + "}"));
        return places;
    }

    public List<Wording> all() {
        return List.copyOf(wordings.values());
    }

    /** The wording for a language tag: {@code de-AT} is read as {@code de}, unknown languages as the default. */
    public Wording of(Optional<String> tag) {
        return tag.flatMap(this::find).orElse(fallback);
    }

    /** The wording for an {@code Accept-Language} header (RFC 9110, section 12.5.4). */
    public Wording accepted(Optional<String> header) {
        return header.filter(value -> value.length() <= LONGEST_HEADER)
                .flatMap(this::firstAccepted)
                .orElse(fallback);
    }

    private Optional<Wording> firstAccepted(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = new ArrayList<>(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        ranges.sort(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed());
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> find(range.getRange()).stream())
                .findFirst();
    }

    private Optional<Wording> find(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        while (!lower.isEmpty()) {
            Wording wording = wordings.get(lower);
            if (wording != null) {
                return Optional.of(wording);
            }
            lower = lower.substring(0, Math.max(lower.lastIndexOf('-'), 0));
        }
        return Optional.empty();
    }
}
