package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorsTest {
    private static final String DATE = "Sun, 09 Sep 2001 01:46:40 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a\" | \"a\" | true",
                "W/\"a\" | \"a\" | true",
                "\"a\" | W/\"a\" | true",
                "\"a\" | \"b\", W/\"a\" | true",
                "\"a\" | * | true",
                "\"a\" | \"b\" | false",
                "\"a\" | \"a--gzip\" | true",
                "\"a\" | a | false"
            })
    void compareWeakly(String etag, String asked, boolean expected) {
        Validators validators = new Validators(Optional.of(etag), Optional.of(DATE));
        assertThat(validators.match(asked(Optional.of(asked), Optional.of(DATE))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                DATE + " | true",
                "Sun, 09 Sep 2001 01:46:39 GMT | false",
                "Mon, 01 Jan 2035 00:00:00 GMT | true",
                "yesterday | false"
            })
    void compareDates(String since, boolean expected) {
        Validators validators = new Validators(Optional.empty(), Optional.of(DATE));
        assertThat(validators.match(asked(Optional.empty(), Optional.of(since))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a\" | \"a\" | | false",
                "\"a\" | \"b\", \"a\" | | false",
                "\"a\" | * | | false",
                "\"a\" | \"b\" | | true",
                "W/\"a\" | W/\"a\" | | true",
                "| \"b\" | | false",
                "\"a\" | \"a\" | Sun, 09 Sep 2001 01:46:39 GMT | false",
                "\"a\" | | Sun, 09 Sep 2001 01:46:39 GMT | true",
                "\"a\" | | " + DATE + " | false",
                "\"a\" | | yesterday | false"
            })
    void failWhereTheBrowserHasAnother(String etag, String ifMatch, String ifUnmodifiedSince, boolean expected) {
        Validators validators = new Validators(Optional.ofNullable(etag), Optional.of(DATE));
        assertThat(validators.fail(new Validators.Asked(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(ifMatch),
                        Optional.ofNullable(ifUnmodifiedSince))))
                .isEqualTo(expected);
    }

    private static Validators.Asked asked(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {
        return new Validators.Asked(ifNoneMatch, ifModifiedSince, Optional.empty(), Optional.empty());
    }

    @Test
    void writeTheFixedFormat() {
        assertThat(Validators.date(1_000_000_000_000L)).isEqualTo(DATE);
    }
}
