package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.report.Manifest;
import io.github.zweiklick.audit.report.SigningKey;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.Setup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about a report that was made: whether it is intact, keys, and raw logs that are due. */
final class ReportCommandsTest {
    static final AuditResult AUDIT = new AuditResult(
            new CaseFile("", "", "", "", ZoneOffset.UTC, Locale.ENGLISH),
            new Setup(
                    "0.1.0",
                    "chrome 156",
                    List.of(),
                    "Linux",
                    List.of(),
                    BrowserOptions.standard(),
                    List.of(),
                    "",
                    new Proof.Missing("none here"),
                    ""),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            List.of(),
            List.of());

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path report = Path.of("");

    @BeforeEach
    void writeReport() throws IOException {
        report = Files.createDirectory(folder.resolve("report"));
        Files.writeString(report.resolve("audit.json"), "{}");
        Files.writeString(report.resolve("bericht.html"), "<p>");
    }

    @Test
    void anUnsignedReportIsIntactAndNoMoreIsClaimed() throws IOException {
        Manifest.write(report, AUDIT, Optional.empty(), Clock.systemUTC());
        assertThat(run("verify", report)).isZero();
        assertThat(out.toString())
                .startsWith(
                        "Intact: 2 files are as the manifest says, and there are no others.\nThe manifest is not signed.")
                .contains("not that nobody wrote files and manifest anew")
                .containsPattern("SHA-256 of manifest.json: [0-9a-f]{64}\n");
    }

    @Test
    void whatWasDoneToAReportIsNamed() throws IOException {
        Manifest.write(report, AUDIT, Optional.empty(), Clock.systemUTC());
        Files.writeString(report.resolve("audit.json"), "[]");
        Files.delete(report.resolve("bericht.html"));
        Files.writeString(report.resolve("\u001b[2J"), "");
        assertThat(run("verify", report.resolve(Manifest.FILE))).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("Not intact: ")
                .contains("\n  changed: audit.json\n  missing: bericht.html\n  added: \\u{1b}[2J\n");
    }

    @Test
    void whatCannotBeCheckedIsNeitherIntactNorChanged() throws IOException {
        assertThat(run("verify", report)).isEqualTo(2);
        assertThat(err.toString()).startsWith("Could not be done: there is no manifest.json in ");
        assertThat(out.toString()).isEmpty();

        Manifest.write(report, AUDIT, Optional.empty(), Clock.systemUTC());
        assertThat(run("verify", report, "--public-key", report.resolve("audit.json")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("audit.json holds no block BEGIN PUBLIC KEY");
        assertThat(run("verify", report, "--public-key", folder.resolve("none")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("NoSuchFileException: ");
    }

    @Test
    void aKeyThatWasMadeSignsAndChecks() throws IOException {
        Path key = folder.resolve("key.pem");
        assertThat(run("keygen", key)).isZero();
        String fingerprint =
                out.toString().lines().reduce((a, b) -> b).orElseThrow().replace("Fingerprint: ", "");
        assertThat(out.toString() + err).doesNotContain(Files.readAllLines(key).get(1));

        Manifest.write(report, AUDIT, Optional.of(SigningKey.read(key)), Clock.systemUTC());
        Path publicKey = folder.resolve("key.pem.pub");
        assertThat(run("verify", report, "--public-key", publicKey)).isZero();
        assertThat(out.toString()).contains("Signed with the key that was given, " + fingerprint + ".");
        assertThat(run("verify", report)).isZero();
        assertThat(out.toString()).contains("whose key it is, and when it signed, the report cannot prove");

        assertThat(run("keygen", folder.resolve("other"))).isZero();
        assertThat(run("verify", report, "--public-key", folder.resolve("other.pub")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("signed with another key than the one given: " + fingerprint);
        Files.delete(report.resolve(Manifest.SIGNATURE));
        assertThat(run("verify", report)).isEqualTo(1);
        assertThat(out.toString()).contains("its signature is not there");

        assertThat(run("keygen", key)).isEqualTo(2);
        assertThat(err.toString()).contains("FileAlreadyExistsException");
    }

    /** The guide's way without this program, where OpenSSL is installed. */
    @Test
    void opensslChecksTheSignatureAsWell() throws Exception {
        assumeTrue(hasOpenssl(), "OpenSSL is not installed");
        Path key = folder.resolve("key.pem");
        assertThat(openssl("genpkey", "-algorithm", "ed25519", "-out", key)).isZero();
        Manifest.write(report, AUDIT, Optional.of(SigningKey.read(key)), Clock.systemUTC());
        JsonNode signed = JsonMapper.shared().readTree(Files.readAllBytes(report.resolve(Manifest.SIGNATURE)));
        Path der = Files.write(folder.resolve("key.der"), decoded(signed, "publicKey"));
        Path signature = Files.write(folder.resolve("signature"), decoded(signed, "signature"));
        Path manifest = report.resolve(Manifest.FILE);
        Object[] check = {
            "pkeyutl",
            "-verify",
            "-pubin",
            "-keyform",
            "DER",
            "-inkey",
            der,
            "-rawin",
            "-in",
            manifest,
            "-sigfile",
            signature
        };
        assertThat(openssl(check)).isZero();
        Files.writeString(manifest, Files.readString(manifest) + " ");
        assertThat(openssl(check)).isNotZero();
    }

    @Test
    void rawLogsThatAreDueAreDeleted() throws IOException {
        Path raw = Files.createDirectories(report.resolve("raw"));
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        Path due = Files.writeString(raw.resolve("page-0001-delete-" + today.minusDays(1) + ".json"), "");
        Path kept = Files.writeString(raw.resolve("page-0002-delete-" + today.plusDays(9) + ".json"), "");

        assertThat(run("clean", folder)).isZero();
        assertThat(out.toString())
                .isEqualTo("Deleted: " + due + "\nRaw logs: 1 deleted, 1 kept, the next is due on " + today.plusDays(9)
                        + "\n");
        assertThat(due).doesNotExist();
        assertThat(kept).exists();

        assertThat(run("clean", folder.resolve("none"))).isEqualTo(2);
        assertThat(err.toString()).contains("NoSuchFileException: ");
    }

    private static byte[] decoded(JsonNode json, String name) {
        return Base64.getDecoder().decode(json.required(name).asString());
    }

    private static boolean hasOpenssl() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "openssl")));
    }

    private static int openssl(Object... arguments) throws Exception {
        Process openssl = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments))
                        .map(Object::toString)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(openssl.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return openssl.exitValue();
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
