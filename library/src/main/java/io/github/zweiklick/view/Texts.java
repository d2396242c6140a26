package io.github.zweiklick.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts in every language shipped. Immutable. */
public final class Texts {
    /** Languages whose texts are finished. */
    static final List<String> SHIPPED = List.of("de", "en");

    /** Longer language headers are not read: no browser sends them. */
    private static final int LONGEST_HEADER = 200;

    private final Map<String, Wording> wordings;
    private final Wording fallback;

    private Texts(Map<String, Wording> wordings, Wording fallback) {
        this.wordings = wordings;
        this.fallback = fallback;
    }

    /**
     * The texts that come with Zweiklick.
     *
     * @param defaultLanguage for pages that say no language or one that is not shipped
     * @throws IllegalArgumentException if that language is not shipped
     */
    public static Texts shipped(String defaultLanguage) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        SHIPPED.forEach(tag -> wordings.put(tag, new Wording(tag, read(tag))));
        Wording fallback = wordings.get(defaultLanguage);
        if (fallback == null) {
            throw new IllegalArgumentException("No texts in language " + defaultLanguage + "; there are " + SHIPPED);
        }
        return new Texts(wordings, fallback);
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

    private static Map<String, String> read(String tag) {
        try (InputStream in = Texts.class.getResourceAsStream("texts_" + tag + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks the texts of language " + tag);
            }
            Map<String, String> templates = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    JsonMapper.shared().readTree(in).properties()) {
                templates.put(entry.getKey(), entry.getValue().stringValue());
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the texts of language " + tag, e);
        }
    }
}
