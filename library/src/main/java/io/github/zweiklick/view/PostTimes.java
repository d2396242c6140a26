package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times for readers and for programs. */
record PostTimes(ZoneId zone) {

    Html of(Instant time, Wording wording) {
        return new HtmlBuilder()
                .open("time")
                .attribute("datetime", machine(time))
                .text(text(time, wording))
                .close()
                .toHtml();
    }

    String text(Instant time, Wording wording) {
        return wording.time(time.atZone(zone));
    }

    /** With the site's offset, to the second. */
    String machine(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.atZone(zone).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime());
    }
}
