package io.github.zweiklick.benchmarks;

import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.servlet.ZweiklickFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Embedded servlet containers as they are without settings, on loopback. */
enum Container {
    JETTY {
        @Override
        int start(Servlet servlet, Map<ServedPage.Path, Zweiklick> filters) throws Exception {
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server);
            connector.setHost("localhost");
            server.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler("");
            for (ServedPage.Path path : ServedPage.Path.values()) {
                context.addServlet(new ServletHolder(servlet), path.path());
            }
            filters.forEach((path, zweiklick) -> context.addFilter(
                    new FilterHolder(new ZweiklickFilter(zweiklick)), path.path(), EnumSet.of(DispatcherType.REQUEST)));
            server.setHandler(context);
            server.start();
            return connector.getLocalPort();
        }
    },
    TOMCAT {
        @Override
        int start(Servlet servlet, Map<ServedPage.Path, Zweiklick> filters) throws Exception {
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(Files.createTempDirectory("zweiklick-tomcat").toString());
            tomcat.setHostname("localhost");
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "localhost");
            // A connection is given up after 100 requests else.
            tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
            Context context = tomcat.addContext("", null);
            Tomcat.addServlet(context, "page", servlet);
            for (ServedPage.Path path : ServedPage.Path.values()) {
                context.addServletMapping(path.path(), "page");
            }
            filters.forEach((path, zweiklick) -> {
                FilterDef filter = new FilterDef();
                filter.setFilterName(path.name());
                filter.setFilter(new ZweiklickFilter(zweiklick));
                context.addFilterDef(filter);
                FilterMap mapping = new FilterMap();
                mapping.setFilterName(path.name());
                mapping.addURLPattern(path.path());
                context.addFilterMap(mapping);
            });
            tomcat.start();
            return tomcat.getConnector().getLocalPort();
        }
    };

    /**
     * Starts it and returns its port.
     *
     * @param filters which paths are protected, and by what
     */
    abstract int start(Servlet servlet, Map<ServedPage.Path, Zweiklick> filters) throws Exception;
}
