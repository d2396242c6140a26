package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A manifest as it was read, with its signature if there is one. Whoever wrote it is not known yet: nothing in it may lead
 * out of its folder.
 *
 * @param content exactly the bytes of the file, which are what is signed
 * @param key fingerprint of the key the manifest says it is signed with
 * @param signed what stands in the signature's file; empty without one
 */
record SignedManifest(
        Path folder, byte[] content, Optional<String> key, List<Manifest.Entry> files, Optional<Signed> signed) {

    private static final long LARGEST = 64L << 20;
    private static final long LARGEST_SIGNATURE = 1 << 16;

    /** Two members of one name would let two readers see two manifests. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * A signature.
     *
     * @param key the public key beside it, which proves nothing by itself; empty where it is none
     */
    record Signed(Optional<VerifyingKey> key, byte[] signature) {}

    /** What is found of a signature, and by which key it is valid. */
    record Found(Verification.Signature signature, Optional<String> signer) {}

    /** @param report a report's folder, or the manifest in it */
    static SignedManifest read(Path report) throws IOException {
        Path file = Files.isDirectory(report) ? report.resolve(Manifest.FILE) : report;
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no " + Manifest.FILE + " in " + report
                    + ": it is written last, so the report may not be whole");
        }
        byte[] content = bounded(file, LARGEST);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        try {
            JsonNode json = JSON.readTree(content);
            int version = json.path("manifest").asInt(0);
            if (version != Manifest.VERSION) {
                throw new IOException(file + " is no manifest of version " + Manifest.VERSION);
            }
            return new SignedManifest(
                    folder,
                    content,
                    json.optional("key").map(JsonNode::asString),
                    entries(json.required("files")),
                    signed(folder.resolve(Manifest.SIGNATURE)));
        } catch (JacksonException malformed) {
            throw unreadable(file, malformed.getOriginalMessage());
        } catch (DateTimeException | IllegalArgumentException other) {
            throw unreadable(file, String.valueOf(other.getMessage()));
        }
    }

    private static IOException unreadable(Path file, String why) {
        return new IOException(file + " cannot be read as a manifest: " + why);
    }

    private static byte[] bounded(Path file, long largest) throws IOException {
        if (Files.size(file) > largest) {
            throw new IOException(file + " is larger than " + largest + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static List<Manifest.Entry> entries(JsonNode files) {
        List<Manifest.Entry> entries = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (JsonNode file : files) {
            String path = file.required("path").asString();
            if (!paths.add(path)) {
                throw new IllegalArgumentException("it names " + path + " twice");
            }
            Optional<LocalDate> until = file.optional("until").map(day -> LocalDate.parse(day.asString()));
            if (until.isPresent() && !path.startsWith(Manifest.RAW)) {
                throw new IllegalArgumentException("it lets " + path + " go, which is no raw log");
            }
            entries.add(new Manifest.Entry(
                    path,
                    file.required("bytes").asLong(),
                    file.required("sha256").asString(),
                    until));
        }
        return entries;
    }

    private static Optional<Signed> signed(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] content = bounded(file, LARGEST_SIGNATURE);
        try {
            JsonNode json = JSON.readTree(content);
            return Optional.of(
                    new Signed(Optional.of(VerifyingKey.of(base64(json, "publicKey"))), base64(json, "signature")));
        } catch (JacksonException | IllegalArgumentException | GeneralSecurityException malformed) {
            return Optional.of(new Signed(Optional.empty(), new byte[0]));
        }
    }

    private static byte[] base64(JsonNode json, String name) {
        return Base64.getDecoder().decode(json.required(name).asString());
    }

    String sum() {
        return Sha256.of(content);
    }

    /** @param asked the key that must have signed; empty: any */
    Found signature(Optional<VerifyingKey> asked) {
        if (signed.isEmpty()) {
            return new Found(
                    key.isPresent()
                            ? Verification.Signature.MISSING
                            : asked.isPresent() ? Verification.Signature.LACKING : Verification.Signature.NONE,
                    Optional.empty());
        }
        byte[] signature = signed.get().signature();
        Optional<VerifyingKey> beside = signed.get().key().filter(any -> any.verifies(content, signature));
        Optional<VerifyingKey> signer =
                asked.filter(known -> known.verifies(content, signature)).or(() -> beside);
        Optional<String> fingerprint = signer.map(VerifyingKey::fingerprint);
        if (fingerprint.isEmpty() || (key.isPresent() && !key.equals(fingerprint))) {
            return new Found(Verification.Signature.BROKEN, Optional.empty());
        }
        if (asked.isEmpty()) {
            return new Found(Verification.Signature.UNKNOWN_KEY, fingerprint);
        }
        boolean known = asked.map(VerifyingKey::fingerprint).equals(fingerprint);
        return new Found(known ? Verification.Signature.KNOWN_KEY : Verification.Signature.OTHER_KEY, fingerprint);
    }
}
