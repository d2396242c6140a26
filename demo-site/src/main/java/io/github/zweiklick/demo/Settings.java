package io.github.zweiklick.demo;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Configuration.ConnectionAllowlist;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.ConfigurationPart;
import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.view.Presentation;
import io.github.zweiklick.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Zweiklick's configuration for the demo: the file's, and what the options add. */
final class Settings {
    private static final String CITY = "Stadt Musterstadt";
    private static final String OFFICER =
            "Behördlicher Datenschutzbeauftragter, Marktplatz 1, 99999 Musterstadt, datenschutz@musterstadt.example";
    private static final String AUTHORITY = "Landesbeauftragte für den Datenschutz, Kanzleigasse 2, 99998 Landesstadt";

    private Settings() {}

    /**
     * @param simulate real host to origin of its simulation
     * @param parts of the file that are for others
     */
    static Configuration configuration(DemoOptions options, Map<String, String> simulate, List<ConfigurationPart> parts)
            throws IOException {
        Configuration file =
                options.config().isPresent() ? read(options.config().get(), parts) : Configuration.defaults();
        return new Configuration(
                file.base(),
                file.origin(),
                file.trustedProxies(),
                file.forwarded(),
                own(file, options),
                options.isMusterstadt() ? exclude(file) : file.exclude(),
                file.guard(),
                file.onFailure(),
                file.maxPage(),
                file.keepPages(),
                presentation(file, options),
                file.services(),
                allowlist(file, options),
                simulate.isEmpty() ? file.simulate() : simulate,
                file.mode(),
                file.rules(),
                file.admin(),
                file.shares(),
                file.feeds(),
                file.outbound());
    }

    /** The same for a site that asks networks: for counts, which it can for its own addresses only, and for its posts. */
    static Configuration asking(Configuration city, String origin, ShareSettings shares, FeedSettings feeds) {
        // Both names of this machine: the demo is opened by either.
        List<Configuration.OwnHost> own = new ArrayList<>(city.own());
        List.of("localhost", "127.0.0.1")
                .forEach(host ->
                        own.add(new Configuration.OwnHost(host, Optional.of("diese Vorführung"), Optional.empty())));
        return new Configuration(
                city.base(),
                Optional.of(origin),
                city.trustedProxies(),
                city.forwarded(),
                own,
                city.exclude(),
                city.guard(),
                city.onFailure(),
                city.maxPage(),
                city.keepPages(),
                city.presentation(),
                city.services(),
                city.connectionAllowlist(),
                city.simulate(),
                city.mode(),
                city.rules(),
                city.admin(),
                shares,
                feeds,
                city.outbound());
    }

    /** The city shows what the list can do; what is one's own, folder or configuration, is as it would be at home. */
    private static ConnectionAllowlist allowlist(Configuration file, DemoOptions options) {
        return options.isAsDelivered() ? ConnectionAllowlist.ENFORCE : file.connectionAllowlist();
    }

    private static Configuration read(Path file, List<ConfigurationPart> parts) throws IOException {
        return Configuration.parse(Files.readString(file), file.toString(), name -> beside(file, name), parts);
    }

    private static Optional<String> beside(Path file, String name) {
        Path named = file.resolveSibling(name);
        try {
            return Files.isRegularFile(named) ? Optional.of(Files.readString(named)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    file + ": \"" + name + "\", which it names, cannot be read: " + unreadable.getMessage());
        }
    }

    private static List<Configuration.OwnHost> own(Configuration file, DemoOptions options) {
        List<Configuration.OwnHost> own = new ArrayList<>(file.own());
        List<String> further = new ArrayList<>(options.firstParty());
        options.upstream().map(UpstreamAddress::ownHosts).ifPresent(further::addAll);
        further.forEach(host -> own.add(new Configuration.OwnHost(host, Optional.empty(), Optional.empty())));
        return List.copyOf(own);
    }

    private static List<String> exclude(Configuration file) {
        List<String> exclude = new ArrayList<>(file.exclude());
        exclude.add(Layout.UNPROTECTED_PREFIX);
        return List.copyOf(exclude);
    }

    /** The city names whom the law names, and speaks all languages there are; a file decides for itself. */
    private static Presentation presentation(Configuration file, DemoOptions options) {
        Presentation written = file.presentation();
        if (!options.isMusterstadt()) {
            return written;
        }
        if (options.config().isPresent()) {
            return written.controller().isPresent() ? written : written.withController(CITY);
        }
        return new Presentation(
                Optional.of(CITY),
                Optional.of(OFFICER),
                Optional.of(AUTHORITY),
                written.remembering(),
                languages(),
                written.texts(),
                written.embedded(),
                written.archive());
    }

    static List<String> languages() {
        return Stream.concat(Texts.FINISHED.stream(), Texts.UNREVIEWED.stream()).toList();
    }
}
