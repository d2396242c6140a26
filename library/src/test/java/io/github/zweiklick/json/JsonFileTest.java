package io.github.zweiklick.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileTest {
    private static final String FILE = """
            {
              // a remark
              "name": "Rathaus",
              "days": 180,
              "yes": true,
              "unit": "seconds",
              "hosts": ["a", "b",],
              "inner": {"x": "1"},
              "nothing": null
            }
            """;

    private final JsonObject object = JsonFile.parse(FILE, "probe.json");

    @Test
    void readsMembers() {
        assertThat(object.requiredString("name")).isEqualTo("Rathaus");
        assertThat(object.integer("days", 1, 365)).contains(180);
        assertThat(object.flag("yes")).contains(true);
        assertThat(object.choice("unit", TimeUnit.class)).contains(TimeUnit.SECONDS);
        assertThat(object.strings("hosts")).containsExactly("a", "b");
        assertThat(object.requiredObject("inner").asStrings()).containsEntry("x", "1");
        assertThat(object.string("absent")).isEmpty();
        assertThat(object.objects("absent")).isEmpty();
    }

    @Test
    void errorsNameFileLineKeyValueAndRemedy() {
        assertThatThrownBy(() -> object.allow("nome", "days", "yes", "unit", "hosts", "inner", "nothing"))
                .isInstanceOf(JsonFileException.class)
                .hasMessageStartingWith("probe.json:3: unknown key \"name\"; did you mean \"nome\"?");
        assertThatThrownBy(() -> object.integer("days", 1, 100))
                .hasMessage("probe.json:4: \"days\" is \"180\"; write a whole number from 1 to 100");
        assertThatThrownBy(() -> object.string("days")).hasMessageContaining("write a text in quotes");
        assertThatThrownBy(() -> object.string("nothing")).hasMessageContaining("\"null\"");
        assertThatThrownBy(() -> object.choice("name", TimeUnit.class))
                .hasMessageContaining("did you mean")
                .hasMessageContaining("nanoseconds");
        assertThatThrownBy(() -> object.requiredString("absent"))
                .hasMessage("probe.json:1: \"absent\" is missing here");
        assertThatThrownBy(() -> object.objects("hosts")).hasMessageContaining("probe.json:7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | :1: the file must hold one object",
                "'{\"a\":1,\n\"a\":2}' | :2: not valid JSON: Duplicate",
                "'{\"a\":\n\n x}' | :3: not valid JSON",
                "{} {} | :1: text after",
                "'' | :1: the file must hold",
            })
    void namesThePlaceOfBrokenText(String text, String message) {
        assertThatThrownBy(() -> JsonFile.parse(text, "f.json"))
                .isInstanceOf(JsonFileException.class)
                .hasMessageStartingWith("f.json")
                .hasMessageContaining(message);
    }
}
