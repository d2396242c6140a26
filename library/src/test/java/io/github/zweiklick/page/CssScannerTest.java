package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CssScannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{b:url(//f)}",
                "a{b:URL( //f )}",
                "a{b:url(\"//f\")}",
                "a{b:url( '//f' )}",
                "a{b:u\\72 l(//f)}",
                "a{b:\\75\\000052\\6c(//f)}",
                "a{b:url(\\2f /f)}",
                "a{b:url('\\2f\\2f f')}",
                "a{b:url('//\\\nf')}",
                "a{b:url(//f",
                "@import '//f';",
                "@IMPORT\t\"//f\"",
                "@\\69mport '//f'",
                "@import url(//f) layer(x);",
                "a{b:image-set('//f' 1x)}",
                "a{b:-webkit-image-set(\"//f\" 1x)}",
                "a{b:image-set(var(--x, '//f') 1x)}",
                "a{b:image-set( ] } '//f')}",
                "a{b:src('//f')}",
                "a{--x:'//f'}",
                "/**/a{b:/**/url(//f)}",
                "<!-- a{b:url(//f)} -->",
                "@font-face{src:local(x),url(//f)}",
                "a{b:'\nurl(//f)}",
                "p{a:1url(x ')' );b:url(//f)}",
                "p{a:#url(x ')' );b:url(//f)}",
                "p{a:1.5e3url(x ')' );b:url(//f)}",
                "@font-face{font-family:x;src:@namespace,url(//f)}",
                "a,@namespace{b:url(//f)}",
                "a{b:1 @namespace url(//f)}",
                "@property --a{syntax:x;initial-value:x}@property --b{a:{b:c}initial-value:'//f'}",
                "@function --a(){result:'//f'}",
                "@property}{a:'//f'}",
                "a{--x:[a] '//f'}",
            })
    void findsWhatLoads(String css) {
        List<CssScanner.Reference> found = CssScanner.scan(css);
        assertThat(found.stream().map(CssScanner.Reference::value)).containsExactly("//f");
        CssScanner.Reference only = found.get(0);
        assertThat(css.substring(only.start(), only.end())).endsWith("f").doesNotContain("(", "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:after{content:'//f'}",
                "@property --a{inherits:false}a{b:'//f'}",
                "@layer x{@property --a{a:{b:c}inherits:false}a{b:'//f'}}",
                "@property --a;a{b:'//f'}",
                "@function --a(){a[b='//f']{c:d}}",
                "a{}@namespace url(//f);",
                "@namespace x '//f';",
                "@namespace url(//f);",
                "/* url(//f) */",
                "a{b:'url(//f)'}",
                "a{b:curl(x)}",
                "@charset '//f';",
                "a{b:format('//f')}",
                "",
                "\\",
                "@",
                "a{b:'\\",
            })
    void leavesWhatDoesNot(String css) {
        assertThat(CssScanner.scan(css).stream()
                        .map(CssScanner.Reference::value)
                        .collect(Collectors.toList()))
                .isEmpty();
    }
}
