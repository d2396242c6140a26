package io.github.zweiklick.servlet.container;

import java.util.Optional;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Jetty 12.1 with the web application of any of its environments. */
final class JettyWar implements RunningWar {
    private final Server server = new Server(0);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private Optional<ContextHandler> deployed;

    JettyWar(ContextHandler context, Compression compression) throws Exception {
        deployed = Optional.of(context);
        contexts.addHandler(context);
        server.setHandler(compression == Compression.BY_CONTAINER ? compressing(contexts) : contexts);
        server.start();
    }

    private static Handler compressing(Handler handler) {
        CompressionHandler compressing = new CompressionHandler(handler);
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(1);
        compressing.putCompression(gzip);
        return compressing;
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
        ContextHandler context = deployed.orElseThrow();
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
