package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetsTest {
    private final Assets assets = new Assets();

    @Test
    void whatAPageLoadsIsSmall() throws IOException {
        int script = gzipped(assets.pageScript);
        int style = gzipped(assets.pageStyle);
        assertThat(script).as("script").isLessThanOrEqualTo(2048);
        assertThat(style).as("style").isLessThanOrEqualTo(1500);
        assertThat(gzipped(assets.activeScript)).as("rest, when used").isLessThanOrEqualTo(5 * 1024);
        // Line breaks are taken out of both; one in a template's text would count.
        assertThat(assets.guard.content()).doesNotContain("`", "\n");
        assertThat(assets.pageScript.content()).doesNotContain("`", "\n");
        assertThat(gzipped(assets.guard)).as("guard").isLessThanOrEqualTo(2048);
    }

    private static int gzipped(Asset asset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(asset.content().getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.size();
    }

    /** Trusted Types and style-src 'self' forbid these; template literals would be broken by compaction. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "setAttribute('style'",
                "cssText",
                "`",
                "\n/*",
                "http://",
                "https://"
            })
    void scriptsUseNothingAPolicyForbids(String forbidden) {
        assertThat(assets.all())
                // The guard names what it watches.
                .filteredOn(
                        asset -> asset.extension().equals("js") && !asset.name().equals("guard"))
                .isNotEmpty()
                .allSatisfy(asset -> assertThat(asset.content()).doesNotContain(forbidden));
    }

    @Test
    void stylesLoadNothing() {
        assertThat(assets.all())
                .filteredOn(asset -> asset.extension().equals("css"))
                .isNotEmpty()
                .allSatisfy(asset -> assertThat(asset.content()).doesNotContain("url(", "@import", "\uFFFD"));
    }

    /** Without a hash it would be asked for again and again. */
    @Test
    void thePagesScriptAsksForTheRestByItsFullName() {
        assertThat(assets.pageScript.content()).contains("\"./" + assets.activeScript.fileName() + "\"");
    }

    @Test
    void isFoundByItsNameWhateverTheHash() {
        assertThat(assets.named(assets.pageScript.fileName())).contains(assets.pageScript);
        assertThat(assets.named("zweiklick-0123456789ab.js")).contains(assets.pageScript);
        assertThat(assets.named("zweiklick.css")).contains(assets.pageStyle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zweiklick",
                "other.js",
                "../zweiklick.js",
                "zweiklick-XYZ.js",
                "zweiklick.js.map",
                "texts_de.json"
            })
    void nothingElseIsAnAsset(String name) {
        assertThat(assets.named(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a { color: red; }|a{color:red}",
                "a > b, c { x: 1; y: 2 }|a>b,c{x:1;y:2}",
                "/* note */ a :focus { }|a :focus{}",
                "@media (a: b) { c { d: calc(1px + 2px); } }|@media (a:b){c{d:calc(1px + 2px)}}"
            })
    void compactsStyles(String source, String expected) {
        assertThat(Compaction.css(source)).isEqualTo(expected);
    }

    @Test
    void compactsScriptsByLinesOnly() {
        assertThat(Compaction.script("""
                // A note.
                const a = 'x // no note';

                  if (a)  b();
                """)).isEqualTo("const a = 'x // no note';\nif (a)  b();");
    }
}
