package io.github.zweiklick.catalogue;

import java.util.Map;

/** Reads address templates: the address alone, or an object of base and query. */
record TemplateReader(Map<String, Capture> captures) {

    AddressTemplate read(Keys keys, String key) {
        if (keys.find(key).filter(json -> json instanceof Json.Text).isPresent()) {
            return new AddressTemplate(base(keys, key), Map.of());
        }
        if (!keys.has(key)) {
            throw keys.wrong(key, "write an address, or an object with 'base' and 'query'");
        }
        return keys.object(
                key,
                template -> new AddressTemplate(
                        base(template, "base"),
                        template.entries("query", (entries, name) -> known(entries, name, entries.text(name)))));
    }

    private String base(Keys keys, String key) {
        String base = known(keys, key, keys.text(key));
        boolean isWhole = base.startsWith("{+");
        if (!isWhole && !base.startsWith("https://")) {
            throw keys.wrong(key, "begin with https://");
        }
        for (TemplateText.Part part : TemplateText.parse(base)) {
            if (part instanceof TemplateText.Place place) {
                Capture capture = known(keys, key, place);
                if (!capture.required()) {
                    throw keys.wrong(
                            key,
                            "'" + place.name() + "' stands in the path, so its capture must say "
                                    + "\"required\": true");
                }
                boolean isSafe = capture.type() == Capture.Type.ADDRESS || capture.type() == Capture.Type.HOST;
                if (place.raw() && !isSafe) {
                    throw keys.wrong(
                            key,
                            "{+" + place.name() + "} is for captures of type address or host; write {" + place.name()
                                    + "}");
                }
            }
        }
        return base;
    }

    String known(Keys keys, String key, String text) {
        for (TemplateText.Part part : TemplateText.parse(text)) {
            if (!part.name().isEmpty()) {
                known(keys, key, part);
            } else if (part instanceof TemplateText.Literal literal
                    && (literal.text().contains("{") || literal.text().contains("}"))) {
                throw keys.wrong(key, "it holds a brace that belongs to no place; write {name}");
            }
        }
        return text;
    }

    private Capture known(Keys keys, String key, TemplateText.Part part) {
        Capture capture = captures.get(part.name());
        if (capture == null) {
            throw keys.wrong(
                    key,
                    "{" + part.name() + "} is no capture"
                            + Nearest.to(part.name(), captures.keySet())
                                    .map(near -> "; did you mean {" + near + "}?")
                                    .orElse("; add it to 'captures'"));
        }
        return capture;
    }
}
