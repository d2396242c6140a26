package io.github.zweiklick.page;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that were interesting once, by the method of {@link RewriteFuzz} whose they are. */
final class KeptInputsTest {
    private static final RewriteFuzz FUZZ = new RewriteFuzz();
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "pages", FUZZ::pages,
            "anyBytesInAnyEncoding", FUZZ::anyBytesInAnyEncoding,
            "addresses", FUZZ::addresses,
            "styleSheets", FUZZ::styleSheets);

    static List<Path> inputs() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(KeptInputsTest.class.getResource("RewriteFuzzInputs"));
        List<Path> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            files.filter(Files::isRegularFile).sorted().forEach(inputs::add);
        }
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void areRunAgain(Path input) throws IOException {
        String target = input.getName(input.getNameCount() - 2).toString();
        Objects.requireNonNull(TARGETS.get(target), target).accept(Files.readAllBytes(input));
    }
}
