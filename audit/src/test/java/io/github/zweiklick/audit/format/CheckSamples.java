package io.github.zweiklick.audit.format;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks as they could have been made. */
final class CheckSamples {
    static final String HOSTILE = "\u001b[2J\u0000\ud800\u202e]]>\"&<\uffff \ud83c\udf89 [a](b) \r\n\u2028ü";

    private CheckSamples() {}

    static Problem problem(String identity, int line) {
        return new Problem(
                "frame",
                Problem.Level.ERROR,
                "<iframe src> contacts " + identity,
                Optional.of(new Problem.Region(line, 3, line + 1, 9)),
                identity);
    }

    static Problem note() {
        return new Problem("loader", Problem.Level.NOTE, "a note", Optional.empty(), "n");
    }

    static Checked checked(String name, Problem... problems) {
        return new Checked(name, Uris.legal(name), Optional.empty(), List.of(), List.of(problems));
    }

    static Checked failed(String name, String why) {
        return new Checked(name, Uris.legal(name), Optional.of(why), List.of("a notice"), List.of());
    }

    static Checks of(Checked... checked) {
        return new Checks(
                "scan",
                "0.1.0",
                List.of(
                        new Rule("frame", "Frame", "Take it out.", Problem.Level.ERROR),
                        new Rule("loader", "Loader", "Look at it.", Problem.Level.NOTE)),
                List.of(checked),
                Instant.parse("2026-11-29T10:00:00.123456Z"),
                Duration.ofMillis(1500));
    }
}
