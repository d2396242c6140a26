package io.github.zweiklick.benchmarks;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.page.Rewrite;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The rewriter as an application meets it: through the façade, with the bundled catalogue and the real placeholders. */
final class Zweiklicks {
    /** Findings are kept as ever, but not logged: a thousand lines would drown the tables. Held, or it is collected. */
    private static final Logger SILENT = Logger.getLogger("io.github.zweiklick");

    static {
        SILENT.setLevel(Level.OFF);
    }

    /**
     * Without the guard, which is put into nearly every page: what is compared is finding and disarming. Each page is examined
     * anew.
     */
    private final Zweiklick zweiklick =
            Zweiklick.of(Configuration.parse("{\"guard\": \"never\", \"keepPages\": 0}", "zweiklick.json"));

    /** Everything that is done for a response's body, the rules for the request included. */
    Rewrite rewrite(Page page) {
        return zweiklick.protection(page.address(), "").page(page.body(), Optional.of(page.contentType()), List.of());
    }
}
