package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads captures: a type's name alone, or an object. */
record CaptureReader(ServiceReader.HostSets sets) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,30}");

    Capture read(JsonObject captures, String name) {
        if (!NAME.matcher(name).matches()) {
            throw captures.wrong(name, "name a capture in letters and digits, a small letter first");
        }
        Capture capture = captures.isString(name)
                ? make(
                        captures,
                        name,
                        captures.requiredChoice(name, Capture.Type.class),
                        false,
                        Optional.empty(),
                        List.of())
                : full(captures.requiredObject(name));
        if ((capture.type() == Capture.Type.HOST) != name.equals("host")) {
            throw captures.wrong(name, "the capture \"host\", and no other, is of type host");
        }
        return capture;
    }

    private Capture full(JsonObject json) {
        json.allow("type", "required", "pattern", "hosts", "max", "default");
        Capture.Type type = json.requiredChoice("type", Capture.Type.class);
        boolean required = json.flag("required").orElse(false);
        Optional<Pattern> pattern = json.has("pattern") ? Optional.of(pattern(json, type)) : Optional.empty();
        List<String> hosts = sets.hosts(json, "hosts");
        Capture capture = make(json, "type", type, required, pattern, hosts);
        int max = json.integer("max", 0, ServiceReader.LARGEST_NUMBER).orElse(capture.max());
        return new Capture(type, required, pattern, hosts, max, isOfPage(json, required, hosts));
    }

    private static boolean isOfPage(JsonObject json, boolean required, List<String> hosts) {
        Optional<String> value = json.string("default");
        boolean isAddress = hosts.equals(List.of(HostPatterns.ANY)) && !required;
        if (value.isPresent() && (!value.get().equals("page") || !isAddress)) {
            throw json.wrong("default", "only \"page\" is known, for an address at any host that is not required");
        }
        return value.isPresent();
    }

    private static Pattern pattern(JsonObject json, Capture.Type type) {
        Pattern pattern = PatternLint.read(json, "pattern");
        if (type != Capture.Type.TOKEN) {
            throw json.wrong("pattern", "only a capture of type token has a pattern");
        }
        if (!NamedGroups.of(pattern).names().isEmpty()) {
            throw json.wrong("pattern", "name no groups here");
        }
        return pattern;
    }

    private static Capture make(
            JsonObject json,
            String key,
            Capture.Type type,
            boolean required,
            Optional<Pattern> pattern,
            List<String> hosts) {
        if (type == Capture.Type.TOKEN && pattern.isEmpty()) {
            throw json.wrong(key, "a token needs a \"pattern\" that says which characters it is made of");
        }
        if ((type == Capture.Type.ADDRESS) == hosts.isEmpty()) {
            throw json.wrong(key, "'hosts' belongs to a capture of type address, which needs it");
        }
        int max = switch (type) {
            case TOKEN -> 200;
            case INTEGER -> 10_000;
            case SECONDS -> 360_000;
            case LANGUAGE -> 35;
            case FLAG -> 5;
            case TEXT -> 300;
            case ADDRESS -> 2_000;
            case HOST -> 253;
        };
        return new Capture(type, required, pattern, hosts, max);
    }

    /** The capture that the value of a key names. */
    static Capture known(Map<String, Capture> captures, JsonObject json, String key, String name) {
        Capture capture = captures.get(name);
        if (capture == null) {
            throw json.wrong(
                    key,
                    "\"" + name + "\" is no capture"
                            + Nearest.to(name, captures.keySet())
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse("; add it to \"captures\""));
        }
        return capture;
    }
}
