package io.github.zweiklick.servlet.container;

import java.nio.file.Path;

final class TomcatIT extends ContainerContract {
    @Override
    public RunningWar start(Path war) throws Exception {
        return new TomcatWar(war);
    }
}
