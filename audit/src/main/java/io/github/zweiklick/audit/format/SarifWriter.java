package io.github.zweiklick.audit.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes SARIF 2.1.0, which code hosts and editors read.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html">SARIF 2.1.0</a>
 */
public final class SarifWriter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** Names what goes into it: rule, identity, and which of several alike in a file it is. */
    private static final String FINGERPRINT = "zweiklickProblem/v1";

    private static final int FINGERPRINT_BYTES = 16;
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Checks checks;
    private final JsonGenerator out;
    private final Map<String, Integer> rules = new HashMap<>();

    private SarifWriter(Checks checks, JsonGenerator out) {
        this.checks = checks;
        this.out = out;
        for (Rule rule : checks.rules()) {
            rules.put(rule.id(), rules.size());
        }
    }

    /** The writer stays open. */
    public static void write(Checks checks, Writer writer) throws IOException {
        try (JsonGenerator out = JSON.writerWithDefaultPrettyPrinter().createGenerator(writer)) {
            new SarifWriter(checks, out).write();
            out.writeRaw('\n');
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private void write() {
        out.writeStartObject();
        text("$schema", SCHEMA);
        text("version", "2.1.0");
        array("runs", () -> object(this::run));
        out.writeEndObject();
    }

    private void run() {
        object(
                "tool",
                () -> object("driver", () -> {
                    text("name", "zweiklick-audit");
                    text("version", checks.version());
                    text("semanticVersion", checks.version());
                    array("rules", () -> checks.rules().forEach(rule -> object(() -> rule(rule))));
                }));
        // The code host tells uploads of one program apart by it.
        object("automationDetails", () -> text("id", "zweiklick-" + checks.name() + "/"));
        text("columnKind", "unicodeCodePoints");
        array("newlineSequences", () -> List.of("\r\n", "\n", "\r").forEach(out::writeString));
        array("invocations", () -> object(this::invocation));
        array("results", () -> checks.checked().forEach(this::results));
    }

    private void rule(Rule rule) {
        text("id", rule.id());
        message("shortDescription", rule.title());
        message("fullDescription", rule.title());
        message("help", rule.help());
        object("defaultConfiguration", () -> level(rule.level()));
    }

    private void invocation() {
        out.writeBooleanProperty("executionSuccessful", checks.isWhole());
        text("startTimeUtc", checks.began().toString());
        text("endTimeUtc", checks.began().plus(checks.took()).toString());
        array(
                "toolExecutionNotifications",
                () -> checks.checked().forEach(one -> {
                    one.error().ifPresent(why -> object(() -> notification(one, Problem.Level.ERROR, why)));
                    one.notices().forEach(what -> object(() -> notification(one, Problem.Level.NOTE, what)));
                }));
    }

    private void notification(Checked one, Problem.Level level, String what) {
        level(level);
        message("message", what);
        location(one, Optional.empty());
    }

    private void results(Checked one) {
        Map<String, Integer> alike = new HashMap<>();
        for (Problem problem : one.problems()) {
            String same = problem.rule() + "\0" + problem.identity();
            int number = alike.merge(same, 1, Integer::sum);
            object(() -> result(one, problem, fingerprint(same + "\0" + number)));
        }
    }

    private void result(Checked one, Problem problem, String fingerprint) {
        text("ruleId", problem.rule());
        Integer index = rules.get(problem.rule());
        if (index != null) {
            out.writeNumberProperty("ruleIndex", index);
        }
        level(problem.level());
        message("message", problem.message());
        location(one, problem.region());
        object("partialFingerprints", () -> text(FINGERPRINT, fingerprint));
    }

    private void location(Checked one, Optional<Problem.Region> region) {
        array(
                "locations",
                () -> object(() -> object("physicalLocation", () -> {
                    object("artifactLocation", () -> text("uri", one.uri()));
                    region.ifPresent(where -> object("region", () -> {
                        out.writeNumberProperty("startLine", where.line());
                        out.writeNumberProperty("startColumn", where.column());
                        out.writeNumberProperty("endLine", where.endLine());
                        out.writeNumberProperty("endColumn", where.endColumn());
                    }));
                })));
    }

    private static String fingerprint(String of) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private void level(Problem.Level level) {
        text("level", level.name().toLowerCase(Locale.ROOT));
    }

    /** Brackets followed by parentheses would be read as a link (SARIF, 3.11.6). */
    private void message(String name, String message) {
        object(name, () -> text("text", message.replace("](", "] (")));
    }

    private void text(String name, String value) {
        out.writeStringProperty(name, Characters.wellFormed(value));
    }

    private void object(String name, Runnable members) {
        out.writeName(name);
        object(members);
    }

    private void object(Runnable members) {
        out.writeStartObject();
        members.run();
        out.writeEndObject();
    }

    private void array(String name, Runnable items) {
        out.writeArrayPropertyStart(name);
        items.run();
        out.writeEndArray();
    }
}
