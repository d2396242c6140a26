package io.github.zweiklick.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as those read them who look after the site: beside the log, which is in UTC. */
final class AdminTime {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AdminTime() {}

    static String of(Instant time) {
        return TIME.format(time);
    }
}
