package io.github.zweiklick.json;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 30 minutes}. */
public final class WrittenTime {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5}) (second|minute|hour|day)s?");

    private WrittenTime() {}

    /** Reads one such as {@code 6 hours}, of at least a second; empty where it is none. */
    public static Optional<Duration> read(String text) {
        Matcher written = TIME.matcher(text);
        return written.matches()
                ? Optional.of(Duration.of(
                        Long.parseLong(written.group(1)),
                        ChronoUnit.valueOf(written.group(2).toUpperCase(Locale.ROOT) + "S")))
                : Optional.empty();
    }

    /** In the largest unit of which it is a whole number. */
    static String of(Duration time) {
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
            long count = time.dividedBy(unit.getDuration());
            if (count > 0 && time.equals(unit.getDuration().multipliedBy(count))) {
                return count + " " + unit.toString().toLowerCase(Locale.ROOT).replaceFirst("s$", count == 1 ? "" : "s");
            }
        }
        return time.toSeconds() + (time.toSeconds() == 1 ? " second" : " seconds");
    }
}
