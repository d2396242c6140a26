package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;

/**
 * Inputs that a coverage-guided fuzzer makes up, for a bounded time: {@code -Dfull} runs each method in a machine of its own.
 * What it finds it keeps in the resources; {@link KeptInputsTest} runs all of them again, without the fuzzer.
 */
final class RewriteFuzz {
    @FuzzTest(maxDuration = "60s")
    void pages(byte[] body) {
        RewriteProperties.check(new String(body, StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "30s")
    void anyBytesInAnyEncoding(byte[] body) {
        for (String type : new String[] {
            "", "text/html;charset=shift_jis", "text/html;charset=gb18030", "text/html;charset=utf-16be", "text/xml"
        }) {
            assertThat(new Pages().rewrite(body, type)).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "20s")
    void addresses(byte[] text) {
        WebUrl base = WebUrl.parse("https://stadt.example/a/b?c").orElseThrow();
        WebUrl.parse(new String(text, StandardCharsets.UTF_8), base)
                .ifPresent(url -> assertThat(WebUrl.parse(url.href())).hasValue(url));
    }

    @FuzzTest(maxDuration = "20s")
    void styleSheets(byte[] text) {
        String css = new String(text, StandardCharsets.UTF_8);
        int last = 0;
        for (CssScanner.Reference reference : CssScanner.scan(css)) {
            assertThat(reference.start()).isGreaterThanOrEqualTo(last);
            assertThat(reference.end()).isBetween(reference.start(), css.length());
            last = reference.end();
        }
    }
}
