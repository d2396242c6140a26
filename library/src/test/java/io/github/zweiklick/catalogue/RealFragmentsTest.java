package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Fragments of real pages, where the machine has them: {@code fragments.txt} says as what each is recognised. A kind is
 * written {@code service/kind}, a companion {@code service+}, an inline loader {@code service~}, nothing at all
 * {@code -}.
 */
final class RealFragmentsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    @TestFactory
    Stream<DynamicTest> fragments() throws IOException {
        Path embeds = Path.of(System.getProperty("zweiklick.shared", "../../shared"), "embeds");
        Assumptions.assumeTrue(Files.isDirectory(embeds), "no fragments of real pages here");
        Map<String, Set<String>> expected = ServiceFiles.lines("fragments.txt")
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        words -> words[0], words -> Stream.of(words).skip(1).collect(Collectors.toSet())));
        return expected.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Set<String> found = new TreeSet<>();
                    look(
                            Jsoup.parseBodyFragment(Files.readString(embeds.resolve(name), StandardCharsets.ISO_8859_1))
                                    .body(),
                            found);
                    if (found.isEmpty()) {
                        found.add("-");
                    }
                    assertThat(found).isEqualTo(expected.get(name));
                }));
    }

    private static void look(Element body, Set<String> found) {
        for (Element element : body.getAllElements()) {
            Pasted.read(CATALOGUE, element)
                    .ifPresent(embed ->
                            found.add(embed.service().id() + "/" + embed.kind().id()));
            switch (element.normalName()) {
                case "script", "img", "iframe" -> companion(element, found);
                case "noscript" -> look(Jsoup.parseBodyFragment(element.html()).body(), found);
                default -> {}
            }
        }
    }

    private static void companion(Element element, Set<String> found) {
        WholeAddress.parse(element.attr("src"))
                .flatMap(CATALOGUE::companion)
                .ifPresent(service -> found.add(service.id() + "+"));
        if (element.normalName().equals("script") && !element.hasAttr("src")) {
            CATALOGUE.inlineLoaders(element.data()).forEach(service -> found.add(service.id() + "~"));
        }
    }
}
