package io.github.zweiklick.audit.harness;

import java.util.List;
import java.util.Optional;

/** Header fields in their order. */
public record HttpFields(List<Field> fields) {

    /** One line of a header. */
    public record Field(String name, String value) {}

    public HttpFields {
        fields = List.copyOf(fields);
    }

    /** The first value; names are compared without regard to case (RFC 9110, 5.1). */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }
}
