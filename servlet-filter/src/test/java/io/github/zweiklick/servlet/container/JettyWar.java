package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

final class JettyWar implements RunningWar {
    private final Server server = new Server(0);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private Optional<WebAppContext> deployed;

    JettyWar(Path war) throws Exception {
        WebAppContext context = new WebAppContext(war.toAbsolutePath().toString(), CONTEXT);
        deployed = Optional.of(context);
        context.setThrowUnavailableOnStartupException(true);
        contexts.addHandler(context);
        server.setHandler(contexts);
        server.start();
    }

    @Override
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public ClassLoader loader() {
        return deployed.orElseThrow().getClassLoader();
    }

    @Override
    public void undeploy() throws Exception {
        WebAppContext context = deployed.orElseThrow();
        deployed = Optional.empty();
        context.stop();
        contexts.removeHandler(context);
        context.destroy();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
        server.destroy();
    }
}
