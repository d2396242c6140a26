package io.github.zweiklick.servlet.container;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainer;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Undertow reads no WAR by itself; what WildFly does with one is done here. */
final class UndertowWar implements RunningWar {
    private final ServletContainer container = ServletContainer.Factory.newInstance();
    private final PathHandler contexts = new PathHandler();
    private final Undertow server;
    private Optional<PathResourceManager> files;
    private Optional<WarLoader> loader;

    UndertowWar(Path war, Compression compression) throws Exception {
        WarLoader classes = WarLoader.of(war);
        loader = Optional.of(classes);
        PathResourceManager directory = new PathResourceManager(war.toAbsolutePath());
        files = Optional.of(directory);
        DeploymentInfo info = Servlets.deployment()
                .setDeploymentName(CONTEXT)
                .setContextPath(CONTEXT)
                .setClassLoader(classes)
                .setResourceManager(directory);
        for (ServletContainerInitializer initializer : ServiceLoader.load(ServletContainerInitializer.class, classes)) {
            if (initializer.getClass().getClassLoader() == classes) {
                info.addServletContainerInitializer(
                        new ServletContainerInitializerInfo(initializer.getClass(), Set.of()));
            }
        }
        UndertowDescriptor.read(war.resolve("WEB-INF/web.xml"), classes).addTo(info);
        DeploymentManager manager = container.addDeployment(info);
        manager.deploy();
        contexts.addPrefixPath(CONTEXT, manager.start());
        server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setHandler(compression == Compression.BY_CONTAINER ? compressing(contexts) : contexts)
                .build();
        server.start();
    }

    private static HttpHandler compressing(HttpHandler handler) {
        return new EncodingHandler(
                handler, new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50));
    }

    @Override
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public ClassLoader loader() {
        return loader.orElseThrow();
    }

    @Override
    public void undeploy() throws Exception {
        contexts.removePrefixPath(CONTEXT);
        DeploymentManager manager = container.getDeployment(CONTEXT);
        DeploymentInfo info = manager.getDeployment().getDeploymentInfo();
        manager.stop();
        manager.undeploy();
        container.removeDeployment(info);
        // Its watcher of the directory knows the deployment.
        closeFiles();
        loader.orElseThrow().close();
        loader = Optional.empty();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
        closeFiles();
    }

    private void closeFiles() throws IOException {
        if (files.isPresent()) {
            files.get().close();
            files = Optional.empty();
        }
    }
}
