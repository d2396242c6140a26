package io.github.zweiklick.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheLifetimeTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public, max-age=86400 | public, max-age=900",
                "max-age=60 | max-age=60",
                "Max-Age=\"3600\", s-maxage=99999999999999 | max-age=900, s-maxage=900",
                "private, max-age=3600, stale-while-revalidate=600, stale-if-error=1 | private, max-age=900,"
                        + " stale-while-revalidate=0, stale-if-error=0",
                "max-age=31536000, immutable | max-age=900",
                "no-store | no-store",
                "private=\"a, b\" | private=\"a, b\"",
                "max-age=soon | max-age=soon",
            })
    void lifetimesAreShortenedAndNothingElse(String said, String capped) {
        assertThat(CacheLifetime.cacheControl(List.of(said), QUARTER)).isEqualTo(capped);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(CacheLifetime.cacheControl(List.of("public", "max-age=3600"), QUARTER))
                .isEqualTo("public, max-age=900");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "stays",
            value = {
                "Wed, 25 Nov 2026 10:00:00 GMT | Tue, 24 Nov 2026 10:15:00 GMT",
                "Tue, 24 Nov 2026 10:15:00 GMT | stays",
                "Tue, 24 Nov 2026 10:05:00 GMT | stays",
                "0 | stays",
                "-1 | stays",
                "Wednesday, 25-Nov-26 10:00:00 GMT | 0",
                "Wed Nov 25 10:00:00 2026 | 0",
            })
    void datesAreShortened(String said, String capped) {
        assertThat(CacheLifetime.expires(said, NOW, QUARTER).orElse(null)).isEqualTo(capped);
    }
}
