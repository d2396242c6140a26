package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    120                             | PT2M
                    ' 120 '                         | PT2M
                    1.5                             | PT2S
                    Tue, 24 Nov 2026 10:01:30 GMT   | PT1M30S
                    2026-11-24T10:05:00.123456Z     | PT5M0.123456S
                    2026-11-24T11:05:00+01:00       | PT5M
                    1795514460                      | PT1M
                    999999999                       | PT24H
                    1895514460                      | PT24H
                    Fri, 31 Dec 9999 23:59:59 GMT   | PT24H
                    +999999999-12-31T23:59:59Z      | PT24H
                    """)
    void retryAfterInAllItsForms(String value, Duration rest) {
        assertThat(quota(Map.of("retry-after", value)).rest()).contains(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-1",
                "soon",
                "NaN",
                "Infinity",
                "1d",
                "5f",
                "0x1p3",
                "1e3",
                "1795514460123",
                "12,5",
                "1 2",
                "Tue, 24 Nov 2026 09:59:00 GMT",
                "2026-11-24T09:59:00Z",
                "1795514000",
                "Tue, 24 Nov",
                "{}",
                "1;w=5",
                "99999999999999999999999999"
            })
    void nonsenseAndWhatIsPastIsNoRest(String value) {
        assertThat(quota(Map.of("retry-after", value)).rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x-rate-limit-  | 0     | 1795514460                  | PT1M
                    x-ratelimit-   | 0     | 2026-11-24T10:05:00.000000Z | PT5M
                    x-ratelimit-   | 0.0   | 340                         | PT5M40S
                    x-ratelimit-   | 0.4   | 340                         | PT5M40S
                    ratelimit-     | 0     | 1795514460                  | PT1M
                    ratelimit-     | 0     | 60                          | PT1M
                    """)
    void whoHasNothingLeftRestsUntilTheReset(String prefix, String left, String reset, Duration rest) {
        Quota quota = quota(Map.of(prefix + "remaining", left, prefix + "reset", reset));
        assertThat(quota.remaining()).hasValue(0);
        assertThat(quota.rest()).contains(rest);
    }

    @ParameterizedTest
    @CsvSource({"599.0, 599", "1, 1", "14.9, 14"})
    void whoHasSomethingLeftGoesOn(String left, long remaining) {
        Quota quota = quota(Map.of("x-ratelimit-remaining", left, "x-ratelimit-reset", "340"));
        assertThat(quota.remaining()).hasValue(remaining);
        assertThat(quota.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "1d", "NaN", "[]", "99999999999999999999"})
    void nonsenseIsNothingLeftNorKnown(String left) {
        Quota quota = quota(Map.of("x-ratelimit-remaining", left, "x-ratelimit-reset", "340"));
        assertThat(quota.remaining()).isEmpty();
        assertThat(quota.rest()).isEmpty();
        assertThat(quota.isSilent()).isTrue();
    }

    @Test
    void ofSeveralWindowsTheTighterCounts() {
        Quota quota = quota(Map.of(
                "x-rate-limit-remaining",
                "0",
                "x-rate-limit-reset",
                "30",
                "ratelimit-remaining",
                "7",
                "ratelimit-reset",
                "60",
                "retry-after",
                "10"));
        assertThat(quota.remaining()).hasValue(0);
        assertThat(quota.rest()).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"call_count":28,"total_time":25,"total_cputime":25}   | 28
                    {"call_count":1,"total_time":94.2,"total_cputime":25}  | 95
                    {"call_count":100,"total_time":0,"total_cputime":0}    | 100
                    {"call_count":0}                                       | 0
                    {"call_count":1e30}                                    | 2147483647
                    """)
    void usageIsTheLargestShare(String json, int percent) {
        for (String name : new String[] {"x-app-usage", "x-page-usage"}) {
            Quota quota = quota(Map.of(name, json));
            assertThat(quota.usedPercent()).hasValue(percent);
            assertThat(quota.rest().isPresent()).isEqualTo(percent >= 95);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "17", "\"95\"", "{\"call_count\":\"99\"}", "{", "<html>", "{\"a\":{}}"})
    void nonsenseIsNoUsage(String json) {
        Quota quota = quota(Map.of("x-app-usage", json, "x-business-use-case-usage", json));
        assertThat(quota.usedPercent()).isEmpty();
        assertThat(quota.rest()).isEmpty();
    }

    @Test
    void ofSeveralUsagesTheLargerCounts() {
        assertThat(quota(Map.of("x-app-usage", "{\"call_count\":40}", "x-page-usage", "{\"call_count\":30}"))
                        .usedPercent())
                .hasValue(40);
    }

    @Test
    void businessUsageTellsWhenItMayGoOn() {
        Quota quota = quota(Map.of("x-business-use-case-usage", """
                {"112130216863063": [{"type": "pages", "call_count": 100, "total_cputime": 25, "total_time": 25,
                  "estimated_time_to_regain_access": 19}],
                 "66782684": [{"type": "pages", "call_count": 30, "total_cputime": 25, "total_time": 25,
                  "estimated_time_to_regain_access": 0}]}"""));
        assertThat(quota.rest()).contains(Duration.ofMinutes(19));
        assertThat(quota.usedPercent()).hasValue(100);
    }

    @Test
    void businessUsageThatIsNearlyUpIsARest() {
        Quota quota = quota(Map.of(
                "x-business-use-case-usage",
                "{\"1\":[{\"type\":\"pages\",\"call_count\":96,\"estimated_time_to_regain_access\":0}]}"));
        assertThat(quota.usedPercent()).hasValue(96);
        assertThat(quota.rest()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, ", "-5, ", "5, PT5M", "2.5, PT2M", "100000, PT24H"})
    void minutesAreBounded(String minutes, Duration rest) {
        Quota quota = quota(
                Map.of("x-business-use-case-usage", "{\"1\":[{\"estimated_time_to_regain_access\":" + minutes + "}]}"));
        assertThat(quota.rest().orElse(null)).isEqualTo(rest);
    }

    private static Quota quota(Map<String, String> headers) {
        return Quota.of(new Answer(200, headers, new byte[0]), NOW);
    }
}
