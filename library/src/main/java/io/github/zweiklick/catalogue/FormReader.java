package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the elements by which an embed is pasted. */
record FormReader(Map<String, Capture> captures) {
    private static final Pattern ELEMENT = Pattern.compile("\\*|[a-z][a-z0-9:-]{0,40}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9_:-]{0,60}");

    Form read(JsonObject json) {
        json.allow("element", "class", "attribute", "address", "captures");
        String element = json.requiredString("element");
        if (!ELEMENT.matcher(element).matches()) {
            throw json.wrong("element", "write the element's name in lower case, or * for any");
        }
        Optional<String> className = json.string("class");
        Optional<Form.AttributeTest> attribute = attribute(json);
        boolean isSpecific = element.contains("-") || element.contains(":");
        if (!isSpecific && className.isEmpty() && attribute.isEmpty()) {
            throw json.wrong(
                    "element", "every \"" + element + "\" of a page would be an embed; add \"class\" or \"attribute\"");
        }
        return new Form(
                element,
                className,
                attribute,
                json.string("address"),
                Ordered.copy(json.entries("captures", this::target)));
    }

    private static Optional<Form.AttributeTest> attribute(JsonObject json) {
        if (json.isString("attribute")) {
            return Optional.of(new Form.AttributeTest(json.requiredString("attribute"), Pattern.compile("")));
        }
        return json.object("attribute").map(test -> {
            test.allow("name", "pattern");
            return new Form.AttributeTest(test.requiredString("name"), PatternLint.read(test, "pattern"));
        });
    }

    private Form.Target target(JsonObject json, String attribute) {
        if (!ATTRIBUTE.matcher(attribute).matches()) {
            throw json.wrong(attribute, "write the attribute's name in lower case");
        }
        if (json.isString(attribute)) {
            return whole(json, attribute, json.requiredString(attribute));
        }
        return groups(json.requiredObject(attribute));
    }

    private Form.Target groups(JsonObject json) {
        json.allow("pattern");
        Pattern pattern = PatternLint.read(json, "pattern");
        NamedGroups names = NamedGroups.of(pattern);
        if (names.names().isEmpty()) {
            throw json.wrong("pattern", "name the groups after captures: (?<name>…)");
        }
        names.names().forEach(name -> CaptureReader.known(captures, json, "pattern", name));
        return new Form.Target.Groups(pattern);
    }

    /**
     * An attribute that need not be there is taken only where it looks right: {@code data-width="100%"} must not cost
     * the embed, while an airlock request with such a value is none of ours.
     */
    private Form.Target whole(JsonObject json, String attribute, String name) {
        Capture capture = CaptureReader.known(captures, json, attribute, name);
        return capture.shape()
                .filter(shape -> !capture.required())
                .<Form.Target>map(shape -> new Form.Target.Groups(
                        Pattern.compile("\\A\\s{0,9}(?<" + name + ">" + shape + ")(?:px)?\\s{0,9}\\z")))
                .orElseGet(() -> new Form.Target.Whole(name));
    }
}
