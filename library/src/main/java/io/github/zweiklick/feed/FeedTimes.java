package io.github.zweiklick.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 822 as RSS demands it, with years of two digits, names of zones, without seconds, with days and
 * months in the language of the page; RFC 3339 as Atom demands it; and forms of ISO 8601 with a day alone, without a zone, or
 * with a space for the T. A time without a zone counts as UTC.
 */
final class FeedTimes {
    private static final int LONGEST = 80;
    private static final Duration LEAST_EDIT = Duration.ofMinutes(1);
    private static final Pattern WRITTEN = Pattern.compile("(?:[\\p{L}-]+\\.?,?\\s+)?"
            + "(?<day>[0-9]{1,2})\\.?[\\s-]+(?<month>\\p{L}{3,12})\\.?[\\s-]+(?<year>[0-9]{4}|[0-9]{2})"
            + "(?:,?\\s+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?(?:\\.[0-9]+)?)?"
            + "\\s*(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?[+-][0-9]{2}:?[0-9]{2})?(?:\\s*\\(.*\\))?");
    private static final Pattern ISO = Pattern.compile("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "(?:[Tt ]\\s*(?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
            + "\\s*(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2}|[A-Z]{3,4})?)?");

    /** First letters of the months in English, German, French, Spanish, Italian, Portuguese and Dutch. */
    private static final List<Pattern> MONTHS = List.of(
            month("jan|ene|gen"),
            month("feb|f[eé]v"),
            month("mar|mär|mrz|mrt|maa"),
            month("apr|avr|abr"),
            month("may|mai|mag|mei"),
            month("jun|juin|giu"),
            month("jul|juil|lug"),
            month("aug|ao[uû]|ago"),
            month("sep|set"),
            month("oct|okt|ott|out"),
            month("nov"),
            month("dec|dez|d[eé]c|dic"));

    /** Those of RFC 822, section 5, and of Central Europe. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("UT", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("Z", "Z"),
            Map.entry("WET", "Z"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("PST", "-08:00"));

    private FeedTimes() {}

    private static Pattern month(String starts) {
        return Pattern.compile("(?i)(?:" + starts + ")\\p{L}*", Pattern.UNICODE_CASE);
    }

    /** A time; empty where it is none, or one such as the year 1 that stands for none. */
    static Optional<Instant> read(String text) {
        String line = text.strip();
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        return parsed(line).filter(FeedAnswers::isTime);
    }

    /** Whether a later time is that of an edit: many publish by the minute and count seconds from then. */
    static boolean isEdit(Instant published, Instant updated) {
        return updated.isAfter(published.plus(LEAST_EDIT));
    }

    private static Optional<Instant> parsed(String line) {
        try {
            Matcher iso = ISO.matcher(line);
            if (iso.matches()) {
                String time = Optional.ofNullable(iso.group("time")).orElse("00:00");
                return Optional.of(LocalDate.parse(iso.group("date"))
                        .atTime(LocalTime.parse(time))
                        .toInstant(zone(Optional.ofNullable(iso.group("zone")))));
            }
            Matcher written = WRITTEN.matcher(line);
            return written.matches() ? Optional.of(read(written)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Instant read(Matcher written) {
        return LocalDateTime.of(
                        year(written.group("year")),
                        month(written),
                        number(written, "day"),
                        number(written, "hour"),
                        number(written, "minute"),
                        // A leap second is the next minute's.
                        Math.min(number(written, "second"), 59))
                .toInstant(zone(Optional.ofNullable(written.group("zone"))));
    }

    /** RFC 2822, section 4.3: of two digits those below 50 are of this century. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static int month(Matcher written) {
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).matcher(written.group("month")).matches()) {
                return month + 1;
            }
        }
        throw new DateTimeException("no month");
    }

    private static int number(Matcher written, String group) {
        return Optional.ofNullable(written.group(group)).map(Integer::parseInt).orElse(0);
    }

    /** Of a zone that is not known the time counts as UTC: RFC 2822, section 4.3. */
    private static ZoneOffset zone(Optional<String> name) {
        return name.map(zone -> zone.toUpperCase(Locale.ROOT))
                .map(zone -> zone.matches("(?:GMT|UTC).+") ? zone.substring(3) : zone)
                .map(zone -> zone.startsWith("+") || zone.startsWith("-") ? zone : ZONES.getOrDefault(zone, "Z"))
                .map(ZoneOffset::of)
                .orElse(ZoneOffset.UTC);
    }
}
