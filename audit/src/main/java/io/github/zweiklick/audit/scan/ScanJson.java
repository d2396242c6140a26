package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.Characters;
import io.github.zweiklick.audit.format.Problem;
import io.github.zweiklick.audit.report.Masking;
import io.github.zweiklick.audit.result.AuditVersion;
import io.github.zweiklick.page.ForeignPart;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/** A scan as JSON; {@code docs/scanning.md} tells its members. */
final class ScanJson {
    private static final int FORM = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;

    private ScanJson(JsonGenerator out) {
        this.out = out;
    }

    /** The writer stays open. */
    static void write(ScanResult result, Writer writer) throws IOException {
        try (JsonGenerator out = JSON.writerWithDefaultPrettyPrinter().createGenerator(writer)) {
            new ScanJson(out).write(result);
            out.writeRaw('\n');
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private void write(ScanResult result) {
        out.writeStartObject();
        out.writeNumberProperty("scan", FORM);
        text("version", AuditVersion.NUMBER);
        text("began", result.began().toString());
        out.writeBooleanProperty("whole", result.failed() == 0);
        out.writeNumberProperty("foreign", result.foreign());
        out.writeArrayPropertyStart("scanned");
        result.scanned().forEach(this::write);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(Scanned one) {
        out.writeStartObject();
        text("name", one.name());
        text("uri", one.uri());
        one.error().ifPresent(why -> text("error", why));
        one.charset().ifPresent(charset -> text("charset", charset));
        texts("notices", one.notices());
        out.writeArrayPropertyStart("found");
        one.found().forEach(this::write);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(Scanned.Found found) {
        Problem problem = found.problem();
        out.writeStartObject();
        text("rule", problem.rule());
        text("level", problem.level().name().toLowerCase(Locale.ROOT));
        text("message", problem.message());
        found.part().ifPresent(this::write);
        out.writeEndObject();
    }

    private void write(ForeignPart part) {
        text("element", part.element());
        texts("attributes", part.attributes());
        texts("hosts", part.hosts());
        part.service().ifPresent(service -> text("service", service.id()));
        part.content().ifPresent(content -> text("content", content.id()));
        if (part.kind() == ForeignPart.Kind.EMBED) {
            out.writeBooleanProperty("loadable", part.loadable());
        }
        out.writeBooleanProperty("nested", part.nested());
        number("line", part.range().line());
        number("column", part.range().column());
        number("endLine", part.range().endLine());
        number("endColumn", part.range().endColumn());
        number("start", part.range().start());
        number("end", part.range().end());
        // An address may hold a key.
        text("excerpt", Masking.text(part.excerpt()));
    }

    private void number(String name, int value) {
        out.writeNumberProperty(name, value);
    }

    private void text(String name, String value) {
        out.writeStringProperty(name, Characters.wellFormed(value));
    }

    private void texts(String name, List<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(value -> out.writeString(Characters.wellFormed(value)));
        out.writeEndArray();
    }
}
