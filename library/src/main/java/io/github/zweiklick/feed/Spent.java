package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was paid for.
 *
 * @param day of UTC
 * @param onDay posts read on it
 * @param inMonth posts read in its month
 */
record Spent(LocalDate day, int onDay, int inMonth) {
    private static final Pattern WRITTEN = Pattern.compile("spent 1 (\\d{4}-\\d{2}-\\d{2}) (\\d{1,9}) (\\d{1,9})");

    /** The same as of a day. Of nodes whose clocks differ at midnight one may be a day ahead: what it counts goes on to count. */
    Spent on(LocalDate today) {
        if (!today.isAfter(day)) {
            return new Spent(today.equals(day.minusDays(1)) ? day : today, onDay, inMonth);
        }
        return new Spent(today, 0, YearMonth.from(today).equals(YearMonth.from(day)) ? inMonth : 0);
    }

    /** So many more, or fewer. */
    Spent plus(int posts) {
        return new Spent(day, Math.max(0, onDay + posts), Math.max(0, inMonth + posts));
    }

    byte[] written() {
        return ("spent 1 " + day + " " + onDay + " " + inMonth).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What was written.
     *
     * @throws Ledger.UnreadableException where it cannot be understood
     */
    static Spent read(byte[] written) throws Ledger.UnreadableException {
        Matcher found = WRITTEN.matcher(new String(written, StandardCharsets.US_ASCII));
        if (found.matches()) {
            try {
                return new Spent(
                        LocalDate.parse(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)));
            } catch (DateTimeException noDay) {
                // As below.
            }
        }
        throw Ledger.UnreadableException.ofAnotherVersion("what is kept");
    }
}
