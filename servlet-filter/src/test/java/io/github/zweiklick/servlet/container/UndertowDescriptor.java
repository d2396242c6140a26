package io.github.zweiklick.servlet.container;

import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ServletInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** As much of {@code web.xml} as {@link War} writes. */
final class UndertowDescriptor {
    private final Element application;
    private final ClassLoader classes;

    private UndertowDescriptor(Element application, ClassLoader classes) {
        this.application = application;
        this.classes = classes;
    }

    static UndertowDescriptor read(Path file, ClassLoader classes) throws Exception {
        File descriptor = file.toFile();
        return new UndertowDescriptor(
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(descriptor)
                        .getDocumentElement(),
                classes);
    }

    void addTo(DeploymentInfo info) throws ClassNotFoundException {
        for (Element parameter : elements(application, "context-param")) {
            info.addInitParameter(text(parameter, "param-name"), text(parameter, "param-value"));
        }
        for (Element filter : elements(application, "filter")) {
            info.addFilter(new FilterInfo(
                            text(filter, "filter-name"),
                            classes.loadClass(text(filter, "filter-class")).asSubclass(Filter.class))
                    .setAsyncSupported(isAsync(filter)));
        }
        for (Element mapping : elements(application, "filter-mapping")) {
            List<Element> dispatchers = elements(mapping, "dispatcher");
            for (Element pattern : elements(mapping, "url-pattern")) {
                if (dispatchers.isEmpty()) {
                    info.addFilterUrlMapping(
                            text(mapping, "filter-name"), pattern.getTextContent(), DispatcherType.REQUEST);
                }
                for (Element dispatcher : dispatchers) {
                    info.addFilterUrlMapping(
                            text(mapping, "filter-name"),
                            pattern.getTextContent(),
                            DispatcherType.valueOf(dispatcher.getTextContent()));
                }
            }
        }
        for (Element servlet : elements(application, "servlet")) {
            info.addServlet(servlet(servlet));
        }
        for (Element page : elements(application, "error-page")) {
            info.addErrorPage(errorPage(page));
        }
    }

    private ErrorPage errorPage(Element page) throws ClassNotFoundException {
        String location = text(page, "location");
        if (elements(page, "exception-type").isEmpty()) {
            return new ErrorPage(location, Integer.parseInt(text(page, "error-code")));
        }
        return new ErrorPage(
                location, classes.loadClass(text(page, "exception-type")).asSubclass(Throwable.class));
    }

    private ServletInfo servlet(Element servlet) throws ClassNotFoundException {
        String name = text(servlet, "servlet-name");
        ServletInfo info = new ServletInfo(
                        name, classes.loadClass(text(servlet, "servlet-class")).asSubclass(Servlet.class))
                .setAsyncSupported(isAsync(servlet));
        elements(application, "servlet-mapping").stream()
                .filter(mapping -> text(mapping, "servlet-name").equals(name))
                .flatMap(mapping -> elements(mapping, "url-pattern").stream())
                .forEach(pattern -> info.addMapping(pattern.getTextContent()));
        return info;
    }

    private static boolean isAsync(Element element) {
        return elements(element, "async-supported").stream()
                .anyMatch(supported -> supported.getTextContent().equals("true"));
    }

    private static String text(Element parent, String name) {
        return Optional.of(elements(parent, name))
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0).getTextContent())
                .orElseThrow();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }
}
