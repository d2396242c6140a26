package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pages and real pasted codes, where they are at hand. */
final class SharedMaterialTest {
    @ParameterizedTest
    @ValueSource(strings = {"pages", "embeds"})
    void nothingForeignIsLeft(String folder) throws IOException {
        Path shared = Path.of(System.getProperty("zweiklick.shared", "../../shared"), folder);
        Assumptions.assumeTrue(Files.isDirectory(shared), "No shared material at " + shared);
        List<String> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shared, "*.html")) {
            for (Path file : files) {
                byte[] before = Files.readAllBytes(file);
                Rewrite rewrite = new Pages().rewrite(before, "text/html");
                if (rewrite instanceof Rewrite.Withheld withheld) {
                    left.add(file.getFileName() + ": " + withheld.reason());
                } else {
                    Contacts.of(text(rewrite, before))
                            .forEach(contact -> left.add(file.getFileName() + ": " + contact));
                }
            }
        }
        assertThat(left).isEmpty();
    }

    private static String text(Rewrite rewrite, byte[] before) {
        if (rewrite instanceof Rewrite.Rewritten rewritten) {
            return new String(rewritten.body(), rewritten.charset());
        }
        Charset charset = ((Rewrite.Unchanged) rewrite).charset().orElse(StandardCharsets.UTF_8);
        return new String(before, charset);
    }
}
