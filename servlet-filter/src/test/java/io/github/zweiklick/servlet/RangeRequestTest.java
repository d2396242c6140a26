package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeRequestTest {
    private static final String DATE = "Sun, 09 Sep 2001 01:46:40 GMT";

    private static HeldHeaders held() {
        HeldHeaders held = new HeldHeaders();
        held.set("Accept-Ranges", "bytes");
        held.set("Content-Length", "5000");
        held.set("ETag", "\"a\"");
        held.set("Last-Modified", DATE);
        return held;
    }

    private static Optional<String> part(String range, HeldHeaders held) {
        return new RangeRequest(Optional.of(range), Optional.empty()).part(held).map(BytePart::contentRange);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, bytes 0-9/5000",
        "bytes=4990-, bytes 4990-4999/5000",
        "bytes=-10, bytes 4990-4999/5000",
        "bytes=-9999, bytes 0-4999/5000",
        "bytes=0-999999999999999999, bytes 0-4999/5000",
        "Bytes = 0-0, bytes 0-0/5000",
        "bytes=5000-, bytes */5000",
        "bytes=5000-6000, bytes */5000",
        "bytes=-0, bytes */5000"
    })
    void findsThePart(String range, String contentRange) {
        assertThat(part(range, held())).hasValue(contentRange);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=9-0",
                "bytes=0-9,20-29",
                "bytes=a-b",
                "bytes 0-9",
                "lines=0-9",
                "",
                "bytes=0-9999999999999999999"
            })
    void answersAnythingElseWithAll(String range) {
        assertThat(part(range, held())).isEmpty();
    }

    @Test
    void countsTheBytesOfAPart() {
        assertThat(new BytePart(0, 9, 5000).length()).isEqualTo(10);
        assertThat(new BytePart(5000, 4999, 5000).length()).isZero();
        HeldHeaders empty = held();
        empty.set("Content-Length", "0");
        assertThat(part("bytes=0-", empty)).hasValue("bytes */0");
    }

    @Test
    void asksTheApplicationWhetherThereAreParts() {
        HeldHeaders none = held();
        none.set("Accept-Ranges", "none");
        assertThat(part("bytes=0-9", none)).isEmpty();
        HeldHeaders silent = held();
        silent.remove("Accept-Ranges");
        assertThat(part("bytes=0-9", silent)).isEmpty();
        HeldHeaders endless = held();
        endless.remove("Content-Length");
        assertThat(part("bytes=0-9", endless)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a\" | true",
                "\"b\" | false",
                "W/\"a\" | false",
                DATE + " | true",
                "Sun, 09 Sep 2001 01:46:41 GMT | false",
                "a | false"
            })
    void isOfOneVersion(String ifRange, boolean expected) {
        assertThat(new RangeRequest(Optional.of("bytes=0-9"), Optional.of(ifRange)).part(held()))
                .matches(part -> part.isPresent() == expected);
    }

    @Test
    void comparesNoWeakTag() {
        HeldHeaders weak = held();
        weak.set("ETag", "W/\"a\"");
        assertThat(new RangeRequest(Optional.of("bytes=0-9"), Optional.of("W/\"a\"")).part(weak))
                .isEmpty();
    }
}
