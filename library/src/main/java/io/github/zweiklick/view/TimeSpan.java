package io.github.zweiklick.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in the units people read.
 *
 * <p>No part's number is 1 where a smaller unit says the same, so that templates need no singular: one year is twelve
 * months, a day 24 hours. One month becomes 31 days, the longest it can be.
 */
record TimeSpan(List<Part> parts) {
    private static final List<String> UNITS =
            List.of("years", "months", "weeks", "days", "hours", "minutes", "seconds");
    private static final Pattern ISO =
            Pattern.compile("P(?:(\\d{1,6})Y)?(?:(\\d{1,6})M)?(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?"
                    + "(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,9})S)?)?");

    record Part(long number, String unit) {}

    /** @throws IllegalArgumentException if the text is no ISO 8601 duration, or an empty one */
    static TimeSpan parse(String iso) {
        Matcher found = ISO.matcher(iso);
        List<Part> parts = new ArrayList<>();
        if (found.matches()) {
            for (int i = 0; i < UNITS.size(); i++) {
                String number = found.group(i + 1);
                if (number != null && Long.parseLong(number) > 0) {
                    parts.add(plural(Long.parseLong(number), UNITS.get(i)));
                }
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Not an ISO 8601 duration such as P180D: " + iso);
        }
        return new TimeSpan(List.copyOf(parts));
    }

    private static Part plural(long number, String unit) {
        if (unit.equals("weeks")) {
            return new Part(number * 7, "days");
        }
        if (number > 1) {
            return new Part(number, unit);
        }
        return switch (unit) {
            case "years" -> new Part(12, "months");
            case "months" -> new Part(31, "days");
            case "days" -> new Part(24, "hours");
            case "hours" -> new Part(60, "minutes");
            case "minutes" -> new Part(60, "seconds");
            default -> new Part(number, unit);
        };
    }
}
