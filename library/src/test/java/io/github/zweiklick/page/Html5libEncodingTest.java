package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.EncodingSniffer.Sniffed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** html5lib's encoding tests: byte order marks and declarations, as browsers read them. */
final class Html5libEncodingTest {
    /** What is read otherwise than the tests have it, and why. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of("scripted/tests1.dat 1", "is declared by a script only");

    /** @param encoding windows-1252 where there is no declaration */
    private record Case(String name, byte[] data, String encoding) {}

    @Test
    void declarationsAreReadAsBrowsersDo() throws IOException {
        Map<String, String> wrong = new LinkedHashMap<>();
        List<Case> cases = cases();
        for (Case test : cases) {
            Sniffed sniffed = EncodingSniffer.sniff(test.data(), MediaType.parse(Optional.of("text/html")));
            String name = sniffed.source() == EncodingSniffer.Source.GUESS
                    ? "windows-1252"
                    : sniffed.encoding().name();
            if (!name.equalsIgnoreCase(test.encoding())) {
                wrong.put(test.name(), name + " instead of " + test.encoding());
            }
        }
        assertThat(cases).hasSizeGreaterThan(70);
        assertThat(wrong.keySet()).as(wrong::toString).isEqualTo(EXCEPTIONS.keySet());
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        List<Path> files = new ArrayList<>(SharedMaterial.files("html5lib-tests/encoding", "*.dat"));
        files.addAll(SharedMaterial.files("html5lib-tests/encoding/scripted", "*.dat"));
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String[] parts = text.split("(?m)^#data\n");
            for (int i = 1; i < parts.length; i++) {
                int end = parts[i].indexOf("\n#encoding\n");
                String encoding = parts[i].substring(end + 11).strip();
                byte[] data = parts[i].substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
                cases.add(new Case(
                        (file.toString().contains("scripted") ? "scripted/" : "") + file.getFileName() + " " + i,
                        data,
                        encoding));
            }
        }
        return cases;
    }
}
