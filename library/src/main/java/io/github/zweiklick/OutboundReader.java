package io.github.zweiklick;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.TrustedCertificates;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads the member {@code outbound} of {@code zweiklick.json}. */
final class OutboundReader {
    private OutboundReader() {}

    static OutboundSettings read(JsonObject member) {
        JsonObject outbound = member.quoting("trust", "snapshots");
        outbound.allow("proxy", "trust", "snapshots");
        return new OutboundSettings(
                outbound.object("proxy").map(OutboundReader::proxy),
                outbound.string("trust").map(path -> trust(outbound, path)),
                outbound.string("snapshots").map(path -> PathReader.directory(outbound, "snapshots", path)));
    }

    private static OutboundSettings.Proxy proxy(JsonObject entry) {
        entry.allow("address", "user", "password");
        String written = entry.requiredString("address");
        if (written.contains("@")) {
            throw entry.wrong(
                    "address",
                    "write it without a name and a password before \"@\": they would not be sent. They belong into"
                            + " \"user\" and \"password\" beside it");
        }
        WebUrl address = WebUrl.parse(written)
                .filter(url -> url.scheme().equals("http") && url.path().equals("/"))
                .filter(url -> url.query().isEmpty())
                .orElseThrow(() ->
                        entry.wrong("address", "write an address such as \"http://proxy.musterstadt.example:3128\""));
        Optional<String> user = entry.string("user");
        Optional<Secret> password = SecretReader.optional(entry, "password");
        if (user.isPresent() != password.isPresent()) {
            throw entry.wrong(user.isPresent() ? "user" : "password", "write both \"user\" and \"password\", or none");
        }
        return new OutboundSettings.Proxy(address.host(), address.port(), user, password);
    }

    private static Path trust(JsonObject outbound, String path) {
        Path file = PathReader.file(outbound, "trust", path);
        try {
            TrustedCertificates.read(file);
            return file;
        } catch (IOException | GeneralSecurityException wrong) {
            throw outbound.wrong(
                    "trust",
                    "this is no file of certificates in PEM form that can be read (" + wrong.getMessage()
                            + "); no network could be asked");
        }
    }
}
