package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads captures: a type's name alone, or an object. */
record CaptureReader(ServiceReader.HostSets sets) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,30}");

    Capture read(Keys captures, String name) {
        if (!NAME.matcher(name).matches()) {
            throw captures.wrong(name, "name a capture in letters and digits, a small letter first");
        }
        boolean isShort =
                captures.find(name).filter(json -> json instanceof Json.Text).isPresent();
        Capture capture = isShort
                ? make(captures, name, captures.oneOf(name, Capture.Type.class), false, Optional.empty(), List.of())
                : captures.object(name, this::full);
        if ((capture.type() == Capture.Type.HOST) != name.equals("host")) {
            throw captures.wrong(name, "the capture 'host', and no other, is of type host");
        }
        return capture;
    }

    private Capture full(Keys keys) {
        Capture.Type type = keys.oneOf("type", Capture.Type.class);
        boolean required = keys.flag("required", false);
        Optional<Pattern> pattern = keys.has("pattern") ? Optional.of(pattern(keys, type)) : Optional.empty();
        List<String> hosts = keys.has("hosts") ? sets.hosts(keys, "hosts") : List.of();
        Capture capture = make(keys, "type", type, required, pattern, hosts);
        return keys.numberIfAny("max")
                .map(max -> new Capture(type, required, pattern, hosts, max))
                .orElse(capture);
    }

    private static Pattern pattern(Keys keys, Capture.Type type) {
        Pattern pattern = keys.pattern("pattern");
        if (type != Capture.Type.TOKEN) {
            throw keys.wrong("pattern", "only a capture of type token has a pattern");
        }
        if (!NamedGroups.of(pattern).names().isEmpty()) {
            throw keys.wrong("pattern", "name no groups here");
        }
        return pattern;
    }

    private static Capture make(
            Keys keys, String key, Capture.Type type, boolean required, Optional<Pattern> pattern, List<String> hosts) {
        if (type == Capture.Type.TOKEN && pattern.isEmpty()) {
            throw keys.wrong(key, "a token needs a 'pattern' that says which characters it is made of");
        }
        if ((type == Capture.Type.ADDRESS) == hosts.isEmpty()) {
            throw keys.wrong(key, "'hosts' belongs to a capture of type address, which needs it");
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
}
