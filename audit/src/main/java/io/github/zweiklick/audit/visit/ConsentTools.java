package io.github.zweiklick.audit.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads how consent tools are asked: those that come with this program, and a site's own.
 *
 * <pre>{@code
 * [{"name": "Unser Banner", "shown": "#banner", "accept": ["#banner .ja"], "decline": ["#banner .nein"],
 *   "reopen": ["#fuss .datenschutz"], "stores": ["banner_*"]}]
 * }</pre>
 */
public final class ConsentTools {
    private static final String BUNDLED = "consent-tools.json";
    private static final Set<String> MEMBERS = Set.of("name", "shown", "accept", "decline", "reopen", "stores");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private ConsentTools() {}

    /** Those that come with this program. */
    public static List<ConsentTool> bundled() {
        try (InputStream in = ConsentTools.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + BUNDLED);
            }
            return tools(JSON.readTree(in), BUNDLED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(BUNDLED, unreadable);
        }
    }

    /**
     * A site's own, and then the bundled ones.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it is wrong, naming the place
     */
    public static List<ConsentTool> with(Path file) throws IOException {
        try {
            return Stream.concat(
                            tools(JSON.readTree(Files.readString(file)), file.toString()).stream(), bundled().stream())
                    .toList();
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(file + " is no JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private static List<ConsentTool> tools(JsonNode list, String file) {
        if (!list.isArray()) {
            throw new IllegalArgumentException(file + ": it is a list of consent tools, as in docs/audit.md");
        }
        List<ConsentTool> tools = new ArrayList<>();
        for (JsonNode tool : list) {
            tools.add(tool(tool, file + ", tool " + (tools.size() + 1)));
        }
        return tools;
    }

    private static ConsentTool tool(JsonNode tool, String place) {
        if (!tool.isObject()) {
            throw new IllegalArgumentException(place + ": it is no object");
        }
        tool.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(place + ": \"" + unknown + "\" is none of "
                            + MEMBERS.stream().sorted().toList());
                });
        return new ConsentTool(
                text(tool, "name", place),
                text(tool, "shown", place),
                texts(tool, "accept", place, 1),
                texts(tool, "decline", place, 0),
                texts(tool, "reopen", place, 0),
                texts(tool, "stores", place, 0));
    }

    private static String text(JsonNode tool, String name, String place) {
        return Optional.of(tool.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(place + ": \"" + name + "\" is a text"));
    }

    private static List<String> texts(JsonNode tool, String name, String place, int least) {
        JsonNode list = tool.path(name);
        List<String> texts = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(one -> texts.add(one.isString() ? one.stringValue() : ""));
        }
        boolean wrong = !list.isMissingNode() && !list.isArray();
        if (wrong || texts.contains("") || texts.size() < least) {
            throw new IllegalArgumentException(
                    place + ": \"" + name + "\" is a list of texts" + (least > 0 ? ", one at least" : ""));
        }
        return texts;
    }
}
