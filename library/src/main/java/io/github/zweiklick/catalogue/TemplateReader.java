package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
import java.util.List;
import java.util.Map;

/** Reads address templates: the address alone, or an object of base and query. */
record TemplateReader(Map<String, Capture> captures) {

    AddressTemplate read(JsonObject json, String key) {
        return read(json, key, List.of());
    }

    /** The original's is a link only, so that it may lead to an app. */
    AddressTemplate readOriginal(JsonObject json) {
        return read(json, "original", AppLinks.BASES);
    }

    private AddressTemplate read(JsonObject json, String key, List<String> apps) {
        if (json.isString(key)) {
            return new AddressTemplate(base(json, key, apps), Map.of());
        }
        if (!json.has(key)) {
            throw json.wrong(key, "write an address, or an object with \"base\" and \"query\"");
        }
        JsonObject template = json.requiredObject(key);
        template.allow("base", "query");
        return new AddressTemplate(
                base(template, "base", apps),
                template.entries("query", (entries, name) -> known(entries, name, entries.requiredString(name))));
    }

    private String base(JsonObject json, String key, List<String> apps) {
        String base = known(json, key, json.requiredString(key));
        boolean isWhole = base.startsWith("{+");
        if (!isWhole && !base.startsWith("https://") && !apps.contains(base)) {
            throw json.wrong(
                    key, "begin with https://" + (apps.isEmpty() ? "" : ", or write one of " + String.join(" ", apps)));
        }
        for (TemplateText.Part part : TemplateText.parse(base)) {
            if (part instanceof TemplateText.Joined joined) {
                throw json.wrong(key, "{" + String.join(" ", joined.names()) + "} is for the value of a parameter");
            }
            if (part instanceof TemplateText.Place place) {
                Capture capture = knownName(json, key, place.name());
                if (!capture.required()) {
                    throw json.wrong(
                            key,
                            "\"" + place.name() + "\" stands in the path, so its capture must say "
                                    + "\"required\": true");
                }
                boolean isSafe = capture.type() == Capture.Type.ADDRESS || capture.type() == Capture.Type.HOST;
                if (place.raw() && !isSafe) {
                    throw json.wrong(
                            key,
                            "{+" + place.name() + "} is for captures of type address or host; write {" + place.name()
                                    + "}");
                }
            }
        }
        return base;
    }

    String known(JsonObject json, String key, String text) {
        for (TemplateText.Part part : TemplateText.parse(text)) {
            part.names().forEach(name -> knownName(json, key, name));
            if (part instanceof TemplateText.Literal literal
                    && (literal.text().contains("{") || literal.text().contains("}"))) {
                throw json.wrong(key, "it holds a brace that belongs to no place; write {name}");
            }
        }
        return text;
    }

    private Capture knownName(JsonObject json, String key, String name) {
        Capture capture = captures.get(name);
        if (capture == null) {
            throw json.wrong(
                    key,
                    "{" + name + "} is no capture"
                            + Nearest.to(name, captures.keySet())
                                    .map(near -> "; did you mean {" + near + "}?")
                                    .orElse("; add it to \"captures\""));
        }
        return capture;
    }
}
