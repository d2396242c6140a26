package io.github.zweiklick.servlet.container;

import java.nio.file.Path;

final class JettyIT extends ContainerContract {
    @Override
    public RunningWar start(Path war) throws Exception {
        return new JettyWar(war);
    }
}
