package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are those that other programs make, and tell nothing of themselves. */
final class KeysTest {
    /** RFC 8410, 10.3: a private key and (10.1) its public one. */
    private static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    @TempDir
    Path folder;

    @Test
    void thePublicKeyIsDerivedFromThePrivateOne() throws IOException {
        SigningKey key = SigningKey.read(file(PRIVATE));
        VerifyingKey verifying = VerifyingKey.read(file(PUBLIC));
        assertThat(key.verifying().encoded()).isEqualTo(verifying.encoded());
        assertThat(verifying.fingerprint()).matches("[0-9a-f]{64}");
        byte[] content = Audits.bytes("x");
        assertThat(verifying.verifies(content, key.sign(content))).isTrue();
        assertThat(verifying.verifies(Audits.bytes("y"), key.sign(content))).isFalse();
        assertThat(verifying.verifies(content, new byte[3])).isFalse();
    }

    /** RFC 8032, 7.1, test 1: the empty message. */
    @Test
    void signaturesAreThoseOfTheStandard() throws IOException {
        byte[] seed = HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        SigningKey key = SigningKey.read(file(new String(Pem.write("PRIVATE KEY", seed), StandardCharsets.US_ASCII)));
        assertThat(HexFormat.of().formatHex(key.sign(new byte[0])))
                .isEqualTo(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                                + "d25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void aNewKeyIsWrittenForItsOwnerOnceAndReadBack() throws IOException {
        Path secret = folder.resolve("key");
        Path pub = folder.resolve("key.pub");
        SigningKey key = SigningKey.generate();
        key.write(secret, pub);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.read(secret).toString()).isEqualTo(key.toString());
        assertThat(VerifyingKey.read(pub).fingerprint())
                .isEqualTo(key.verifying().fingerprint());

        assertThatThrownBy(() -> SigningKey.generate().write(secret, folder.resolve("other")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> SigningKey.generate().write(folder.resolve("other"), pub))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "'', holds no block BEGIN PRIVATE KEY",
        "'-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----', holds no block BEGIN PRIVATE KEY",
        "'-----BEGIN ENCRYPTED PRIVATE KEY-----\nMCow\n-----END ENCRYPTED PRIVATE KEY-----', is protected by a password",
        "'-----BEGIN PRIVATE KEY-----\nMCow\n-----END PRIVATE KEY-----', holds no Ed25519 private key",
        "'-----BEGIN PRIVATE KEY-----\nMC==w\n-----END PRIVATE KEY-----', is damaged between BEGIN and END",
        "'-----BEGIN PRIVATE KEY-----\nS3cret!\n-----END PRIVATE KEY-----', holds no block BEGIN PRIVATE KEY",
    })
    void whatIsNoKeyIsSaidAndNotQuoted(String content, String message) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> SigningKey.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("MC")
                .hasMessageNotContaining("S3cret")
                .hasNoCause();
    }

    @Test
    void otherFilesAreNotRead() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[20_000]);
        assertThatThrownBy(() -> VerifyingKey.read(large)).hasMessageContaining("too large");
        assertThatThrownBy(() -> VerifyingKey.read(file(PRIVATE))).hasMessageContaining("BEGIN PUBLIC KEY");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "key", ".pem"), content);
    }
}
