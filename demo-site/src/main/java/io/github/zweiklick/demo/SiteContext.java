package io.github.zweiklick.demo;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** A servlet context, as the demo fills it. */
record SiteContext(ServletContextHandler context) {

    /** Adds a filter behind those already there. */
    void filter(Filter filter) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
    }

    void servlet(Servlet servlet, String mapping) {
        context.addServlet(new ServletHolder(servlet), mapping);
    }

    /** Serves the files of a folder as they are: no listing, no charset that no file declares. */
    void folder(Path root) throws IOException {
        context.setBaseResource(ResourceFactory.of(context).newResource(root.toRealPath()));
        MimeTypes.Mutable types = context.getMimeTypes();
        types.clear(); // Its inferred charsets with it: a file that says another would be read wrongly.
        MimeTypes.DEFAULTS.getMimeMap().forEach(types::addMimeMapping);
        ServletHolder files = new ServletHolder("files", DefaultServlet.class);
        files.setInitParameter("dirAllowed", "false");
        files.setInitParameter("etags", "true");
        files.setInitParameter("acceptRanges", "true");
        context.addServlet(files, "/");
        context.setWelcomeFiles(new String[] {"index.html", "index.htm"});
    }
}
