package io.github.zweiklick.audit.harness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the servers of the namespace saw, in order. Bounded: a page that never rests must not fill the memory. */
final class SightingLog {

    private static final int BOUND = 200_000;

    private final List<Sighting> sightings = new ArrayList<>();
    private long seen;

    synchronized void add(Sighting sighting) {
        seen++;
        if (sightings.size() < BOUND) {
            sightings.add(sighting);
        }
    }

    synchronized List<Sighting> since(Instant start) {
        return sightings.stream()
                .filter(sighting -> !sighting.time().isBefore(start))
                .toList();
    }

    /** How many there were in all, those beyond the bound included. */
    synchronized long seen() {
        return seen;
    }

    synchronized boolean overflowed() {
        return seen > sightings.size();
    }
}
