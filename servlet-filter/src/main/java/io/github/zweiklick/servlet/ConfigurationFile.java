package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.ConfigurationPart;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration stands: the path named by the parameter {@code zweiklick.config} of the filter or the
 * application (in the WAR, else in the file system), {@code /WEB-INF/zweiklick.json}, {@code zweiklick.json} on the
 * class path; else the defaults hold.
 *
 * @param named the parameter's value
 * @param parts of other modules
 */
record ConfigurationFile(ServletContext context, Optional<String> named, List<ConfigurationPart> parts) {
    static final String PARAMETER = "zweiklick.config";
    private static final String IN_WAR = "/WEB-INF/zweiklick.json";
    private static final String ON_CLASS_PATH = "zweiklick.json";

    /** One place a configuration and the files it names may be. */
    private interface Place {
        @Nullable
        InputStream open(String name) throws IOException;

        /** Text of a file there; empty where there is none. */
        default Optional<String> text(String name) throws IOException {
            try (InputStream in = open(name)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** @param parameter of the filter, where it has one of that name */
    static ConfigurationFile of(ServletContext context, Optional<String> parameter) {
        return of(context, parameter, List.of());
    }

    /** @param parts of other modules */
    static ConfigurationFile of(ServletContext context, Optional<String> parameter, List<ConfigurationPart> parts) {
        return new ConfigurationFile(
                context, parameter.or(() -> Optional.ofNullable(context.getInitParameter(PARAMETER))), parts);
    }

    /** One file with its text. */
    private record Found(Place place, String name, String text) {}

    /**
     * What was read.
     *
     * @param name of the file; empty where there is none, and the defaults hold
     * @param fixed whether it stands where nothing changes while the application runs
     * @param texts of that file and those it names, by their names; empty of one that is not there
     */
    record Reading(
            Configuration configuration, Optional<String> name, boolean fixed, Map<String, Optional<String>> texts) {}

    /**
     * Reads the configuration and the files it names.
     *
     * @throws ConfigurationException where it is wrong, or the file named by the parameter is not there
     */
    Reading read() throws IOException {
        Optional<Found> found = find(true);
        if (found.isEmpty()) {
            Configuration defaults = Configuration.defaults();
            parts.forEach(part -> part.read(defaults, Optional.empty()));
            return new Reading(defaults, Optional.empty(), false, Map.of());
        }
        Found file = found.get();
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        texts.put(file.name(), Optional.of(file.text()));
        Configuration configuration = Configuration.parse(
                file.text(),
                file.name(),
                beside -> {
                    String name = sibling(file.name(), beside);
                    Optional<String> text = read(file, name);
                    texts.put(name, text);
                    return text;
                },
                parts);
        return new Reading(
                keeping(configuration),
                Optional.of(file.name()),
                named.isEmpty() && file.name().equals(ON_CLASS_PATH),
                texts);
    }

    /** What is fetched from networks outlives a restart in the directory that the container gives the application. */
    private Configuration keeping(Configuration configuration) {
        boolean asks = !configuration.shares().counts().sources().isEmpty()
                || !configuration.feeds().isNone();
        return asks && context.getAttribute(ServletContext.TEMPDIR) instanceof File directory
                ? configuration.withSnapshots(directory.toPath().resolve("zweiklick-snapshots"))
                : configuration;
    }

    /** What was read last holds from here on. */
    void take() {
        parts.forEach(ConfigurationPart::take);
    }

    /** Whether all files say what they said, and none stands before them that did not. */
    boolean isAsRead(Reading reading) throws IOException {
        Optional<Found> found = find(!reading.fixed());
        if (!found.map(Found::name).equals(reading.fixed() ? Optional.empty() : reading.name())) {
            return false;
        }
        if (found.isEmpty()) {
            return true;
        }
        for (Map.Entry<String, Optional<String>> text : reading.texts().entrySet()) {
            boolean main = text.getKey().equals(found.get().name());
            Optional<String> now =
                    main ? Optional.of(found.get().text()) : found.get().place().text(text.getKey());
            if (!now.equals(text.getValue())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Found> find(boolean onClassPath) throws IOException {
        if (named.isPresent()) {
            return Optional.of(namedFile(named.get()));
        }
        Optional<Found> inWar = find(this::inWar, IN_WAR);
        return inWar.isPresent() || !onClassPath ? inWar : find(this::onClassPath, ON_CLASS_PATH);
    }

    private Found namedFile(String name) throws IOException {
        Optional<Found> inWar = name.startsWith("/") ? find(this::inWar, name) : Optional.empty();
        if (inWar.isPresent()) {
            return inWar.get();
        }
        return find(ConfigurationFile::inFileSystem, name)
                .orElseThrow(() -> new ConfigurationException(PARAMETER + ": \"" + name
                        + "\" is neither in the WAR nor a readable file; the application does not start without the"
                        + " configuration it names. Write the path of a file, or leave the parameter out to start with"
                        + " the defaults."));
    }

    private static Optional<Found> find(Place place, String name) throws IOException {
        return place.text(name).map(text -> new Found(place, name, text));
    }

    /** From the directory, where the WAR is one: containers keep what they have read for some time. */
    private @Nullable InputStream inWar(String name) throws IOException {
        String real = context.getRealPath(name);
        InputStream file = real == null ? null : inFileSystem(real);
        return file == null ? context.getResourceAsStream(name) : file;
    }

    private @Nullable InputStream onClassPath(String name) {
        ClassLoader loader = context.getClassLoader();
        // Embedded Jetty has none for its contexts.
        return (loader == null ? ConfigurationFile.class.getClassLoader() : loader).getResourceAsStream(name);
    }

    private static @Nullable InputStream inFileSystem(String name) throws IOException {
        Path file = Path.of(name);
        return Files.isReadable(file) ? Files.newInputStream(file) : null;
    }

    private static String sibling(String name, String beside) {
        return name.substring(0, name.lastIndexOf('/') + 1) + beside;
    }

    private static Optional<String> read(Found file, String name) {
        try {
            return file.place().text(name);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    file.name() + ": \"" + name + "\", which it names, cannot be read: " + unreadable.getMessage());
        }
    }
}
