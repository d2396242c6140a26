package io.github.zweiklick.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pages as content management systems make them, for machines without real ones: 10 to 800 kB, the same bytes at every
 * call.
 */
final class MadePages {
    static final String HOST = "musterstadt.example";
    private static final int[] KILOBYTES = {10, 18, 25, 40, 60, 90, 130, 200, 300, 420, 560, 800};
    private static final int COUNT = 20;

    private MadePages() {}

    static List<Page> all() {
        List<Page> pages = new ArrayList<>();
        Kind[] kinds = Kind.values();
        for (int number = 0; number < COUNT; number++) {
            Kind kind = kinds[number % kinds.length];
            int size = KILOBYTES[number * 7 % KILOBYTES.length] * 1000;
            pages.add(page(number, kind, size));
        }
        return List.copyOf(pages);
    }

    /** A page of about that many bytes, with one embed in its middle. */
    static Page withOneEmbed(int bytes) {
        Page page = page(0, Kind.NEWS, bytes);
        String text = new String(page.body(), UTF_8);
        int middle = text.indexOf("<article", text.length() / 2);
        String body = text.substring(0, middle) + new PageParts(new Random(1)).embed() + text.substring(middle);
        return new Page(page.name(), body.getBytes(UTF_8), page.contentType(), UTF_8, HOST);
    }

    private static Page page(int number, Kind kind, int size) {
        PageParts parts = new PageParts(new Random(20_261_123L + number));
        StringBuilder out = new StringBuilder(size + 8000);
        out.append("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(parts.words(5))
                .append(" – Stadt Musterstadt</title>\n");
        kind.head(parts, out, size);
        out.append("</head>\n<body class=\"page-").append(number).append("\">\n");
        out.append(parts.menu());
        out.append("<main id=\"inhalt\">\n<h1>").append(parts.words(4)).append("</h1>\n");
        while (out.length() < size - 2000) {
            kind.section(parts, out);
        }
        out.append("</main>\n<footer><p>© Stadt Musterstadt</p></footer>\n");
        kind.end(parts, out);
        out.append("</body>\n</html>\n");
        String name = "made-%02d-%s".formatted(number, kind.name().toLowerCase(java.util.Locale.ROOT));
        return new Page(name, out.toString().getBytes(UTF_8), "text/html; charset=utf-8", UTF_8, HOST);
    }

    /** What a page is mostly made of. */
    private enum Kind {
        /** Articles of a TYPO3 site; a video now and then. */
        TYPO3 {
            @Override
            void section(PageParts parts, StringBuilder out) {
                out.append(parts.typo3Element());
                if (parts.oneIn(9)) {
                    out.append(parts.embed());
                }
            }
        },
        /** WordPress: inline styles and scripts of themes and plugins, fonts and counters from elsewhere. */
        WORDPRESS {
            @Override
            void head(PageParts parts, StringBuilder out, int size) {
                out.append("""
                        <link rel="dns-prefetch" href="//fonts.foreign.example">
                        <link rel="stylesheet" href="https://fonts.foreign.example/css?family=Lato&amp;ver=6.1">
                        """);
                out.append(parts.style(size / 4)).append(parts.script(size / 6));
            }

            @Override
            void section(PageParts parts, StringBuilder out) {
                out.append(parts.blockOfText());
                if (parts.oneIn(12)) {
                    out.append(parts.embed());
                }
            }

            @Override
            void end(PageParts parts, StringBuilder out) {
                out.append(parts.script(4000))
                        .append("<script async src=\"https://stats.foreign.example/matomo.js\"></script>\n");
            }
        },
        /** Minutes of council meetings: tables; nothing foreign. */
        TABLES {
            @Override
            void section(PageParts parts, StringBuilder out) {
                out.append(parts.table(12));
            }
        },
        /** Tiles with inline icons; nothing foreign. */
        ICONS {
            @Override
            void section(PageParts parts, StringBuilder out) {
                out.append(parts.tile());
            }
        },
        /** News lists with responsive pictures of the site's own. */
        NEWS {
            @Override
            void section(PageParts parts, StringBuilder out) {
                out.append(parts.newsItem());
            }
        },
        /** What the press office pasted. */
        EMBEDS {
            @Override
            void section(PageParts parts, StringBuilder out) {
                out.append(parts.blockOfText()).append(parts.embed());
            }
        };

        /** @param size of the page, in bytes */
        void head(PageParts parts, StringBuilder out, int size) {
            out.append("<link rel=\"stylesheet\" href=\"/assets/site.css?")
                    .append(size)
                    .append("\">\n");
            out.append("<script defer src=\"/assets/site.js\"></script>\n");
        }

        abstract void section(PageParts parts, StringBuilder out);

        void end(PageParts parts, StringBuilder out) {
            out.append(parts.script(800));
        }
    }
}
