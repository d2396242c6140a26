package io.github.zweiklick.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts as they are shipped, one file a language. */
final class TextFiles {
    private TextFiles() {}

    /** What visitors read. */
    static Map<String, String> ofVisitors(String tag) {
        return read("texts_" + tag + ".json");
    }

    /** What those read who look after a site; of few languages. */
    static Map<String, String> ofOfficers(String tag) {
        return read("admin_" + tag + ".json");
    }

    private static Map<String, String> read(String file) {
        try (InputStream in = TextFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + file);
            }
            Map<String, String> templates = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    JsonMapper.shared().readTree(in).properties()) {
                templates.put(entry.getKey(), entry.getValue().stringValue());
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
