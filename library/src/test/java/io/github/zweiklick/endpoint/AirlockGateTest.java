package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AirlockGateTest {
    private static final String OWN = "https://www.musterstadt.example";
    private static final String ABSENT = "-";

    /** Every combination of the two headers that tell where a request comes from. */
    static List<Arguments> origins() {
        List<Arguments> all = new ArrayList<>();
        for (String site : List.of(ABSENT, "same-origin", "same-site", "cross-site", "none", "SAME-ORIGIN", "")) {
            for (String origin : List.of(
                    ABSENT,
                    OWN,
                    "null",
                    "https://evil.example",
                    "http://www.musterstadt.example",
                    OWN + ":8443",
                    OWN + ".evil.example",
                    "")) {
                all.add(Arguments.of(site, origin, expected(site, origin)));
            }
        }
        return all;
    }

    private static Optional<Refusal> expected(String site, String origin) {
        if (!site.equals(ABSENT)) {
            return site.equals("same-origin") ? Optional.empty() : Optional.of(Refusal.CROSS_SITE);
        }
        return switch (origin) {
            case OWN -> Optional.empty();
            case ABSENT -> Optional.of(Refusal.NO_PROOF);
            case "null" -> Optional.of(Refusal.NULL_ORIGIN);
            default -> Optional.of(Refusal.CROSS_SITE);
        };
    }

    @ParameterizedTest
    @MethodSource("origins")
    void whereTheRequestComesFrom(String site, String origin, Optional<Refusal> expected) {
        Requests request = Requests.click("service=network").without("Sec-Fetch-Site", "Origin");
        request = site.equals(ABSENT) ? request : request.with("Sec-Fetch-Site", site);
        request = origin.equals(ABSENT) ? request : request.with("Origin", origin);
        assertThat(AirlockGate.check(request.build())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "OPTIONS", "post", ""})
    void onlyPostsPass(String method) {
        assertThat(AirlockGate.check(Requests.click("x=1").method(method).build()))
                .contains(Refusal.METHOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded|true",
                "APPLICATION/X-WWW-FORM-URLENCODED; charset=UTF-8|true",
                "text/plain|false",
                "multipart/form-data; boundary=x|false",
                "application/json|false",
                "application/x-www-form-urlencodedx|false",
                "''|false"
            })
    void onlyFormsPass(String type, boolean passes) {
        assertThat(AirlockGate.check(
                                Requests.click("x=1").with("Content-Type", type).build())
                        .isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void aRequestWithoutATypeIsNoForm() {
        assertThat(AirlockGate.check(
                        Requests.click("x=1").without("Content-Type").build()))
                .contains(Refusal.MEDIA_TYPE);
    }

    @Test
    void theLargestBodyPassesAndOneByteMoreDoesNot() {
        assertThat(AirlockGate.check(
                        Requests.click("x=1").body("a".repeat(Request.MAX_BODY)).build()))
                .isEmpty();
        assertThat(AirlockGate.check(Requests.click("x=1")
                        .body("a".repeat(Request.MAX_BODY + 1))
                        .build()))
                .contains(Refusal.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "ONCE,true,?1,true",
        "ONCE,true,-,false",
        "ONCE,true,?0,false",
        "ONCE,false,-,true",
        "ONCE,false,?1,true",
        "REMEMBER,true,?1,true",
        "REMEMBER,true,-,false",
        "REMEMBER,false,-,true",
        "REPLAY,true,-,true",
        "REPLAY,true,?1,true",
        "REPLAY,false,-,true"
    })
    void aClickIsDemandedOfBrowsersThatTellOfClicks(Scope scope, boolean hints, String user, boolean passes) {
        Requests request = Requests.click("x=1").without("Sec-CH-UA", "Sec-Fetch-User");
        request = hints ? request.with("Sec-CH-UA", "\"Chromium\"") : request;
        request = user.equals(ABSENT) ? request : request.with("Sec-Fetch-User", user);
        assertThat(AirlockGate.activation(request.build(), scope).isEmpty()).isEqualTo(passes);
    }
}
