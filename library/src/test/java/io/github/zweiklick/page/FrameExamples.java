package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The frames that the examples of the bundled files come to. */
final class FrameExamples {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private FrameExamples() {}

    static List<String> of(Catalogue catalogue) {
        return catalogue.services().stream()
                .flatMap(FrameExamples::frames)
                .distinct()
                // Servers of anybody's are known by their class only.
                .filter(frame -> WebUrl.parse(frame)
                        .flatMap(catalogue::recognise)
                        .flatMap(Embed::frame)
                        .isPresent())
                .toList();
    }

    private static Stream<String> frames(Service service) {
        try (InputStream in = Catalogue.class.getResourceAsStream(service.id() + ".json")) {
            return JSON
                    .readTree(in)
                    .path("examples")
                    .valueStream()
                    .map(example -> example.path("frame"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
