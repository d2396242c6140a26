package io.github.zweiklick.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a visitor is told about a service, in one language.
 *
 * @param version names exactly this text: the first 12 hexadecimal digits of its SHA-256
 * @param essential lines shown in plain sight, before the first button
 * @param remember line that holds only where remembering is offered
 * @param policy address of the provider's privacy policy
 * @param further lines a visitor may unfold
 */
record Notice(String version, List<Line> essential, Optional<Line> remember, String policy, List<Line> further) {

    /** All that must be said before a service is allowed for longer than once. */
    List<Line> before() {
        return Stream.concat(essential.stream(), remember.stream()).toList();
    }

    /** A label and what is said under it. */
    record Line(String label, String text) {}
}
