package io.github.zweiklick.audit.format;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that was looked at, and for what.
 *
 * @param name what was done, one word, such as {@code scan}
 * @param version of this program
 * @param rules all of them, found or not
 */
public record Checks(
        String name, String version, List<Rule> rules, List<Checked> checked, Instant began, Duration took) {

    public Checks {
        rules = List.copyOf(rules);
        checked = List.copyOf(checked);
    }

    /** Whether everything could be looked at. */
    public boolean isWhole() {
        return checked.stream().allMatch(one -> one.error().isEmpty());
    }

    /** Whether something is found that something fails for. */
    public boolean hasFailures() {
        return checked.stream().anyMatch(one -> !one.failures().isEmpty());
    }
}
