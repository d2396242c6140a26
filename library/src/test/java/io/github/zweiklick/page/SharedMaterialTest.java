package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pages, real pasted codes and html5lib's trees, where they are at hand. */
final class SharedMaterialTest {
    private static final String[] CONTACTS = {
        "<img src=//f.example/>",
        "<body background=//f.example/>",
        "<input type=image src=//f.example/>",
        "<link rel=stylesheet href=//f.example/>",
        "<frame src=//f.example/>",
        "<iframe src=https://www.film.example/embed/7></iframe>",
        "<svg><image href=//f.example/ /></svg>",
        "<script src=//f.example/></script>",
        "<style>a{b:url(//f.example/)}</style>"
    };

    /** What an oracle sees that no browser does, by html5lib's file and number. */
    private static final Map<String, String> EXPLAINED = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"pages", "embeds"})
    void nothingForeignIsLeft(String folder) throws IOException {
        List<String> left = new ArrayList<>();
        for (Path file : SharedMaterial.files(folder, "*.html")) {
            byte[] before = Files.readAllBytes(file);
            try {
                RewriteProperties.check(before, "text/html");
            } catch (AssertionError failure) {
                left.add(file.getFileName() + ": " + failure.getMessage());
            }
        }
        assertThat(left).isEmpty();
    }

    /** With contacts put into them: at the end, at a place made by chance, before every tag. */
    @Test
    void noTreeHidesAContact() throws IOException {
        Map<String, String> left = new TreeMap<>();
        int cases = 0;
        for (Path file : SharedMaterial.files("html5lib-tests/tree-construction", "*.dat")) {
            List<String> inputs = inputs(Files.readString(file, StandardCharsets.UTF_8));
            for (int i = 0; i < inputs.size(); i++) {
                cases++;
                Random random = new Random(i);
                for (String html : variants(inputs.get(i), random)) {
                    if (fails(html)) {
                        left.put(file.getFileName() + " " + (i + 1), Shrinking.shrink(html, SharedMaterialTest::fails));
                    }
                }
            }
        }
        assertThat(cases).isGreaterThan(1500);
        assertThat(left.keySet()).as(left::toString).isEqualTo(EXPLAINED.keySet());
    }

    private static List<String> variants(String input, Random random) {
        String contact = CONTACTS[random.nextInt(CONTACTS.length)];
        int at = random.nextInt(input.length() + 1);
        return List.of(
                input + contact,
                input.substring(0, at) + contact + input.substring(at),
                input.replace("<", CONTACTS[random.nextInt(CONTACTS.length)] + "<"));
    }

    private static boolean fails(String html) {
        try {
            RewriteProperties.check(html);
            return false;
        } catch (AssertionError failure) {
            return true;
        }
    }

    private static List<String> inputs(String file) {
        List<String> inputs = new ArrayList<>();
        String[] parts = file.split("(?m)^#data\n");
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf("\n#errors");
            inputs.add(parts[i].substring(0, Math.max(0, end)));
        }
        return inputs;
    }
}
