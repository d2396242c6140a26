package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 04 May 2026 10:00:00 GMT | 2026-05-04T10:00:00Z",
                "Mon, 4 May 2026 10:00:00 +0200 | 2026-05-04T08:00:00Z",
                "04 May 26 10:00 EST | 2026-05-04T15:00:00Z",
                "04 May 99 10:00 PDT | 1999-05-04T17:00:00Z",
                "Mo, 04 Mai 2026 10:00:00 MESZ | 2026-05-04T08:00:00Z",
                "Montag, 4. März 2026 10:00:00 MEZ | 2026-03-04T09:00:00Z",
                "Seg, 24 Set 2018 19:42:40 -0300 | 2018-09-24T22:42:40Z",
                "ter, 30 Out 2018 19:42:40 -03:00 | 2018-10-30T22:42:40Z",
                "Terça-feira, 30 Out 2018 19:42:40 -0300 | 2018-10-30T22:42:40Z",
                "jeu., 15 août 2024 08:00:00 GMT+02:00 | 2024-08-15T06:00:00Z",
                "15 juillet 2024 08:00 UTC | 2024-07-15T08:00:00Z",
                "15 juin 2024 08:00 Z | 2024-06-15T08:00:00Z",
                "Wed, 15 Jan 2025 08:00:00 XYZ | 2025-01-15T08:00:00Z",
                "Sat, 31 Dec 2016 23:59:60 GMT | 2016-12-31T23:59:59Z",
                "04-May-2026 10:00:00 GMT | 2026-05-04T10:00:00Z",
                "4 May 2026 | 2026-05-04T00:00:00Z",
                "Mon, 04 May 2026 10:00:00 +0200 (CEST) | 2026-05-04T08:00:00Z",
                "2026-05-04T10:00:00Z | 2026-05-04T10:00:00Z",
                "2026-05-04t10:00:00.123456+02:00 | 2026-05-04T08:00:00.123456Z",
                "2026-05-04T10:00+0200 | 2026-05-04T08:00:00Z",
                "2026-05-04 10:00:00 CEST | 2026-05-04T08:00:00Z",
                "2026-05-04 | 2026-05-04T00:00:00Z",
            })
    void whatFeedsWrite(String written, Instant time) {
        assertThat(FeedTimes.read(written)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0001-01-01T00:00:00Z",
                "0000-00-00 00:00:00",
                "Mon, 32 May 2026 10:00:00 GMT",
                "04 Foo 2026",
                "30 Feb 2026 10:00 GMT",
                "2026-13-01",
                "04 May 2026 25:00 GMT",
                "04 May 2026 10:00 +9900",
                "1777888800"
            })
    void whatIsNoTime(String written) {
        assertThat(FeedTimes.read(written)).isEmpty();
    }
}
