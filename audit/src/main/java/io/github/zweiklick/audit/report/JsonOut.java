package io.github.zweiklick.audit.report;

import java.io.Writer;
import java.time.temporal.TemporalAccessor;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON as a stream: only what is being written is held. Texts are bounded, and masked where they come of pages. */
final class JsonOut {
    /** Whose writer stays open: it may be the terminal's. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;

    JsonOut(Writer writer) {
        generator = JSON.writerWithDefaultPrettyPrinter().createGenerator(writer);
        generator.writeStartObject();
    }

    /** A text that this program or the examiner says. */
    JsonOut plain(String name, String value) {
        generator.writeStringProperty(name, Plain.text(value));
        return this;
    }

    /** A text of a page, a browser or a host. */
    JsonOut text(String name, String value) {
        return plain(name, Masking.text(value));
    }

    /** An address that a page contacted or stored. */
    JsonOut address(String name, String value) {
        return plain(name, Masking.address(value));
    }

    /** The address of a page that was audited. */
    JsonOut page(String name, String value) {
        return plain(name, Masking.page(value));
    }

    JsonOut word(String name, Enum<?> value) {
        return plain(name, Plain.word(value));
    }

    JsonOut time(String name, TemporalAccessor value) {
        return plain(name, value.toString());
    }

    JsonOut number(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    /** Left out where it is no number: scripts of pages may say so. */
    JsonOut number(String name, double value) {
        if (Double.isFinite(value)) {
            generator.writeNumberProperty(name, value);
        }
        return this;
    }

    JsonOut flag(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    JsonOut nothing(String name) {
        generator.writeNullProperty(name);
        return this;
    }

    JsonOut object(String name, Runnable members) {
        generator.writeObjectPropertyStart(name);
        members.run();
        generator.writeEndObject();
        return this;
    }

    /** A list of objects. */
    <T> JsonOut list(String name, Iterable<? extends T> items, Consumer<T> members) {
        generator.writeArrayPropertyStart(name);
        for (T item : items) {
            generator.writeStartObject();
            members.accept(item);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }

    JsonOut numbers(String name, Iterable<Integer> items) {
        generator.writeArrayPropertyStart(name);
        items.forEach(generator::writeNumber);
        generator.writeEndArray();
        return this;
    }

    /** A list of texts of this program or the examiner. */
    JsonOut plains(String name, Iterable<String> items) {
        generator.writeArrayPropertyStart(name);
        items.forEach(item -> generator.writeString(Plain.text(item)));
        generator.writeEndArray();
        return this;
    }

    /** A list of texts of a page, a browser or a host. */
    JsonOut texts(String name, Iterable<String> items) {
        generator.writeArrayPropertyStart(name);
        items.forEach(item -> generator.writeString(Plain.text(Masking.text(item))));
        generator.writeEndArray();
        return this;
    }

    /** Ends the document; the writer stays open. One that was left half done must not end as if it were whole. */
    void end() {
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.close();
    }
}
