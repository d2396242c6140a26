package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.Checked;
import io.github.zweiklick.audit.format.Problem;
import io.github.zweiklick.page.ForeignPart;
import java.util.List;
import java.util.Optional;

/**
 * A file or page as it was scanned.
 *
 * @param charset it was read in; empty where it was not read
 */
public record Scanned(
        String name,
        String uri,
        Optional<String> error,
        List<String> notices,
        Optional<String> charset,
        List<Found> found) {

    /** @param part empty for a header line */
    public record Found(Problem problem, Optional<ForeignPart> part) {
        static Found of(ForeignPart part) {
            return new Found(Messages.problem(part), Optional.of(part));
        }
    }

    public Scanned {
        notices = List.copyOf(notices);
        found = List.copyOf(found);
    }

    static Scanned failed(String name, String uri, String error) {
        return new Scanned(name, uri, Optional.of(error), List.of(), Optional.empty(), List.of());
    }

    Checked checked() {
        return new Checked(
                name, uri, error, notices, found.stream().map(Found::problem).toList());
    }
}
