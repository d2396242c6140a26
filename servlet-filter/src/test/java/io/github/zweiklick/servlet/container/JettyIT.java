package io.github.zweiklick.servlet.container;

import java.nio.file.Path;

final class JettyIT extends ContainerContract implements EarlyHintsContract, Servlet61Contract {
    @Override
    public RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        return JettyEe11.start(war, compression);
    }
}
