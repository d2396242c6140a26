package io.github.zweiklick.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads SARIF, and holds it against what the standard demands. */
public final class Sarif {
    private Sarif() {}

    /** The one run of a file that fits the standard. */
    public static JsonNode run(String sarif) throws IOException {
        JsonNode log = JsonMapper.shared().readTree(sarif);
        assertThat(schema().validate(log)).isEmpty();
        JsonNode run = log.at("/runs/0");
        JsonNode rules = run.at("/tool/driver/rules");
        run.required("results")
                .forEach(result -> assertThat(
                                rules.path(result.required("ruleIndex").intValue())
                                        .path("id")
                                        .asString())
                        .isEqualTo(result.required("ruleId").asString()));
        return run;
    }

    public static List<String> texts(JsonNode array, String pointer) {
        return array.valueStream().map(item -> item.at(pointer).asString()).toList();
    }

    private static Schema schema() throws IOException {
        try (InputStream schema = Sarif.class.getResourceAsStream("sarif-essentials.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
