package io.github.zweiklick.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit as a program of its own: it brings a browser's driver, and is built after the demo.
 *
 * @param command what starts it, without its arguments
 */
record Audit(List<String> command) {
    /** What the audit says on its way. */
    private static final String PROGRESS =
            "https?://.*: [a-z]+|[0-9]+/[0-9]+ .*|This browser has passed no self-test yet.*";

    /** Far more than the longest visit takes, with the self-test before the first. */
    private static final Duration MOST = Duration.ofMinutes(4);

    /** It could not test; the message says why. */
    static final class NotTested extends Exception {
        private static final long serialVersionUID = 1L;

        NotTested(String message) {
            super(message);
        }
    }

    Audit {
        command = List.copyOf(command);
    }

    /** Visits a page before any consent. */
    Measurement visit(String url, List<String> own) throws NotTested, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(
                "visit", "--format", "json", "--phases", "load,interact", "--first-party", String.join(",", own), url));
        try {
            Process process = new ProcessBuilder(line).start();
            try {
                return read(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        } catch (IOException refused) {
            throw new NotTested("The audit cannot be started: " + refused.getMessage());
        }
    }

    private static Measurement read(Process process) throws NotTested, InterruptedException, IOException {
        CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
        CompletableFuture<String> found =
                CompletableFuture.supplyAsync(() -> text(process.inputReader(StandardCharsets.UTF_8)));
        if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
            throw new NotTested("The audit did not end within " + MOST.toMinutes() + " minutes");
        }
        if (process.exitValue() > 1 || found.join().isBlank()) {
            throw new NotTested(
                    said.join().lines().filter(line -> !line.matches(PROGRESS)).collect(Collectors.joining("\n")));
        }
        try {
            JsonNode document = JsonMapper.shared().readTree(found.join());
            return Measurement.of(
                    document.required("pages").required(0),
                    document.required("setup").required("browser"));
        } catch (JacksonException strange) {
            throw new NotTested("The audit's report cannot be read: " + strange.getOriginalMessage());
        }
    }

    private static String text(BufferedReader reader) {
        try (reader) {
            StringBuilder text = new StringBuilder();
            reader.lines().forEach(line -> text.append(line).append('\n'));
            return text.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
