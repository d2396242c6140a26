package io.github.zweiklick.servlet.container;

import io.github.zweiklick.servlet.webapp.Scenes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assembles an exploded WAR whose only Zweiklick part is the self-contained jar. */
final class War {
    static final String STATIC_PAGE =
            "<!DOCTYPE html><meta charset=utf-8><iframe src=\"https://foreign.example/widget\"></iframe>";

    private static final String ALL = Stream.of("REQUEST", "FORWARD", "INCLUDE", "ERROR", "ASYNC")
            .map(dispatcher -> "<dispatcher>" + dispatcher + "</dispatcher>")
            .collect(Collectors.joining());

    /** {@link io.github.zweiklick.servlet.ZweiklickFilter} declared by hand, twice, behind a compression filter. */
    static final String BEHIND_GZIP = """
            <context-param>
              <param-name>zweiklick.register</param-name>
              <param-value>false</param-value>
            </context-param>
            """
            + filter("gzip-outside", "io.github.zweiklick.servlet.webapp.GzipFilter", "")
            + filter("zweiklick", "io.github.zweiklick.servlet.ZweiklickFilter", ALL)
            + filter("zweiklick-again", "io.github.zweiklick.servlet.ZweiklickFilter", ALL);

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
              %s
              <context-param>
                <param-name>zweiklick.reread</param-name>
                <param-value>0</param-value>
              </context-param>
              <filter>
                <filter-name>login</filter-name>
                <filter-class>io.github.zweiklick.servlet.webapp.Login</filter-class>
                <async-supported>true</async-supported>
              </filter>
              <filter>
                <filter-name>gzip</filter-name>
                <filter-class>io.github.zweiklick.servlet.webapp.GzipFilter</filter-class>
              </filter>
              <filter>
                <filter-name>foot</filter-name>
                <filter-class>io.github.zweiklick.servlet.webapp.FootFilter</filter-class>
              </filter>
              <filter>
                <filter-name>answering</filter-name>
                <filter-class>io.github.zweiklick.servlet.webapp.AnsweringFilter</filter-class>
              </filter>
              <filter>
                <filter-name>csrf</filter-name>
                <filter-class>io.github.zweiklick.servlet.webapp.SpringCsrf</filter-class>
                <async-supported>true</async-supported>
              </filter>
              <filter-mapping>
                <filter-name>login</filter-name>
                <url-pattern>/*</url-pattern>
              </filter-mapping>
              <filter-mapping>
                <filter-name>csrf</filter-name>
                <url-pattern>/*</url-pattern>
              </filter-mapping>
              <filter-mapping>
                <filter-name>answering</filter-name>
                <url-pattern>/answered/*</url-pattern>
              </filter-mapping>
              <filter-mapping>
                <filter-name>gzip</filter-name>
                <url-pattern>/gzipped/*</url-pattern>
                <url-pattern>/row/*</url-pattern>
              </filter-mapping>
              <filter-mapping>
                <filter-name>foot</filter-name>
                <url-pattern>/row/*</url-pattern>
              </filter-mapping>
              <servlet>
                <servlet-name>scenes</servlet-name>
                <servlet-class>io.github.zweiklick.servlet.webapp.Scenes</servlet-class>
                <async-supported>true</async-supported>
              </servlet>
              <servlet-mapping>
                <servlet-name>scenes</servlet-name>
                <url-pattern>/scene/*</url-pattern>
                <url-pattern>/ohne/scene/*</url-pattern>
                <url-pattern>/gzipped/scene/*</url-pattern>
                <url-pattern>/row/scene/*</url-pattern>
              </servlet-mapping>
              <error-page>
                <error-code>404</error-code>
                <location>/missing.html</location>
              </error-page>
              <error-page>
                <error-code>418</error-code>
                <location>/scene/error-page</location>
              </error-page>
              <error-page>
                <exception-type>java.lang.UnsupportedOperationException</exception-type>
                <location>/scene/error-page</location>
              </error-page>
            </web-app>
            """;

    private War() {}

    private static String filter(String name, String type, String dispatchers) {
        return """
                <filter>
                  <filter-name>%1$s</filter-name>
                  <filter-class>%2$s</filter-class>
                  <async-supported>true</async-supported>
                </filter>
                <filter-mapping>
                  <filter-name>%1$s</filter-name>
                  <url-pattern>/*</url-pattern>
                  %3$s
                </filter-mapping>
                """.formatted(name, type, dispatchers);
    }

    static Path assemble(String name) {
        return assemble(name, "{\"exclude\": [\"/ohne\"]}");
    }

    /** @param configuration content of {@code /WEB-INF/zweiklick.json} */
    static Path assemble(String name, String configuration) {
        return assemble(name, configuration, "");
    }

    /** @param first elements of {@code web.xml} before all others */
    static Path assemble(String name, String configuration, String first) {
        try {
            Path war = Path.of(System.getProperty("zweiklick.work"), name);
            delete(war);
            // What Tomcat kept for it, snapshots among that, would come to life again.
            delete(war.resolveSibling(name + "-base"));
            Path classes = Files.createDirectories(war.resolve("WEB-INF/classes/io/github/zweiklick/servlet/webapp"));
            copyClasses(classes);
            Path lib = Files.createDirectories(war.resolve("WEB-INF/lib"));
            Files.copy(Path.of(System.getProperty("zweiklick.jar")), lib.resolve("zweiklick.jar"));
            Files.writeString(war.resolve("WEB-INF/web.xml"), WEB_XML.formatted(first));
            Files.writeString(war.resolve("WEB-INF/zweiklick.json"), configuration);
            Files.writeString(war.resolve("static.html"), STATIC_PAGE);
            Files.createDirectories(war.resolve("ohne"));
            Files.writeString(war.resolve("ohne/static.html"), STATIC_PAGE);
            Files.createDirectories(war.resolve("gzipped"));
            Files.writeString(war.resolve("gzipped/static.html"), STATIC_PAGE);
            Files.writeString(war.resolve("missing.html"), STATIC_PAGE + "<p>Nicht gefunden</p>");
            Files.write(war.resolve("picture.png"), new byte[5000]);
            Files.write(war.resolve("daten.bin"), Scenes.noise(5000));
            Files.write(war.resolve("daten"), Scenes.noise(5000));
            return war;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes another configuration into a deployed application, as an administrator does. */
    static void configure(Path war, String configuration) throws IOException {
        Files.writeString(war.resolve("WEB-INF/zweiklick.json"), configuration);
    }

    private static void copyClasses(Path target) throws IOException {
        String marker = "/io/github/zweiklick/servlet/webapp/Scenes.class";
        Path source = Path.of(java.util.Objects.requireNonNull(War.class.getResource(marker))
                        .getPath())
                .getParent();
        try (Stream<Path> classes = Files.list(source)) {
            for (Path file : classes.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
