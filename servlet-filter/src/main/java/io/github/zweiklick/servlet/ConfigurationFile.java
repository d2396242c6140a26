package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import jakarta.servlet.FilterConfig;
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

    /** One place a configuration and the files it names may be. */
    private interface Place {
        @Nullable
        InputStream open(String name) throws IOException;
    }

    Configuration read() throws IOException {
        Optional<String> named = named();
        if (named.isPresent()) {
            return namedFile(named.get());
        }
        Optional<Configuration> inWar = read(this::inWar, IN_WAR);
        return inWar.isPresent()
                ? inWar.get()
                : read(this::onClassPath, ON_CLASS_PATH).orElseGet(Configuration::defaults);
    }

    private Optional<String> named() {
        return Optional.ofNullable(filter.getInitParameter(PARAMETER))
                .or(() -> Optional.ofNullable(filter.getServletContext().getInitParameter(PARAMETER)));
    }

    private Configuration namedFile(String name) throws IOException {
        Optional<Configuration> inWar = name.startsWith("/") ? read(this::inWar, name) : Optional.empty();
        if (inWar.isPresent()) {
            return inWar.get();
        }
        return read(ConfigurationFile::inFileSystem, name)
                .orElseThrow(() -> new ConfigurationException(PARAMETER + ": \"" + name
                        + "\" is neither in the WAR nor a readable file; the application does not start without the"
                        + " configuration it names. Write the path of a file, or leave the parameter out to start with"
                        + " the defaults."));
    }

    private @Nullable InputStream inWar(String name) {
        return filter.getServletContext().getResourceAsStream(name);
    }

    private @Nullable InputStream onClassPath(String name) {
        return filter.getServletContext().getClassLoader().getResourceAsStream(name);
    }

    private static @Nullable InputStream inFileSystem(String name) throws IOException {
        Path file = Path.of(name);
        return Files.isReadable(file) ? Files.newInputStream(file) : null;
    }

    private static Optional<Configuration> read(Place place, String name) throws IOException {
        return text(place, name).map(json -> Configuration.parse(json, name, beside -> sibling(place, name, beside)));
    }

    private static Optional<String> sibling(Place place, String name, String beside) {
        try {
            return text(place, name.substring(0, name.lastIndexOf('/') + 1) + beside);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    name + ": \"" + beside + "\", which it names, cannot be read: " + unreadable.getMessage());
        }
    }

    private static Optional<String> text(Place place, String name) throws IOException {
        try (InputStream in = place.open(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
