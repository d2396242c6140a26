package io.github.zweiklick.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the elements by which an embed is pasted. */
record FormReader(Map<String, Capture> captures) {
    private static final Pattern ELEMENT = Pattern.compile("\\*|[a-z][a-z0-9:-]{0,40}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9_-]{0,60}");

    Form read(Keys keys) {
        String element = keys.text("element");
        if (!ELEMENT.matcher(element).matches()) {
            throw keys.wrong("element", "write the element's name in lower case, or * for any");
        }
        Optional<String> className = keys.textIfAny("class");
        Optional<Form.AttributeTest> attribute = attribute(keys);
        boolean isSpecific = element.contains("-") || element.contains(":");
        if (!isSpecific && className.isEmpty() && attribute.isEmpty()) {
            throw keys.wrong(
                    "element", "every '" + element + "' of a page would be an embed; add 'class' or 'attribute'");
        }
        return new Form(
                element,
                className,
                attribute,
                keys.textIfAny("address"),
                Ordered.copy(keys.entries("captures", this::target)));
    }

    private static Optional<Form.AttributeTest> attribute(Keys keys) {
        if (keys.find("attribute").filter(json -> json instanceof Json.Text).isPresent()) {
            return Optional.of(new Form.AttributeTest(keys.text("attribute"), Pattern.compile("")));
        }
        return keys.objectIfAny(
                "attribute", test -> new Form.AttributeTest(test.text("name"), test.pattern("pattern")));
    }

    private Form.Target target(Keys keys, String attribute) {
        if (!ATTRIBUTE.matcher(attribute).matches()) {
            throw keys.wrong(attribute, "write the attribute's name in lower case");
        }
        if (keys.find(attribute).filter(json -> json instanceof Json.Text).isPresent()) {
            return whole(keys, attribute, keys.text(attribute));
        }
        return keys.object(attribute, groups -> {
            Pattern pattern = groups.pattern("pattern");
            NamedGroups names = NamedGroups.of(pattern);
            if (names.names().isEmpty()) {
                throw groups.wrong("pattern", "name the groups after captures: (?<name>…)");
            }
            names.names().forEach(name -> known(groups, "pattern", name));
            return new Form.Target.Groups(pattern);
        });
    }

    /**
     * An attribute that need not be there is taken only where it looks right: {@code data-width="100%"} must not cost
     * the embed, while an airlock request with such a value is none of ours.
     */
    private Form.Target whole(Keys keys, String attribute, String name) {
        Capture capture = known(keys, attribute, name);
        return capture.shape()
                .filter(shape -> !capture.required())
                .<Form.Target>map(shape -> new Form.Target.Groups(
                        Pattern.compile("\\A\\s{0,9}(?<" + name + ">" + shape + ")(?:px)?\\s{0,9}\\z")))
                .orElseGet(() -> new Form.Target.Whole(name));
    }

    private Capture known(Keys keys, String key, String name) {
        Capture capture = captures.get(name);
        if (capture == null) {
            throw keys.wrong(
                    key,
                    "'" + name + "' is no capture"
                            + Nearest.to(name, captures.keySet())
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("; add it to 'captures'"));
        }
        return capture;
    }
}
