package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.junit.jupiter.api.Tag;

@Tag("jetty-ee10")
final class JettyEe10IT extends ContainerContract implements EarlyHintsContract {
    @Override
    public RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        WebAppContext context = new WebAppContext(war.toAbsolutePath().toString(), RunningWar.CONTEXT);
        context.setThrowUnavailableOnStartupException(true);
        return new JettyWar(context, compression);
    }
}
