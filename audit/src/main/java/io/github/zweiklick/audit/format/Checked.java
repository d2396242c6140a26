package io.github.zweiklick.audit.format;

import java.util.List;
import java.util.Optional;

/**
 * A file or page that was looked at.
 *
 * @param name as whoever asked wrote it
 * @param uri relative for a file below the folder where the program runs, else absolute
 * @param error why it could not be looked at, or not at all of it; empty where it was
 * @param notices what else is to be told of looking, one line each
 */
public record Checked(String name, String uri, Optional<String> error, List<String> notices, List<Problem> problems) {

    public Checked {
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }

    /** What something fails for. */
    public List<Problem> failures() {
        return problems.stream().filter(Problem::isFailure).toList();
    }
}
