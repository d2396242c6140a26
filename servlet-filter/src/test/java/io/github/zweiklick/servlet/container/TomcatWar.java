package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Tomcat 10.1 and 11: which, the class path says. */
final class TomcatWar implements RunningWar {
    private final Tomcat tomcat = new Tomcat();
    private Optional<Context> deployed;

    TomcatWar(Path war, Compression compression) throws Exception {
        tomcat.setBaseDir(war.resolveSibling(war.getFileName() + "-base").toString());
        tomcat.setPort(0);
        Context context = tomcat.addWebapp(CONTEXT, war.toAbsolutePath().toString());
        deployed = Optional.of(context);
        // The test's own class path is long and holds nothing for the application.
        context.getJarScanner().setJarScanFilter((type, jar) -> jar.equals("zweiklick.jar"));
        if (compression == Compression.BY_CONTAINER) {
            tomcat.getConnector().setProperty("compression", "on");
            tomcat.getConnector().setProperty("compressionMinSize", "1");
        }
        tomcat.getConnector();
        tomcat.start();
        if (!context.getState().isAvailable()) {
            tomcat.stop();
            tomcat.destroy();
            throw new IllegalStateException("The application did not start; see the log");
        }
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public ClassLoader loader() {
        return deployed.orElseThrow().getLoader().getClassLoader();
    }

    @Override
    public void undeploy() throws Exception {
        Context context = deployed.orElseThrow();
        deployed = Optional.empty();
        context.stop();
        tomcat.getHost().removeChild(context);
        context.destroy();
    }

    @Override
    public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
