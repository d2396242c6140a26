package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.report.Verification.Outcome;
import io.github.zweiklick.audit.report.Verification.Signature;
import io.github.zweiklick.audit.report.Verification.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever happens to a report after its manifest was written is seen, and no more is claimed than that. */
final class ManifestTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Clock CLOCK = Clock.fixed(Audits.STARTED, ZoneOffset.UTC);

    @TempDir
    Path report;

    @BeforeEach
    void writeReport() throws IOException {
        Files.writeString(report.resolve("audit.json"), "{}");
        Files.writeString(report.resolve("report.html"), "<p>ü");
        Files.createDirectory(report.resolve("pictures"));
        Files.write(report.resolve("pictures/1.png"), new byte[200_000]);
        Path log = Files.writeString(report.resolve("netlog"), "{} ");
        RawLogs.in(report, 30, CLOCK).keep(log, 1);
        Files.delete(log);
    }

    @Test
    void allFilesStandInIt() throws IOException {
        write(Optional.empty());
        JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(report.resolve(Manifest.FILE)));
        assertThat(manifest.at("/files").findValuesAsString("path"))
                .containsExactly(
                        "audit.json",
                        "pictures/1.png",
                        "raw/README.txt",
                        "raw/page-0001-delete-2026-12-29.json",
                        "report.html");
        assertThat(manifest.at("/files/0/bytes").asLong()).isEqualTo(2);
        assertThat(manifest.at("/files/0/sha256").asString())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(manifest.at("/files/2/until").asString()).isEqualTo("2026-12-29");
        assertThat(manifest.at("/rawLogsUntil").asString()).isEqualTo("2026-12-29");
        assertThat(manifest.at("/audit").asString()).isEqualTo("0.1.0");
        assertThat(manifest.at("/started").asString()).isEqualTo("2026-11-29T10:00:00Z");
        assertThat(manifest.has("key")).isFalse();
        assertThat(report.resolve(Manifest.SIGNATURE)).doesNotExist();
        assertThat(verified()).satisfies(intact -> {
            assertThat(intact.outcome()).isEqualTo(Outcome.INTACT);
            assertThat(intact.signature()).isEqualTo(Signature.NONE);
            assertThat(intact.files()).isEqualTo(5);
            assertThat(intact.sum()).isEqualTo(Sha256.of(report.resolve(Manifest.FILE)));
        });
    }

    @Test
    void whatWasChangedIsNamed() throws IOException {
        write(Optional.empty());
        Files.writeString(report.resolve("audit.json"), "[]");
        Files.delete(report.resolve("pictures/1.png"));
        Files.writeString(report.resolve("pictures/2.png"), "");
        Files.delete(report.resolve("raw/page-0001-delete-2026-12-29.json"));

        Verification found = verified();
        assertThat(found.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(found.paths(State.CHANGED)).containsExactly("audit.json");
        assertThat(found.paths(State.MISSING))
                .as("a raw log before its day as well")
                .containsExactly("pictures/1.png", "raw/page-0001-delete-2026-12-29.json");
        assertThat(found.paths(State.ADDED)).containsExactly("pictures/2.png");
    }

    /** What a link leads to is not the report's. */
    @Test
    void aLinkInPlaceOfAFileIsAChange(@TempDir Path elsewhere) throws IOException {
        write(Optional.empty());
        Path same = Files.writeString(elsewhere.resolve("same"), "{}");
        Files.delete(report.resolve("audit.json"));
        Files.createSymbolicLink(report.resolve("audit.json"), same);
        Files.createSymbolicLink(report.resolve("more"), elsewhere);
        assertThat(verified().paths(State.CHANGED)).containsExactly("audit.json");
        assertThat(verified().paths(State.ADDED)).containsExactly("more");
        assertThatThrownBy(() -> write(Optional.empty())).hasMessageContaining("[audit.json, more]");
        assertThat(report.resolve(Manifest.FILE))
                .as("none rather than a wrong one")
                .doesNotExist();
    }

    @Test
    void rawLogsMayGoOnTheirDayOnly() throws IOException {
        write(Optional.of(SigningKey.generate()));
        LocalDate day = LocalDate.of(2026, 12, 29);
        assertThat(Verification.of(report, Optional.empty(), day).paths(State.DUE))
                .hasSize(2);
        RawLogs.clean(report, day);

        Verification after = Verification.of(report, Optional.empty(), day);
        assertThat(after.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(after.paths(State.DELETED)).hasSize(2);
        assertThat(verified().outcome()).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void aSignatureHoldsForThisManifestAndThisKey() throws IOException {
        SigningKey key = SigningKey.generate();
        VerifyingKey other = SigningKey.generate().verifying();
        write(Optional.of(key));

        assertThat(verified().signature()).isEqualTo(Signature.UNKNOWN_KEY);
        assertThat(verified().signer()).contains(key.verifying().fingerprint());
        assertThat(verified(key.verifying()).signature()).isEqualTo(Signature.KNOWN_KEY);
        assertThat(verified(key.verifying()).outcome()).isEqualTo(Outcome.INTACT);
        assertThat(verified(other).signature()).isEqualTo(Signature.OTHER_KEY);
        assertThat(verified(other).outcome()).isEqualTo(Outcome.CHANGED);
    }

    /** Someone who changes a file and the sum as well. */
    @Test
    void aManifestThatWasWrittenAnewIsSeen() throws IOException {
        SigningKey key = SigningKey.generate();
        write(Optional.of(key));
        Path manifest = report.resolve(Manifest.FILE);
        String before = Files.readString(manifest);
        Files.writeString(report.resolve("audit.json"), "[]");
        Files.writeString(
                manifest,
                before.replace(
                        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                        Sha256.of(Audits.bytes("[]"))));
        assertThat(verified().paths()).isEmpty();
        assertThat(verified().signature()).isEqualTo(Signature.BROKEN);
        assertThat(verified().outcome()).isEqualTo(Outcome.CHANGED);

        Files.delete(report.resolve(Manifest.SIGNATURE));
        assertThat(verified().signature()).isEqualTo(Signature.MISSING);
        assertThat(verified().outcome()).isEqualTo(Outcome.CHANGED);

        write(Optional.of(SigningKey.generate()));
        assertThat(verified().outcome()).as("to whoever does not know the key").isEqualTo(Outcome.INTACT);
        assertThat(verified(key.verifying()).outcome()).isEqualTo(Outcome.CHANGED);

        write(Optional.empty());
        assertThat(verified(key.verifying()).signature()).isEqualTo(Signature.LACKING);
        assertThat(verified(key.verifying()).outcome()).isEqualTo(Outcome.UNCHECKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "{\"publicKey\": \"AAAA\", \"signature\": \"AAAA\"}", "{\"signature\": \"*\"}"})
    void aSpoiltSignatureIsBroken(String content) throws IOException {
        write(Optional.of(SigningKey.generate()));
        Files.writeString(report.resolve(Manifest.SIGNATURE), content);
        assertThat(verified().signature()).isEqualTo(Signature.BROKEN);
    }

    /** A signature by whomever, put beside a manifest that names another's key. */
    @Test
    void theKeyTheManifestNamesMustHaveSigned() throws IOException {
        write(Optional.of(SigningKey.generate()));
        Path manifest = report.resolve(Manifest.FILE);
        String first = Files.readString(manifest);
        SigningKey mallory = SigningKey.generate();
        write(Optional.of(mallory));
        String signed = Files.readString(report.resolve(Manifest.SIGNATURE));
        String old = JsonMapper.shared().readTree(signed).required("signature").asString();
        String anew = Base64.getEncoder().encodeToString(mallory.sign(Audits.bytes(first)));
        Files.writeString(manifest, first);
        Files.writeString(report.resolve(Manifest.SIGNATURE), signed.replace(old, anew));
        assertThat(verified().signature()).isEqualTo(Signature.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"manifest\": 2, \"files\": []}",
                "{\"manifest\": 1}",
                "{\"manifest\": 1, \"files\": [{\"path\": \"a\"}]}",
                "{\"manifest\": 1, \"files\": [], \"files\": []}",
                "{\"manifest\": 1, \"files\": [{\"path\": \"a\", \"bytes\": 1, \"sha256\": \"\"},"
                        + " {\"path\": \"a\", \"bytes\": 1, \"sha256\": \"\"}]}",
                "{\"manifest\": 1, \"files\": [{\"path\": \"a\", \"bytes\": 1, \"sha256\": \"\","
                        + " \"until\": \"2020-01-01\"}]}",
                "{\"manifest\": 1, \"files\": [{\"path\": \"raw/a\", \"bytes\": 1, \"sha256\": \"\","
                        + " \"until\": \"soon\"}]}",
            })
    void whatIsNoManifestCannotBeChecked(String content) throws IOException {
        Files.writeString(report.resolve(Manifest.FILE), content);
        assertThatThrownBy(this::verified).isInstanceOf(IOException.class).hasMessageContaining(Manifest.FILE);
    }

    /** A path that leads out is looked for in the folder, where it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/hosts", "pictures/../audit.json", "."})
    void aManifestCannotLeadOutOfItsFolder(String path) throws IOException {
        Files.writeString(
                report.resolve(Manifest.FILE),
                "{\"manifest\": 1, \"files\": [{\"path\": \"" + path + "\", \"bytes\": 2, \"sha256\": \"\"}]}");
        assertThat(verified().paths(State.MISSING)).containsExactly(path);
    }

    @Test
    void withoutAManifestTheReportMayNotBeWhole() {
        assertThatThrownBy(this::verified).hasMessageContaining("it is written last, so the report may not be whole");
        assertThatThrownBy(() -> Verification.of(report.resolve("none"), Optional.empty(), TODAY))
                .hasMessageContaining("there is no manifest.json in ");
        assertThatThrownBy(() -> Verification.of(report.resolve("audit.json"), Optional.empty(), TODAY))
                .hasMessageContaining("is no manifest of version 1");
    }

    /** Half a manifest never bears the name. */
    @Test
    void aManifestThatCannotBeWrittenIsNone() throws IOException {
        write(Optional.empty());
        Files.createDirectory(report.resolve(Manifest.FILE + ".draft"));
        Files.writeString(report.resolve(Manifest.FILE + ".draft/x"), "");
        assertThatThrownBy(() -> write(Optional.empty())).isInstanceOf(IOException.class);
        assertThat(report.resolve(Manifest.FILE)).doesNotExist();
    }

    private void write(Optional<SigningKey> key) throws IOException {
        Manifest.write(report, Audits.some(), key, CLOCK);
    }

    private Verification verified() throws IOException {
        return Verification.of(report, Optional.empty(), TODAY);
    }

    private Verification verified(VerifyingKey key) throws IOException {
        return Verification.of(report.resolve(Manifest.FILE), Optional.of(key), TODAY);
    }
}
