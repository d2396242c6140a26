package io.github.zweiklick.servlet.container;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

final class TomcatWar implements RunningWar {
    private final Tomcat tomcat = new Tomcat();
    private final Context context;

    TomcatWar(Path war) throws Exception {
        tomcat.setBaseDir(war.resolveSibling(war.getFileName() + "-base").toString());
        tomcat.setPort(0);
        context = tomcat.addWebapp(CONTEXT, war.toAbsolutePath().toString());
        tomcat.getConnector();
        tomcat.start();
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public ClassLoader loader() {
        return context.getLoader().getClassLoader();
    }

    @Override
    public void undeploy() throws Exception {
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
