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
              "inner": {"x": "1", "y": "secnods"},
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
                .hasMessageStartingWith(
                        "probe.json:3: unknown key \"name\" with value \"Rathaus\"; did you mean \"nome\"?");
        assertThatThrownBy(() -> object.integer("days", 1, 100))
                .hasMessage("probe.json:4: \"days\" is 180; write a whole number from 1 to 100");
        assertThatThrownBy(() -> object.string("days")).hasMessageContaining("write a text in quotes");
        assertThatThrownBy(() -> object.string("nothing")).hasMessageContaining("is null");
        assertThatThrownBy(() -> object.choice("name", TimeUnit.class))
                .hasMessageStartingWith("probe.json:3: \"name\" is \"Rathaus\"; Valid: nanoseconds");
        assertThatThrownBy(() -> object.requiredObject("inner").choice("y", TimeUnit.class))
                .hasMessageStartingWith("probe.json:8: \"inner.y\" is \"secnods\"; did you mean \"seconds\"? Valid: ");
        assertThatThrownBy(() -> object.requiredString("absent"))
                .hasMessage("probe.json:1: \"absent\" is missing here");
        assertThatThrownBy(() -> object.require("name", "absent")).hasMessageContaining("\"absent\" is missing");
        assertThatThrownBy(() -> object.objects("hosts"))
                .hasMessage("probe.json:7: \"hosts[0]\" is \"a\"; write an object in braces: {…}");
        assertThatThrownBy(() -> object.strings("inner")).hasMessageContaining("\"inner\" is an object; write a list");
        assertThatThrownBy(() -> object.entries("inner", (inner, key) -> inner.flag(key)))
                .hasMessage("probe.json:8: \"inner.x\" is \"1\"; write true or false");
        assertThatThrownBy(() -> object.requiredObject("inner").allow("a", "b"))
                .hasMessageContaining("unknown key \"inner.x\" with value \"1\"");
        assertThatThrownBy(() -> object.allow("rathausplatz"))
                .as("nothing is near")
                .hasMessage("probe.json:3: unknown key \"name\" with value \"Rathaus\". Known keys: rathausplatz");
    }

    @Test
    void errorsQuoteOnlyWhatMayBeShown() {
        JsonObject quoting = object.quoting("name", "hosts", "inner");
        assertThatThrownBy(() -> quoting.flag("name"))
                .hasMessage("probe.json:3: \"name\" is \"Rathaus\"; write true or false");
        assertThatThrownBy(() -> quoting.objects("hosts")).hasMessageContaining("\"hosts[0]\" is \"a\"");
        assertThatThrownBy(() -> quoting.flag("unit")).hasMessageContaining("\"unit\" is a value not shown here");
        assertThatThrownBy(() -> quoting.allow("name"))
                .hasMessageContaining("unknown key \"days\" with value a value not shown here");
        JsonObject inner = quoting.requiredObject("inner");
        assertThatThrownBy(() -> inner.flag("y")).hasMessageContaining("\"inner.y\" is a value not shown here");
        assertThatThrownBy(() -> inner.quoting("y").flag("y")).hasMessageContaining("\"inner.y\" is \"secnods\"");
        assertThatThrownBy(() -> object.quoting().objects("hosts"))
                .hasMessageContaining("\"hosts[0]\" is a value not shown here");
    }

    @Test
    void aBlankTextIsNone() {
        JsonObject blank = JsonFile.parse("{\"controller\": \" \", \"names\": [\"a\", \"\"]}", "f.json");
        assertThatThrownBy(() -> blank.string("controller"))
                .hasMessage("f.json:1: \"controller\" is \" \"; write a text that is not blank");
        assertThatThrownBy(() -> blank.strings("names")).hasMessageContaining("\"names[1]\" is \"\"");
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
