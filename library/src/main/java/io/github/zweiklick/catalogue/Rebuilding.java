package io.github.zweiklick.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes embeds of raw values, all or nothing: a request that holds one wrong value is no request of ours. */
record Rebuilding(Predicate<String> isChoosable, Substitution substitution) {

    Optional<Embed> rebuild(Service service, EmbedKind kind, Map<String, String> raw) {
        if (!kind.captures().keySet().containsAll(raw.keySet())) {
            return Optional.empty();
        }
        Map<String, String> captures = new LinkedHashMap<>();
        for (Map.Entry<String, Capture> capture : kind.captures().entrySet()) {
            Optional<String> value = Optional.ofNullable(raw.get(capture.getKey()));
            Optional<String> accepted = value.flatMap(text -> accept(capture.getValue(), text));
            accepted.ifPresent(text -> captures.put(capture.getKey(), text));
            boolean isAbsent = value.isEmpty() || value.get().isBlank();
            if (accepted.isEmpty() && (capture.getValue().required() || !isAbsent)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Embed(service, kind, Ordered.copy(captures)));
    }

    private Optional<String> accept(Capture capture, String raw) {
        return capture.type() == Capture.Type.HOST ? host(capture, raw) : substitution.accept(capture, raw);
    }

    /** A simulated host is accepted whatever its name; a catalogue host is none of the visitor's choice. */
    private Optional<String> host(Capture capture, String raw) {
        Optional<String> accepted = substitution.replaces(raw) ? Optional.of(raw) : capture.accept(raw);
        return accepted.filter(isChoosable);
    }
}
