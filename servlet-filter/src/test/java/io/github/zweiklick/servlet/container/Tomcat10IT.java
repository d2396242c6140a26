package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("tomcat-10.1")
final class Tomcat10IT extends ContainerContract implements EarlyHintsContract {
    @Override
    public RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        return new TomcatWar(war, compression);
    }
}
