package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import org.eclipse.jetty.ee11.webapp.WebAppContext;

/** Apart from its test, which must load where this environment is not on the class path. */
final class JettyEe11 {
    private JettyEe11() {}

    static RunningWar start(Path war, RunningWar.Compression compression) throws Exception {
        WebAppContext context = new WebAppContext(war.toAbsolutePath().toString(), RunningWar.CONTEXT);
        context.setThrowUnavailableOnStartupException(true);
        return new JettyWar(context, compression);
    }
}
