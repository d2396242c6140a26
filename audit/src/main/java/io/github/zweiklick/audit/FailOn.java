package io.github.zweiklick.audit;

import io.github.zweiklick.audit.result.Observation;
import java.util.Optional;

/** What makes an audit fail. */
enum FailOn {
    CONTACT(Optional.of(Observation.Weight.CONTACT)),
    STORAGE(Optional.of(Observation.Weight.STORAGE)),
    UNDECLARED(Optional.of(Observation.Weight.UNDECLARED)),
    PATTERN(Optional.of(Observation.Weight.PATTERN)),
    POLICY(Optional.of(Observation.Weight.POLICY)),
    NONE(Optional.empty());

    private final Optional<Observation.Weight> weight;

    FailOn(Optional<Observation.Weight> weight) {
        this.weight = weight;
    }

    boolean covers(Observation found) {
        return weight.filter(own -> own == found.kind().weight()).isPresent();
    }
}
