package io.github.zweiklick.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One address pattern of one kind of one service. */
record Candidate(Service service, EmbedKind kind, AddressPattern pattern, NamedGroups inPath) {

    Candidate(Service service, EmbedKind kind, AddressPattern pattern) {
        this(service, kind, pattern, NamedGroups.of(pattern.path()));
    }

    /**
     * The embed an address stands for; optional values that are not acceptable are as good as absent. Whether the host
     * may be one of the visitor's choice is the caller's to check.
     */
    Optional<Embed> read(Location location, Substitution substitution) {
        return raw(location, substitution).flatMap(raw -> accept(raw, substitution));
    }

    private Optional<Embed> accept(Map<String, String> raw, Substitution substitution) {
        Map<String, String> captures = new LinkedHashMap<>();
        for (Map.Entry<String, Capture> capture : kind.captures().entrySet()) {
            Optional<String> value = Optional.ofNullable(raw.get(capture.getKey()));
            Optional<String> accepted = capture.getValue().type() == Capture.Type.HOST
                    ? value
                    : value.flatMap(text -> substitution.accept(capture.getValue(), text));
            if (accepted.isPresent()) {
                captures.put(capture.getKey(), accepted.get());
            } else if (capture.getValue().required()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Embed(service, kind, Ordered.copy(captures)));
    }

    /** Whether path and required parameters fit. */
    static Optional<Map<String, String>> fit(AddressPattern pattern, NamedGroups inPath, Location location) {
        String path = location.path();
        if (path.length() > Location.LONGEST_PATH) {
            return Optional.empty();
        }
        Matcher matcher = pattern.path().matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> raw = new LinkedHashMap<>();
        inPath.values(matcher).forEach((name, value) -> raw.put(name, Location.decode(value)));
        for (Map.Entry<String, Pattern> required : pattern.required().entrySet()) {
            Optional<String> value = location.parameter(required.getKey());
            if (value.isEmpty() || value.get().length() > Capture.LONGEST_RAW) {
                return Optional.empty();
            }
            Matcher parameter = required.getValue().matcher(value.get());
            if (!parameter.matches()) {
                return Optional.empty();
            }
            raw.putAll(NamedGroups.of(required.getValue()).values(parameter));
        }
        return Optional.of(raw);
    }

    private Optional<Map<String, String>> raw(Location location, Substitution substitution) {
        Optional<Map<String, String>> fitting = fit(pattern, inPath, location);
        fitting.ifPresent(raw -> {
            pattern.query().forEach((parameter, name) -> {
                if (!raw.containsKey(name)) {
                    location.parameter(parameter)
                            .filter(value -> isAcceptable(name, value, substitution))
                            .ifPresent(value -> raw.put(name, value));
                }
            });
            pattern.whole().ifPresent(name -> raw.put(name, location.whole()));
            if (pattern.isForChosenHost()) {
                raw.put("host", location.host());
            }
        });
        return fitting;
    }

    private boolean isAcceptable(String name, String value, Substitution substitution) {
        Capture capture = kind.captures().get(name);
        return capture != null && substitution.accept(capture, value).isPresent();
    }
}
