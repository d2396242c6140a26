package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration stands: the path named by the parameter {@code zweiklick.config} of the filter or the
 * application (in the WAR, else in the file system), {@code /WEB-INF/zweiklick.json}, {@code zweiklick.json} on the
 * class path; else the defaults hold.
 */
record ConfigurationFile(FilterConfig filter) {
    static final String PARAMETER = "zweiklick.config";
    private static final String IN_WAR = "/WEB-INF/zweiklick.json";
    private static final String ON_CLASS_PATH = "zweiklick.json";

    Configuration read() throws IOException {
        Optional<String> named = named();
        if (named.isPresent()) {
            return namedFile(named.get());
        }
        ServletContext context = filter.getServletContext();
        Optional<Configuration> inWar = read(context.getResourceAsStream(IN_WAR), IN_WAR);
        return inWar.isPresent()
                ? inWar.get()
                : read(context.getClassLoader().getResourceAsStream(ON_CLASS_PATH), ON_CLASS_PATH)
                        .orElseGet(Configuration::defaults);
    }

    private Optional<String> named() {
        return Optional.ofNullable(filter.getInitParameter(PARAMETER))
                .or(() -> Optional.ofNullable(filter.getServletContext().getInitParameter(PARAMETER)));
    }

    private Configuration namedFile(String name) throws IOException {
        Optional<Configuration> inWar = name.startsWith("/")
                ? read(filter.getServletContext().getResourceAsStream(name), name)
                : Optional.empty();
        if (inWar.isPresent()) {
            return inWar.get();
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(PARAMETER + ": \"" + name + "\" is neither in the WAR nor a readable file;"
                    + " the application does not start without the configuration it names. Write the path of a file,"
                    + " or leave the parameter out to start with the defaults.");
        }
        return Configuration.parse(Files.readString(file), file.toString());
    }

    private static Optional<Configuration> read(@Nullable InputStream found, String name) throws IOException {
        if (found == null) {
            return Optional.empty();
        }
        try (InputStream in = found) {
            return Optional.of(Configuration.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name));
        }
    }
}
