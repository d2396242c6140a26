package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Undertow sends no Early Hints: there {@code sendError(103)} ends the response, with this filter or without. */
@Tag("undertow")
final class UndertowIT extends ContainerContract {
    @Override
    public RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        return new UndertowWar(war, compression);
    }

    @Override
    public boolean initialisesFiltersAtStart() {
        return false;
    }

    @Override
    public boolean keepsHeadersOfFailures() {
        return false;
    }
}
