package io.github.zweiklick.audit.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Starts programs in a network namespace of their own (Linux), without privileges where the system permits that. */
final class Namespace {

    private static final String TOLD = "ZWEIKLICK_NAMESPACE";
    private static final String SCRIPT = script();

    private Namespace() {}

    /** Whether one can be made here. {@code ZWEIKLICK_NAMESPACE=no} asks for none. */
    static boolean isPermitted() {
        if ("no".equals(System.getenv(TOLD))) {
            return false;
        }
        try {
            return starter(List.of("true"))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noUnshare) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static ProcessBuilder starter(List<String> program) {
        String flags = System.getProperty("user.name").equals("root") ? "-nm" : "-rnm";
        List<String> command = new ArrayList<>(List.of("unshare", flags, "sh", "-c", SCRIPT, "sh"));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(TOLD, "yes");
        return builder;
    }

    private static String script() {
        try (InputStream script =
                Objects.requireNonNull(Namespace.class.getResourceAsStream("enter.sh"), "enter.sh is missing")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("enter.sh", e);
        }
    }
}
