package io.github.zweiklick.audit;

import io.github.zweiklick.audit.report.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key with which manifests are signed. */
@Command(
        name = "keygen",
        description =
                "Makes an Ed25519 key: FILE, a secret, and FILE.pub, with which others check. Overwrites nothing.",
        mixinStandardHelpOptions = true)
final class KeygenCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where the private key is to lie (PEM, PKCS #8, no password).")
    Path file = Path.of("");

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            Path publicKey = file.resolveSibling(file.getFileName() + ".pub");
            SigningKey key = SigningKey.generate();
            key.write(file, publicKey);
            PrintWriter out = command.getOut();
            out.println("Private key: " + file + " (keep it secret: whoever has it signs in your name)");
            out.println("Public key: " + publicKey + " (give it to those who check)");
            out.println("Fingerprint: " + key.verifying().fingerprint());
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (IOException failed) {
            return Main.failed(command, failed);
        }
    }
}
