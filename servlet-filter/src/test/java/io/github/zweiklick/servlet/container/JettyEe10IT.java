package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("jetty-ee10")
final class JettyEe10IT extends ContainerContract implements EarlyHintsContract {
    @Override
    public RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        return JettyEe10.start(war, compression);
    }
}
