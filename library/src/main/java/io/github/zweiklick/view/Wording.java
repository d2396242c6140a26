package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.EmbedKind.Content;
import io.github.zweiklick.catalogue.Facts;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All texts of one language, and the words it has for the catalogue's codes. */
public final class Wording {
    private final String tag;
    private final Map<String, Sentence> sentences;
    private final Locale locale;
    private final DateTimeFormatter times;

    Wording(String tag, Map<String, String> templates) {
        this.tag = tag;
        this.sentences = templates.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Sentence.of(entry.getValue())));
        this.locale = Locale.forLanguageTag(tag);
        this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale);
    }

    /** BCP 47 tag of the language. */
    public String tag() {
        return tag;
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return say("direction");
    }

    /** A text without parameters. */
    public String say(String key) {
        return say(key, Map.of());
    }

    public String say(String key, String name, String value) {
        return say(key, Map.of(name, value));
    }

    /**
     * A sentence.
     *
     * @param parameters more than the template names may be given
     * @throws IllegalArgumentException if there is no such text or it names a parameter that is not given
     */
    public String say(String key, Map<String, String> parameters) {
        return sentence(key).with(parameters);
    }

    boolean has(String key) {
        return sentences.containsKey(key);
    }

    String template(String key) {
        return sentence(key).template();
    }

    private Sentence sentence(String key) {
        Sentence sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No text " + key + " in language " + tag);
        }
        return sentence;
    }

    String content(Content content) {
        return say("content." + code(content));
    }

    String data(List<Facts.Data> data) {
        return list(data.stream().map(item -> say("data." + code(item))).toList());
    }

    String purposes(List<Facts.Purpose> purposes) {
        return list(purposes.stream().map(item -> say("purpose." + code(item))).toList());
    }

    String bases(List<Facts.Basis> bases) {
        return list(bases.stream().map(item -> say("basis." + code(item))).toList());
    }

    String jointControl(Facts.JointControl status) {
        return say("joint." + code(status));
    }

    String countries(Collection<String> codes) {
        return list(codes.stream().map(this::country).toList());
    }

    /** @param code ISO 3166-1 alpha-2 */
    String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** A number as the language groups its digits. */
    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Date and time of day as the language writes them. */
    String time(ZonedDateTime time) {
        return times.format(time);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(month);
    }

    /** @param iso an ISO 8601 duration such as {@code P180D} */
    String duration(String iso) {
        return String.join(
                " ",
                TimeSpan.parse(iso).parts().stream()
                        .map(part -> say("duration." + part.unit(), "n", Long.toString(part.number())))
                        .toList());
    }

    String list(List<String> items) {
        return String.join(say("list.separator"), items);
    }

    Set<String> keys() {
        return sentences.keySet();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
