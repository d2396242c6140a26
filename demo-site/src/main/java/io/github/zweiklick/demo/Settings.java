package io.github.zweiklick.demo;

import io.github.zweiklick.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Zweiklick's configuration for the demo: the file's, and what the options add. */
final class Settings {
    private Settings() {}

    /** @param simulate real host to origin of its simulation */
    static Configuration configuration(DemoOptions options, Map<String, String> simulate) throws IOException {
        Configuration file =
                options.config().isPresent() ? read(options.config().get()) : Configuration.defaults();
        return new Configuration(
                file.base(),
                file.origin(),
                file.trustedProxies(),
                own(file, options),
                options.root().isPresent() ? file.exclude() : exclude(file),
                file.onFailure(),
                file.maxPage(),
                file.remember(),
                file.controller().or(() -> controller(options)),
                file.services(),
                simulate.isEmpty() ? file.simulate() : simulate);
    }

    private static Configuration read(Path file) throws IOException {
        return Configuration.parse(Files.readString(file), file.toString(), name -> beside(file, name));
    }

    /** A file named in the configuration, by its path relative to it. */
    private static Optional<String> beside(Path configuration, String name) {
        Path file = configuration.resolveSibling(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** With hosts configured the requested one is no longer own by itself: the address served is named as well. */
    private static List<Configuration.OwnHost> own(Configuration file, DemoOptions options) {
        if (options.firstParty().isEmpty()) {
            return file.own();
        }
        List<Configuration.OwnHost> own = new ArrayList<>(file.own());
        Stream.concat(options.firstParty().stream(), Stream.of(options.hostName(), "localhost"))
                .distinct()
                .forEach(host -> own.add(new Configuration.OwnHost(host, Optional.empty(), Optional.empty())));
        return List.copyOf(own);
    }

    private static List<String> exclude(Configuration file) {
        List<String> exclude = new ArrayList<>(file.exclude());
        exclude.add(Layout.UNPROTECTED_PREFIX);
        return List.copyOf(exclude);
    }

    private static Optional<String> controller(DemoOptions options) {
        return options.root().isPresent() ? Optional.empty() : Optional.of("Stadt Musterstadt");
    }
}
