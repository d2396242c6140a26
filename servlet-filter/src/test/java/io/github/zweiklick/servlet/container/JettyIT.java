package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import org.eclipse.jetty.ee11.webapp.WebAppContext;

final class JettyIT extends ContainerContract implements EarlyHintsContract, Servlet61Contract {
    @Override
    public RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        WebAppContext context = new WebAppContext(war.toAbsolutePath().toString(), RunningWar.CONTEXT);
        context.setThrowUnavailableOnStartupException(true);
        return new JettyWar(context, compression);
    }
}
