package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in which nothing of ours is to be clicked is left as it is by a second pass, the guard included. */
final class RewrittenTwiceTest {
    private static final String SCRIPT = "<script src=/a.js></script>";

    private final Zweiklick zweiklick = Zweiklick.of(Configuration.parse("{\"keepPages\": 0}", "zweiklick.json"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html lang=de><head><meta charset=utf-8>" + SCRIPT + "</head><body>x</body></html>",
                "<!doctype html><html>" + SCRIPT + "<body>x",
                "<!doctype html>" + SCRIPT + "<p>x",
                "<p>x</p>" + SCRIPT + "<body>x",
                "<!doctype html><head></head><body onload=a()>x",
                "<!doctype html><head>" + SCRIPT + "<link rel=preconnect href=https://a.example></head><body>"
                        + "<img src=https://a.example/b.png srcset='//a.example/c 2x'><p style='background:url(//a.example/d)'>"
                        + "<iframe src=https://a.example/></iframe><script src=//a.example/e.js></script>",
                // The exact way: a select ends where browsers and readers differ.
                "<!doctype html><head></head><body><select><svg></select>" + SCRIPT + "<img src=//a.example/b.png>",
                "<!doctype html><head>" + SCRIPT
                        + "</head><body><iframe srcdoc='<script>a()</script><img src=//a.example/b.png>'></iframe>"
            })
    void staysAsItIs(String page) {
        staysAsItIs(page, "text/html", "utf-8");
    }

    @ParameterizedTest
    @CsvSource({"text/html, utf-16", "text/html, Shift_JIS", "text/html, windows-1252", "application/xhtml+xml, utf-8"})
    void inAnyEncodingAndSyntax(String type, String encoding) {
        staysAsItIs(
                "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title><script src='/a.js'></script></head>"
                        + "<body><img src='//a.example/b.png' alt=''/></body></html>",
                type,
                encoding);
    }

    private void staysAsItIs(String page, String type, String encoding) {
        String contentType = type + "; charset=" + encoding;
        byte[] once = body(pass(page.getBytes(Charset.forName(encoding)), contentType));
        assertThat(new String(once, Charset.forName(encoding))).contains("data-boxes=");
        assertThat(pass(once, contentType)).isInstanceOf(Rewrite.Unchanged.class);
    }

    private Rewrite pass(byte[] page, String contentType) {
        return zweiklick
                .protection(WebUrl.parse("https://www.stadt.example/s").orElseThrow(), "")
                .page(page, Optional.of(contentType), List.of());
    }

    private static byte[] body(Rewrite rewrite) {
        return ((Rewrite.Rewritten) rewrite).body();
    }
}
