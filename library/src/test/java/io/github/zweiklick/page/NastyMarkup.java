package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Markup that is hard to read, made by chance: the same seed makes the same again. Many seeds use few names only, so that
 * those which concern each other meet (swarm testing: Groce et al., 2012).
 */
final class NastyMarkup {
    private static final List<String> RAW = List.of(
            "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "noscript", "plaintext");
    private static final List<String> PLAIN = List.of(
            "p",
            "b",
            "i",
            "a",
            "div",
            "table",
            "tr",
            "td",
            "caption",
            "select",
            "option",
            "optgroup",
            "template",
            "form",
            "button",
            "body",
            "html",
            "head",
            "frameset",
            "ul",
            "li",
            "font",
            "nobr",
            "object",
            "applet",
            "marquee",
            "ruby",
            "rt",
            "input",
            "br",
            "hr",
            "col",
            "colgroup",
            "tbody",
            "dd",
            "h1",
            "pre",
            "listing",
            "image",
            "address",
            "zz");
    private static final List<String> FOREIGN = List.of(
            "svg",
            "math",
            "svg",
            "math",
            "foreignObject",
            "desc",
            "title",
            "mi",
            "mo",
            "mn",
            "ms",
            "mtext",
            "annotation-xml",
            "mglyph",
            "malignmark",
            "g",
            "style",
            "script",
            "image",
            "use",
            "font",
            "p",
            "table");
    private static final List<String> ATTRIBUTES = List.of(
            "x",
            "x=y",
            "x='>'",
            "x=\">\"",
            "x='<b>'",
            "color=red",
            "encoding=text/html",
            "encoding=application/xhtml+xml",
            "encoding=\"TEXT/HTML\"",
            "encoding='text/html '",
            "encoding=&#116;ext/html",
            "face",
            "size=1",
            "/",
            "x=/",
            "=x",
            "\"",
            "'",
            "x\0",
            "x='\0'",
            "x=\"&quot;\"",
            "x=`",
            "shadowrootmode=open",
            "type=hidden",
            "src=own.png",
            "src=own.png src=//f.example/",
            "href='/x' href='//f.example/'",
            "title='-->'",
            "title='</title>'",
            "title=\"</noscript>\"",
            "title='</style>'",
            "title='<!--'",
            "title='<![CDATA['",
            "title=']]>'");
    private static final List<String> ODD = List.of(
            "<!--",
            "-->",
            "--!>",
            "<!-->",
            "<!--->",
            "<!---->",
            "<!-- -- >",
            "<!--<!--",
            "<!--!>",
            "--",
            "-",
            "->",
            ">",
            "<",
            "</",
            "</>",
            "</ x>",
            "<!",
            "<!>",
            "<!x>",
            "<!doctype html>",
            "<!DOCTYPE x '>",
            "<?",
            "<?x?>",
            "<?xml",
            "?>",
            "<![CDATA[",
            "<![cdata[",
            "<![CDATA[ ]]>",
            "]]>",
            "]>",
            "]",
            "&",
            "&amp;",
            "&lt;",
            "&#0;",
            "\0",
            "\f",
            "\r\n",
            "\"",
            "'",
            "=",
            "/",
            "`",
            " ",
            "x",
            "\u00fc",
            "<p title=\"",
            "<p title='",
            "<p title=",
            "<b x='\" ",
            "<%",
            "%>",
            "{{");
    private static final List<String> CONTACTS = List.of(
            "<img src=//f.example/>",
            "<IMG alt='>' SRC='http://f.example/'>",
            "<img/src=//f.example/>",
            "<img srcset='a 1x, //f.example/ 2x'>",
            "<iframe src=//f.example/></iframe>",
            "<iframe src=https://www.film.example/embed/7></iframe>",
            "<script src=//f.example/></script>",
            "<link rel=stylesheet href=//f.example/>",
            "<link rel=preconnect href=//f.example/>",
            "<style>a{b:url(//f.example/)}</style>",
            "<style><!--</style>-->a{b:url(//f.example/)}</style>",
            "<style>a{b:&#117;rl(//f.example/)}</style>",
            "<style><![CDATA[</style>]]>a{b:url(//f.example/)}</style>",
            "<svg><image href=//f.example/ /></svg>",
            "<image xlink:href=//f.example/ />",
            "<use href=//f.example/#a />",
            "<frame src=//f.example/>",
            "<object data=//f.example/></object>",
            "<embed src=//f.example/>",
            "<video poster=//f.example/></video>",
            "<input type=image src=//f.example/>",
            "<body background=//f.example/>",
            "<base href=//f.example/>",
            "<blockquote class=netz-post><a href=https://netz.example/a/posts/1>x</a></blockquote>",
            "<zweiklick-embed href=https://www.film.example/watch/3>x</zweiklick-embed>",
            "<a class=zweiklick-embed href=https://www.film.example/watch/3>x</a>",
            "<meta http-equiv=refresh content='0;url=//f.example/'>");

    /**
     * What follows is text for readers without scripts, for preload scanners and for jsoup: nothing they still see makes up
     * for what is read wrongly.
     */
    static final String OTHERS_BLINDED =
            "<p><noscript><textarea></noscript><svg><style><!--</style><xmp>--></style></svg></p>";

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<String> raw;
    private final List<String> plain;
    private final List<String> foreign;

    private NastyMarkup(Random random) {
        this.random = random;
        raw = some(RAW);
        plain = some(PLAIN);
        foreign = some(FOREIGN);
    }

    private List<String> some(List<String> names) {
        if (random.nextInt(3) == 0) {
            return names;
        }
        List<String> some = new ArrayList<>(names);
        Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(5));
    }

    static String of(long seed) {
        NastyMarkup markup = new NastyMarkup(new Random(seed));
        if (markup.random.nextBoolean()) {
            markup.out.append("<!doctype html>");
        }
        if (markup.random.nextInt(4) == 0) {
            markup.out.append(OTHERS_BLINDED);
        }
        int pieces = 1 + markup.random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            markup.piece(0);
        }
        markup.contact();
        if (markup.random.nextInt(8) == 0) {
            markup.out.setLength(markup.random.nextInt(markup.out.length()));
        }
        return markup.out.toString();
    }

    private void piece(int depth) {
        switch (random.nextInt(10)) {
            case 0, 1 -> contact();
            case 2, 3 -> out.append(pick(ODD));
            case 4 -> element(pick(raw), depth);
            case 5, 6 -> element(pick(foreign), depth);
            case 7 -> element(pick(plain), depth);
            case 8 -> tag("<", pick(random.nextBoolean() ? plain : foreign));
            default -> tag("</", pick(random.nextBoolean() ? raw : random.nextBoolean() ? plain : foreign));
        }
    }

    private void contact() {
        out.append(pick(CONTACTS));
    }

    private void element(String name, int depth) {
        tag("<", name);
        for (int i = depth < 4 ? random.nextInt(4) : 0; i > 0; i--) {
            piece(depth + 1);
        }
        if (random.nextInt(4) > 0) {
            tag("</", name);
        }
    }

    private void tag(String opener, String name) {
        out.append(opener).append(random.nextInt(6) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name);
        if (random.nextInt(30) == 0) {
            out.append(pick(List.of("x", "\0", "-", ":y", "\f", "/")));
        }
        while (random.nextInt(4) == 0) {
            out.append(pick(List.of(" ", " ", "/", "\n", "\t", "\f"))).append(pick(ATTRIBUTES));
        }
        int end = random.nextInt(16);
        out.append(end == 0 ? "/>" : end == 1 ? " >" : end == 2 ? "" : ">");
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
