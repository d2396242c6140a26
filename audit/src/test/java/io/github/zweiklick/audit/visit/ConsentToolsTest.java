package io.github.zweiklick.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How consent tools are asked stands in data. */
final class ConsentToolsTest {
    @TempDir
    private Path folder;

    @Test
    void bundledToolsCanBeAsked() {
        assertThat(ConsentTools.bundled()).hasSizeGreaterThan(10).allSatisfy(tool -> {
            assertThat(tool.accept()).as(tool.name()).isNotEmpty();
            assertThat(tool.decline()).as(tool.name()).isNotEmpty();
            assertThat(tool.reopen()).as(tool.name()).isNotEmpty();
            assertThat(tool.stores()).as(tool.name()).isNotEmpty();
        });
        assertThat(ConsentTools.bundled()).extracting(ConsentTool::name).doesNotHaveDuplicates();
    }

    @Test
    void aSitesOwnComesFirst() throws IOException {
        List<ConsentTool> tools = ConsentTools.with(Files.writeString(
                folder.resolve("banner.json"),
                "[ /* unser */ {\"name\": \"Banner\", \"shown\": \"#b\", \"accept\": [\"#b .ja\"]}]"));
        assertThat(tools.get(0))
                .isEqualTo(new ConsentTool("Banner", "#b", List.of("#b .ja"), List.of(), List.of(), List.of()));
        assertThat(tools).hasSize(ConsentTools.bundled().size() + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | it is a list of consent tools",
                "[1] | tool 1: it is no object",
                "[{\"name\": \"a\", \"shown\": \"#a\"}] | tool 1: \"accept\" is a list of texts, one at least",
                "[{\"name\": \"a\", \"shown\": \"#a\", \"accept\": \"#b\"}] | tool 1: \"accept\" is a list of texts",
                "[{\"name\": \" \", \"shown\": \"#a\", \"accept\": [\"#b\"]}] | tool 1: \"name\" is a text",
                "[{\"nmae\": \"a\"}] | tool 1: \"nmae\" is none of [accept, decline, name, reopen, shown, stores]",
                "[{ | is no JSON"
            })
    void whatIsWrongIsNamed(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("banner.json"), text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsentTools.with(file))
                .withMessageContainingAll("banner.json", message);
    }
}
