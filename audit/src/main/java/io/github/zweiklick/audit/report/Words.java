package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report's texts in one language, and those of other parts of this program that speak to the same readers. */
public final class Words {
    /** The files of each language. */
    static final List<String> FILES = List.of("report", "page", "findings", "appendix");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final int LONGEST = 300;
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final Map<String, String> texts;
    private final Locale locale;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateAndTime;
    private final DateTimeFormatter time;

    private Words(Map<String, String> texts, Locale locale, ZoneId zone, String date) {
        this.texts = texts;
        this.locale = locale;
        this.date = DateTimeFormatter.ofPattern(date, locale).withZone(zone);
        this.dateAndTime =
                DateTimeFormatter.ofPattern(date + ", HH:mm:ss", locale).withZone(zone);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone);
    }

    /** German for German, English for all else. */
    public static Words of(Locale locale, ZoneId zone) {
        return of(locale, zone, Words.class, FILES);
    }

    /**
     * Texts of another part of this program.
     *
     * @param part a class beside whose resources {@code NAME_de.json} and {@code NAME_en.json} lie
     */
    public static Words of(Locale locale, ZoneId zone, Class<?> part, List<String> names) {
        boolean german = locale.getLanguage().equals("de");
        Locale spoken = german ? Locale.GERMAN : Locale.ENGLISH;
        return new Words(texts(spoken.getLanguage(), part, names), spoken, zone, german ? "dd.MM.uuuu" : "d MMMM uuuu");
    }

    static Map<String, String> texts(String tag) {
        return texts(tag, Words.class, FILES);
    }

    private static Map<String, String> texts(String tag, Class<?> part, List<String> names) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            String file = name + "_" + tag + ".json";
            try (InputStream in = part.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("The jar lacks " + file);
                }
                for (Map.Entry<String, JsonNode> entry :
                        JsonMapper.shared().readTree(in).properties()) {
                    if (texts.put(entry.getKey(), entry.getValue().stringValue()) != null) {
                        throw new IllegalStateException(entry.getKey() + " stands in two files");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return texts;
    }

    /** BCP 47 tag. */
    public String tag() {
        return locale.getLanguage();
    }

    /**
     * A text.
     *
     * @param places names and values in turn
     */
    public String say(String key, String... places) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + tag());
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(key, place.group(1), places)));
    }

    private static String value(String key, String name, String... places) {
        for (int i = 0; i < places.length; i += 2) {
            if (places[i].equals(name)) {
                return places[i + 1];
            }
        }
        throw new IllegalArgumentException(key + " has no value for " + name);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A text by number: {@code key.one} or {@code key.many}. */
    public String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".many"), "n", number(number));
    }

    /** {@code prefix.constant} in small letters. */
    public String name(String prefix, Enum<?> constant) {
        return say(key(prefix, constant));
    }

    public static String key(String prefix, Enum<?> constant) {
        return prefix + "." + constant.name().toLowerCase(Locale.ROOT);
    }

    public String list(Collection<String> items) {
        return String.join(say("list.separator"), items);
    }

    /** Digits in groups of three. */
    public String number(long number) {
        return Long.toString(number).replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", say("number.separator"));
    }

    public String date(Instant instant) {
        return date.format(readable(instant));
    }

    public String dateAndTime(Instant instant) {
        return dateAndTime.format(readable(instant));
    }

    public String time(Instant instant) {
        return time.format(readable(instant));
    }

    /** A page sets its cookies' end where it likes; calendars end earlier. */
    private static Instant readable(Instant instant) {
        return instant.isAfter(LATEST) ? LATEST : instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    }

    /** {@code Europe/Berlin (UTC+01:00)}. */
    static String zone(ZoneId zone, Instant instant) {
        String offset = ZonedDateTime.ofInstant(instant, zone).getOffset().getId();
        return zone.getId() + " (UTC" + (offset.equals("Z") ? "" : offset) + ")";
    }

    /** @param code ISO 3166-1 alpha-2 */
    String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** What a page says is told no further than it is of use, and how much is left out is said. */
    public String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + count("cut", text.length() - end);
    }
}
