package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.result.SecondBrowser;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what browsers wrote of a page before it is deleted. */
@FunctionalInterface
public interface LogKeeper {

    /**
     * Keeps a copy.
     *
     * @param page its number in the order, from 1
     * @param browser whose log it is; empty: the first one's
     */
    void keep(Path log, int page, Optional<SecondBrowser> browser);
}
