package io.github.zweiklick.servlet.container;

import java.nio.file.Path;

final class TomcatIT extends ContainerContract implements EarlyHintsContract, Servlet61Contract {
    @Override
    public RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        return new TomcatWar(war, compression);
    }
}
