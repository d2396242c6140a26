package io.github.zweiklick.audit.judge;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the site's own {@code zweiklick.json} declares: its services beside the bundled ones, and the hosts it calls its own,
 * with the reasons. Nothing else of the file is read: secrets and upstreams are no business of an audit.
 *
 * @param own contacted without consent because the site says so
 * @param hash SHA-256, in hexadecimal, of what was read of it; empty where there is no file
 */
public record SiteConfiguration(Catalogue catalogue, List<TrustedHost> own, String hash) {
    private static final Set<String> DECLARING = Set.of("own", "services", "simulate");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    public SiteConfiguration {
        own = List.copyOf(own);
    }

    /** Nothing beside what is bundled. */
    public static SiteConfiguration none() {
        return new SiteConfiguration(Catalogue.bundled(), List.of(), "");
    }

    /**
     * Reads the file, and those it names.
     *
     * @throws ConfigurationException naming file, key and remedy
     * @throws IOException when the file, or one that it names, cannot be read
     */
    public static SiteConfiguration read(Path file) throws IOException {
        String text = declaring(file);
        StringBuilder read = new StringBuilder(text);
        Configuration configuration = Configuration.parse(text, file.toString(), name -> {
            Optional<String> other = beside(file, name);
            other.ifPresent(read::append);
            return other;
        });
        Catalogue catalogue = Catalogue.bundled();
        for (Service service : configuration.services()) {
            catalogue = catalogue.with(service);
        }
        return new SiteConfiguration(
                catalogue.substituting(configuration.simulate()),
                configuration.own().stream().map(SiteConfiguration::trusted).toList(),
                hash(read.toString()));
    }

    private static String declaring(Path file) throws IOException {
        JsonNode whole;
        try {
            whole = JSON.readTree(Files.readString(file));
        } catch (JacksonException unreadable) {
            throw new ConfigurationException(file + ", line "
                    + (unreadable.getLocation() == null
                            ? "?"
                            : unreadable.getLocation().getLineNr())
                    + ": it is no JSON: " + unreadable.getOriginalMessage());
        }
        if (!(whole instanceof ObjectNode members)) {
            throw new ConfigurationException(file + ": it is no JSON object");
        }
        return members.retain(DECLARING).toString();
    }

    private static TrustedHost trusted(Configuration.OwnHost own) {
        return new TrustedHost(
                own.host(),
                Stream.of(own.reason(), own.contract())
                        .flatMap(Optional::stream)
                        .reduce((reason, contract) -> reason + " (" + contract + ")")
                        .orElse(""));
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

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
