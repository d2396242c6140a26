package io.github.zweiklick.audit.embeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small pages that try to contact a host past the rewriter: written ones, and ones put together by chance. */
final class NastyPages {
    /** Fixed, so that a failure can be repeated. */
    private static final long SEED = 3;

    private static final int GENERATED = 120;
    private static final String[] PIECES = {
        "<svg>",
        "</svg>",
        "<math>",
        "</math>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<xmp>",
        "</xmp>",
        "<noscript>",
        "</noscript>",
        "<noembed>",
        "</noembed>",
        "<noframes>",
        "</noframes>",
        "<select>",
        "</select>",
        "<option>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<caption>",
        "<template>",
        "</template>",
        "<foreignObject>",
        "</foreignObject>",
        "<desc>",
        "</desc>",
        "<mtext>",
        "</mtext>",
        "<mglyph>",
        "<annotation-xml>",
        "<annotation-xml encoding=text/html>",
        "</annotation-xml>",
        "<p>",
        "</p>",
        "</br>",
        "<b>",
        "</b>",
        "<a href=x>",
        "</a>",
        "<form>",
        "</form>",
        "<font color=x>",
        "<font>",
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "</ ",
        "<!x",
        "<script type=x>",
        "</script>",
        "<iframe>",
        "</iframe>",
        "<p title=\"",
        "\">",
        "<p title='",
        "'>",
        "/>",
        "<frameset>",
        "</frameset>",
        "<button>",
        "</button>",
        "<body>",
        "</body>",
        "</html>",
        "<head>",
        "</head>",
        "<br/>",
        "<g/>",
        "<svg/>",
        "<title/>",
        "<style/>",
        "<script/>",
        "<mi>",
        "</mi>",
        "<input>",
        "<listing>",
        "<object>",
        "</object>",
        "<applet>"
    };
    private static final String[] CONTACTS = {
        "<img src=https://LEAK/1>",
        "<IMG alt='>' src=\"//LEAK\">",
        "<link rel=stylesheet href=https://LEAK/1>",
        "<style>@import 'https://LEAK/1';</style>",
        "<b style=background:url(//LEAK)>x</b>",
        "<svg><image href=//LEAK width=9 height=9 /></svg>",
        "<iframe src=//LEAK></iframe>",
        "<frame src=//LEAK>",
        "<input type=image src=//LEAK>",
        "<video poster=//LEAK></video>"
    };

    /**
     * A page.
     *
     * @param contentType as the site sends it, empty where it sends none
     * @param source with LEAK for the host, one character a byte
     */
    record Page(Optional<String> contentType, String source) {
        byte[] body(String host) {
            StringBuilder wide = new StringBuilder();
            host.chars().forEach(c -> wide.append((char) c).append('\0'));
            return source.replace("LEAK16>\0", wide + ">\0")
                    .replace("LEAK", host)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private NastyPages() {}

    static List<Page> all() {
        List<Page> pages = new ArrayList<>();
        try (InputStream in = NastyPages.class.getResourceAsStream("nasty-pages.txt")) {
            if (in == null) {
                throw new IllegalStateException("nasty-pages.txt is not on the class path");
            }
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> pages.add(written(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Random chance = new Random(SEED);
        for (int i = 0; i < GENERATED; i++) {
            pages.add(new Page(Optional.of("text/html; charset=utf-8"), "<!doctype html>" + generated(chance)));
        }
        return pages;
    }

    private static Page written(String line) {
        if (line.startsWith("xml:")) {
            return new Page(Optional.of("application/xhtml+xml"), unescaped(line.substring(4)));
        }
        if (line.startsWith("svg:")) {
            return new Page(Optional.of("image/svg+xml"), unescaped(line.substring(4)));
        }
        if (line.startsWith("text:")) {
            return new Page(Optional.of("text/xml"), unescaped(line.substring(5)));
        }
        if (line.startsWith("feed:")) {
            return new Page(Optional.of("application/atom+xml"), unescaped(line.substring(5)));
        }
        if (line.startsWith("none:")) {
            return new Page(Optional.empty(), unescaped(line.substring(5)));
        }
        int equals = line.indexOf('=');
        if (equals >= 0 && line.substring(0, equals).matches("[A-Za-z0-9_-]*")) {
            String label = line.substring(0, equals);
            String type = label.isEmpty() ? "text/html" : "text/html; charset=" + label;
            return new Page(Optional.of(type), unescaped(line.substring(equals + 1)));
        }
        return new Page(Optional.of("text/html; charset=utf-8"), unescaped(line));
    }

    private static String generated(Random chance) {
        StringBuilder page = new StringBuilder();
        int pieces = 3 + chance.nextInt(9);
        for (int i = 0; i < pieces; i++) {
            page.append(PIECES[chance.nextInt(PIECES.length)]);
            if (chance.nextInt(4) == 0) {
                page.append(CONTACTS[chance.nextInt(CONTACTS.length)]);
            }
        }
        return page.append(CONTACTS[chance.nextInt(CONTACTS.length)]).toString();
    }

    private static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char kind = line.charAt(++i);
            switch (kind) {
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'x' -> {
                    out.append((char) Integer.parseInt(line.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                case '\\' -> out.append('\\');
                default -> out.append('\\').append(kind);
            }
        }
        return out.toString();
    }
}
