package io.github.zweiklick;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A second pass changes nothing: the guard is put in once, and placeholders are known again. */
final class RewrittenTwiceTest {
    private static final String SCRIPT = "<script src=/a.js></script>";

    private static final String FRAME = "<iframe src='https://player.vimeo.com/video/76979871'></iframe>";
    private static final String CODE =
            "<!doctype html><html lang=de><head><title>x</title></head><body>" + FRAME + "</body></html>";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='https://player.vimeo.com/video/76979871'></iframe>",
                "<iframe src='https://player.vimeo.com/video/76979871' title='Das \"Fest\" &amp; mehr' width=400></iframe>",
                "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ?start=30' width=560 height=315></iframe>",
                "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ' width=400 height=400></iframe>",
                "<h3>x</h3><iframe src='https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4' height=200></iframe>",
                "<p lang=en>x <iframe src='https://player.vimeo.com/video/76979871'></iframe></p>",
                "<noscript><iframe src='https://player.vimeo.com/video/76979871'></iframe></noscript>",
                "<blockquote class=twitter-tweet><p lang=en>Hello  &lt;b&gt; <a href='https://t.co/a'>t.co/a</a></p>"
                        + "<a href='https://twitter.com/stadt/status/1234567890123456789'>June</a></blockquote>",
                "<zweiklick-embed href='https://vimeo.com/76979871' poster='/fest.jpg'><p>Eigene <b>W&ouml;rte</b></p>"
                        + "</zweiklick-embed>",
                "<iframe src='https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC'></iframe>"
                        + "<iframe src='https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1'></iframe>",
                "<a href=/x>y</a><iframe src='https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fstadt%2Fposts%2F1'></iframe>",
                "<zweiklick-settings></zweiklick-settings><zweiklick-share></zweiklick-share>",
                "<a class=twitter-share-button href='https://twitter.com/intent/tweet'>Tweet</a>"
            })
    void withPlaceholdersAndBars(String code) {
        String page = "<!doctype html><html lang=de><head><title>x</title></head><body>" + code + "</body></html>";
        byte[] once = body(pass(page.getBytes(UTF_8), "text/html; charset=utf-8"));
        assertThat(new String(once, UTF_8)).contains("zweiklick-link");
        assertThat(pass(once, "text/html; charset=utf-8")).isInstanceOf(Rewrite.Unchanged.class);
        assertThat(zweiklick.findings().toString()).doesNotContain("FORGED_MARKUP");
    }

    @ParameterizedTest
    @CsvSource({"text/html, utf-16", "text/html, Shift_JIS", "text/html, windows-1252", "application/xhtml+xml, utf-8"})
    void withPlaceholdersInAnyEncodingAndSyntax(String type, String encoding) {
        isSameAgain(
                zweiklick,
                "<html xmlns='http://www.w3.org/1999/xhtml' lang='de'><head><title>x</title><script src='/a.js'></script></head>"
                        + "<body><iframe src='https://player.vimeo.com/video/76979871' title='\u00fc'></iframe></body></html>",
                type + "; charset=" + encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "report", "enforce"})
    void underAnyConnectionAllowlist(String list) {
        Zweiklick site = Zweiklick.of(
                Configuration.parse("{\"keepPages\": 0, \"connectionAllowlist\": \"" + list + "\"}", "zweiklick.json"));
        for (String begin :
                new String[] {"<!doctype html><html lang=de><head>" + SCRIPT + "</head><body>", "<p>x</p>"}) {
            isSameAgain(
                    site,
                    begin + FRAME + "<a href='https://a.example/'>x</a><form action='https://b.example/'></form>",
                    "text/html; charset=utf-8");
        }
    }

    private static void isSameAgain(Zweiklick site, String page, String contentType) {
        Charset charset = Charset.forName(contentType.replaceAll(".*=", ""));
        byte[] once = body(pass(site, page.getBytes(charset), contentType));
        Rewrite again = pass(site, once, contentType);
        assertThat(
                        again instanceof Rewrite.Rewritten changed
                                ? new String(changed.body(), charset)
                                : new String(once, charset))
                .isEqualTo(new String(once, charset));
        assertThat(new String(once, charset)).contains("formaction");
        assertThat(site.findings().toString()).doesNotContain("FORGED_MARKUP");
    }

    @Test
    void withEveryCodeThatIsPasted() throws IOException {
        List<String> changed = new ArrayList<>();
        try (InputStream in = RewrittenTwiceTest.class.getResourceAsStream("catalogue/pasted.txt")) {
            for (String line : new String(in.readAllBytes(), UTF_8).split("\n")) {
                String code = line.replaceAll("^#.*|^[^|]*\\|[^|]*\\| ", "");
                if (!isSettled(("<!doctype html><html lang=de><head></head><body>" + code).getBytes(UTF_8))) {
                    changed.add(line);
                }
            }
        }
        assertThat(changed).isEmpty();
    }

    /** Those beside the repository, where there are some. */
    @ParameterizedTest
    @ValueSource(strings = {"pages", "embeds"})
    void withRealPages(String folder) throws IOException {
        Path shared = Path.of(System.getProperty("zweiklick.shared", "../../shared"), folder);
        Assumptions.assumeTrue(Files.isDirectory(shared), "No shared material at " + shared);
        List<Path> changed = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shared, "*.html")) {
            for (Path file : files) {
                if (!isSettled(Files.readAllBytes(file))) {
                    changed.add(file.getFileName());
                }
            }
        }
        assertThat(changed).isEmpty();
    }

    /** A script that goes before the guard, or only looks like ours, is watched. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><script src=\"/zweiklick/assets/../evil.js\"></script>@<script>a()</script>",
                "<head><script src=\"/zweiklick/assets/links-1.js\"><!--<script></script>@--></script><script>a()</script>",
                "<head><script src=\"/zweiklick/assets/links-1.js\" onerror=\"a()\"></script>@<script>a()</script>",
                "<head></head><body><svg><script src=\"/zweiklick/assets/a-1.js\">a()</script></svg>",
                "<head></head><body><svg><script src=\"/zweiklick/assets/a-1.js\" href=\"/evil.js\"></script></svg>",
                "<head></head><body><script src=\"/zweiklick/assets/../a-1.js\"></script>"
            })
    void theGuardGoesBeforeWhatIsNotOurs(String page) {
        String guarded = new String(body(pass(("<!doctype html><head>" + SCRIPT).getBytes(UTF_8), "text/html")), UTF_8);
        String guard = guarded.substring(guarded.indexOf("<script data-own="), guarded.indexOf(SCRIPT));
        String before = "<!doctype html>" + page.replace("@", guard);
        assertThat(new String(body(pass(before.getBytes(UTF_8), "text/html")), UTF_8))
                .startsWith("<!doctype html><head>" + guard);
    }

    private boolean isSettled(byte[] page) {
        if (!(pass(page, "text/html") instanceof Rewrite.Rewritten first)) {
            return true;
        }
        return !(pass(first.body(), "text/html") instanceof Rewrite.Rewritten second)
                || Arrays.equals(first.body(), second.body());
    }

    @Test
    void aPlaceholderIsNumberedAfterThoseOfAnEarlierPass() {
        String once = new String(body(pass(CODE.getBytes(UTF_8), "text/html; charset=utf-8")), UTF_8);
        String more = once.replace("</body>", FRAME + "</body>");
        String twice = new String(body(pass(more.getBytes(UTF_8), "text/html; charset=utf-8")), UTF_8);
        assertThat(Jsoup.parse(twice).select("zweiklick-embed").eachAttr("id"))
                .containsExactly("zweiklick-1", "zweiklick-2");
    }

    /** What is not the very placeholder that would be written is an author's. */
    @ParameterizedTest
    @CsvSource({
        "Dieser Inhalt ist nicht geladen, Gewinnen Sie",
        "formtarget=\"zweiklick-1\", formtarget=\"_top\"",
        "c.id=76979871, c.id=1",
        "value=\"once\" form, value=\"once\" hidden form",
        "data-days=\"180\", data-days=\"999\"",
        "<span class=\"zweiklick-links\">, <span class=\"zweiklick-links\"><b>x</b>",
        "zweiklick-alternative\">, zweiklick-alternative\"><button formaction='/zweiklick/airlock'>x</button>",
        "zweiklick-alternative\">, zweiklick-alternative\"><label>Weiterlesen<div hidden><div>",
        "zweiklick-alternative\">, zweiklick-alternative\"><div hidden><div>",
        "zweiklick-alternative\">, zweiklick-alternative\"></div></div><div hidden><div>",
        "zweiklick-alternative\">, zweiklick-alternative\"><b>",
        "zweiklick-alternative\">, zweiklick-alternative\"><blockquote class=twitter-tweet><a href=https://twitter.com/a/status/1></a></blockquote>",
        "zweiklick-alternative\">, zweiklick-alternative\"><!--",
        "zweiklick-alternative\">, zweiklick-alternative\"><noscript><x title='</noscript>'></noscript>",
        "method=\"post\" hidden=\"\">, method=\"post\" hidden=\"\"><input name=scope value=remember>"
    })
    void whatWasChangedIsForged(String written, String changed) {
        String once = new String(body(pass(CODE.getBytes(UTF_8), "text/html; charset=utf-8")), UTF_8);
        assertThat(once).contains(written);
        Rewrite again = pass(once.replace(written, changed).getBytes(UTF_8), "text/html; charset=utf-8");
        assertThat(new String(body(again), UTF_8)).contains(" data-zweiklick-");
        assertThat(zweiklick.findings().toString()).contains("FORGED_MARKUP");
    }

    private void staysAsItIs(String page, String type, String encoding) {
        String contentType = type + "; charset=" + encoding;
        byte[] once = body(pass(page.getBytes(Charset.forName(encoding)), contentType));
        assertThat(new String(once, Charset.forName(encoding))).contains("data-boxes=");
        assertThat(pass(once, contentType)).isInstanceOf(Rewrite.Unchanged.class);
    }

    private Rewrite pass(byte[] page, String contentType) {
        return pass(zweiklick, page, contentType);
    }

    private static Rewrite pass(Zweiklick site, byte[] page, String contentType) {
        return site.protection(WebUrl.parse("https://www.stadt.example/s").orElseThrow(), "")
                .page(page, Optional.of(contentType), List.of());
    }

    private static byte[] body(Rewrite rewrite) {
        return ((Rewrite.Rewritten) rewrite).body();
    }
}
