package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers as the networks give them, of a city that there is not. */
final class Fixtures {
    private Fixtures() {}

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    static StubServer.Reply json(String name) {
        return StubServer.json(text(name));
    }

    static StubServer.Reply xml(String name) {
        return StubServer.answer(200, Map.of("Content-Type", "text/xml"), bytes(name));
    }

    static List<Post> posts(FeedSource source, StubServer stub, Map<String, String> texts) throws UpstreamException {
        try (StubReading reading = new StubReading(source, stub, texts)) {
            return reading.read().posts();
        }
    }

    /** Why a source cannot be read; nothing of a secret is in it. */
    static Fault fault(FeedSource source, StubServer stub, Map<String, String> texts) {
        try (StubReading reading = new StubReading(source, stub, texts)) {
            UpstreamException failure = catchThrowableOfType(UpstreamException.class, reading::read);
            assertThat(failure).as("a fault").isNotNull();
            assertThat(failure + " " + failure.fault()).doesNotContain(StubReading.SECRET);
            return failure.fault();
        }
    }

    /** What a source says of a configuration. */
    static boolean isWrong(FeedSource source, Map<String, String> texts) {
        return source.wrong(new FeedSource.Given(Map.of(), texts, Map.of(), Map.of(), 10))
                .isPresent();
    }
}
