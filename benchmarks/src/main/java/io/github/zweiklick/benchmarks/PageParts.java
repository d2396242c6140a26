package io.github.zweiklick.benchmarks;

import java.util.List;
import java.util.Random;

/** Pieces of made pages, drawn from a seed. */
final class PageParts {
    private static final List<String> WORDS =
            List.of(("Stadt Rathaus Bürger Straße Sperrung Antrag Gemeinderat Sitzung Öffnungszeiten Termin Müll Abfuhr"
                            + " Kindergarten Anmeldung Schule Ferien Museum Führung Konzert Brücke Baustelle Verkehr"
                            + " Haushalt Satzung Gebühr Ausweis Wahl Ehrenamt Feuerwehr Markt der die das und mit für"
                            + " am im von zur bis ab wird werden ist sind neu heute morgen jährlich")
                    .split(" "));
    private static final List<String> EMBEDS = List.of(
            "<figure><iframe width=\"560\" height=\"315\" src=\"https://www.youtube.com/embed/aqz-KE-bpKQ\""
                    + " title=\"Film\" allow=\"autoplay; encrypted-media\" allowfullscreen></iframe></figure>\n",
            "<blockquote class=\"twitter-tweet\"><p lang=\"de\">Heute im Rathaus</p>&mdash; Stadt"
                    + " <a href=\"https://twitter.com/musterstadt/status/1234567890123456789\">1. Mai</a></blockquote>"
                    + "\n<script async src=\"https://platform.twitter.com/widgets.js\"></script>\n",
            "<iframe src=\"https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fmusterstadt"
                    + "%2Fposts%2F123456789&amp;width=500\" width=\"500\" height=\"400\"></iframe>\n",
            "<iframe width=\"425\" height=\"350\" src=\"https://www.openstreetmap.org/export/embed.html?bbox=13.0%2C52.0"
                    + "%2C13.1%2C52.1&amp;layer=mapnik\"></iframe>\n",
            "<iframe src=\"https://player.vimeo.com/video/76979871\" width=\"640\" height=\"360\"></iframe>\n",
            "<div class=\"widget\"><iframe src=\"https://wetter.foreign.example/widget?plz=00000\"></iframe></div>\n",
            "<img src=\"https://zaehler.foreign.example/pixel.gif?s=1\" width=\"1\" height=\"1\" alt=\"\">\n");

    private final Random random;

    PageParts(Random random) {
        this.random = random;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    String words(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return out.toString();
    }

    String embed() {
        return EMBEDS.get(random.nextInt(EMBEDS.size()));
    }

    String menu() {
        StringBuilder out = new StringBuilder("<nav class=\"hauptmenue\" aria-label=\"Hauptmenü\">\n<ul>\n");
        for (int i = 0; i < 40; i++) {
            out.append("<li class=\"menu-item menu-item-type-post_type menu-item-")
                    .append(random.nextInt(9999));
            out.append("\"><a href=\"/thema/")
                    .append(i)
                    .append("\">")
                    .append(words(2))
                    .append("</a></li>\n");
        }
        return out.append("</ul>\n</nav>\n").toString();
    }

    String blockOfText() {
        return "<h2>" + words(3) + "</h2>\n<p>" + words(60) + ". <a href=\"/seite/" + random.nextInt(999) + "\">"
                + words(3) + "</a> &amp; " + words(40) + ".</p>\n<ul>\n<li>" + words(8) + "</li>\n<li>" + words(7)
                + "</li>\n</ul>\n";
    }

    String typo3Element() {
        int id = random.nextInt(99_999);
        return "<div id=\"c" + id + "\" class=\"frame frame-default frame-type-textpic frame-layout-0\">\n"
                + "\t<header><h2 class=\"\">" + words(4) + "</h2></header>\n"
                + "\t<div class=\"ce-textpic ce-left ce-intext\" data-ce-columns=\"1\"><div class=\"ce-gallery\">"
                + "<figure class=\"image\"><img class=\"image-embed-item\" alt=\"" + words(3) + "\" src=\"/fileadmin/"
                + "_processed_/csm_" + id + ".jpg\" width=\"300\" height=\"200\" loading=\"lazy\"></figure></div>\n"
                + "\t\t<div class=\"ce-bodytext\"><p>" + words(70) + ".</p></div>\n\t</div>\n</div>\n\n";
    }

    String newsItem() {
        String picture = "/bilder/" + random.nextInt(9999);
        return "<article class=\"news\" itemscope itemtype=\"https://schema.org/NewsArticle\"><img src=\"" + picture
                + ".jpg\" srcset=\"" + picture + "-400.jpg 400w, " + picture + "-800.jpg 800w, " + picture
                + "-1600.jpg 1600w\" sizes=\"(min-width: 60em) 33vw, 100vw\" alt=\"" + words(4) + "\">\n<time datetime="
                + "\"2026-0" + (1 + random.nextInt(9)) + "-11\">11. Mai</time><h3><a href=\"/news/"
                + random.nextInt(999)
                + "\">" + words(6) + "</a></h3><p>" + words(25) + "…</p></article>\n";
    }

    String table(int rows) {
        StringBuilder out = new StringBuilder("<table class=\"tl1\"><caption>" + words(5) + "</caption>\n<tbody>\n");
        for (int i = 0; i < rows; i++) {
            out.append("<tr class=\"zl1")
                    .append(i % 2)
                    .append("\"><td style=\"width:2em\">")
                    .append(i + 1);
            out.append("</td><td>").append(words(9)).append("</td><td align=\"right\"><a href=\"/vo0050.php?__kvonr=");
            out.append(random.nextInt(99_999)).append("&amp;search=1\">VO/").append(random.nextInt(999));
            out.append("/26</a></td><td>&nbsp;</td></tr>\n");
        }
        return out.append("</tbody></table>\n").toString();
    }

    String tile() {
        StringBuilder out = new StringBuilder("<a class=\"kachel\" href=\"/dienst/" + random.nextInt(999) + "\"><svg"
                + " xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M");
        for (int i = 0; i < 60; i++) {
            out.append(random.nextInt(24))
                    .append('.')
                    .append(random.nextInt(99))
                    .append(i % 3 == 0 ? "l" : " ");
        }
        return out.append("z\"/></svg><span>" + words(3) + "</span></a>\n").toString();
    }

    /** @param size in bytes, about */
    String style(int size) {
        StringBuilder out = new StringBuilder("<style id=\"theme-inline-css\">\n");
        while (out.length() < size) {
            out.append(".has-color-").append(random.nextInt(999)).append(" > p:not(.a){color:var(--c");
            out.append(random.nextInt(99)).append(") !important;margin:0 auto;background:url(/img/");
            out.append(random.nextInt(99)).append(".png) no-repeat}\n");
        }
        return out.append("</style>\n").toString();
    }

    /** @param size in bytes, about */
    String script(int size) {
        StringBuilder out = new StringBuilder("<script>\n/* <![CDATA[ */\nvar config = {");
        while (out.length() < size) {
            out.append("\"key").append(random.nextInt(9999)).append("\":{\"a\":\"\\u003Cp\\u003E");
            out.append(words(4))
                    .append("<\\/p>\",\"n\":")
                    .append(random.nextInt())
                    .append(" < 3},");
        }
        return out.append("\"end\":1};\n/* ]]> */\n</script>\n").toString();
    }
}
