package io.github.zweiklick.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Pages made to cost more than their length. Each consists of a beginning and a piece repeated up to a length, in which
 * {@code #} is its number.
 */
public enum HostileInput {
    UNCLOSED_QUOTES("", "<a title=\"x <b class='y "),
    LESS_THAN("", "<"),
    END_TAG_OPENINGS("", "</"),
    DEEP_NESTING("", "<div>"),
    MISNESTED_FORMATTING("", "<b><i><p></b>"),
    UNCLOSED_TABLES("", "<table><td>"),
    COMMENT_OPENINGS("", "<!--"),
    COMMENT_NEARLY_CLOSED("<!--", "--!"),
    UNCLOSED_SCRIPT("<script>", "</scrip <!--<script "),
    UNCLOSED_SCRIPTS("", "<script><!--<script>"),
    UNCLOSED_STYLE("<style>", "@import url( \"x\\"),
    STYLE_COMMENTS("<style>", "/* @import url("),
    UNCLOSED_SVG("", "<svg><g>"),
    CDATA_OPENINGS("<svg>", "<![CDATA["),
    UNCLOSED_NOSCRIPT("", "<noscript><img src=//f.example/>"),
    UNCLOSED_TEXTAREA("<textarea>", "</textare"),
    DISTINCT_ATTRIBUTES("<iframe src=//f.example/", " a#=b"),
    SAME_ATTRIBUTES("<iframe ", " src=//f.example/"),
    LONG_DATA_ADDRESS("<iframe src=\"data:text/html,", "%3Cimg src=//f.example/%3E"),
    DATA_ADDRESSES("", "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">"),
    LONG_SRCSET("<img srcset=\"", "/#.jpg 1#w, "),
    ENTITIES("<img src=\"", "&amp;&NotEqualTilde"),
    STYLE_ATTRIBUTES("", "<p style=\"background:url(//f.example/x\">"),
    FOREIGN_FRAMES("", "<iframe src=\"https://f#.example/\"></iframe>"),
    UNCLOSED_FRAMES("", "<iframe src=//f.example/>"),
    KNOWN_FRAMES("", "<iframe src=\"https://www.youtube.com/embed/aqz-KE-bpKQ\"></iframe>"),
    UNCLOSED_OBJECTS("", "<object data=//f.example/>"),
    UNCLOSED_POSTS("", "<blockquote class=\"twitter-tweet\"><a href=https://twitter.com/a/status/1>"),
    UNCLOSED_WIDGETS("", "<div class=fb-like>"),
    SELF_CLOSED_OBJECTS("", "<object data=\"//f.example/\"/>"),
    NESTED_POSTS("", "<blockquote class=twitter-tweet>", "</blockquote>"),
    NESTED_WORDS("", "<zweiklick-embed href=https://youtu.be/aqz-KE-bpKQ>", "</zweiklick-embed>"),
    BROKEN_SCHEME("<img src=\"x:p", "\n"),
    REPEATED_PARAMETER("<object><param value=a:b", " value"),
    SHEETS_IN_ADDRESSES("<style>", "@import url(data:text/css,"),
    REFRESHES("", "<meta http-equiv=refresh content=\"0;url=//f#.example/\">"),
    BASES("", "<base href=//f#.example/><img src=x>");

    private final String beginning;
    private final String piece;
    private final String end;

    HostileInput(String beginning, String piece) {
        this(beginning, piece, "");
    }

    /** @param end of each piece, after the last one */
    HostileInput(String beginning, String piece, String end) {
        this.beginning = beginning;
        this.piece = piece;
        this.end = end;
    }

    /** @param size in bytes; the last piece may go beyond */
    Page page(int size) {
        StringBuilder out = new StringBuilder(size + 100).append(beginning);
        int pieces = 0;
        while (out.length() + pieces * end.length() < size) {
            out.append(piece.replace("#", Integer.toString(pieces++)));
        }
        out.append(end.repeat(pieces));
        byte[] body = out.toString().getBytes(ISO_8859_1);
        return new Page(name(), body, "text/html; charset=utf-8", ISO_8859_1, MadePages.HOST);
    }
}
