package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The encoding that a {@code meta} names. */
final class MetaContent {
    private MetaContent() {}

    /**
     * What is named in a {@code content} attribute.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/urls-and-fetching.html#extracting-character-encodings-from-meta-elements">
     *     HTML, 2.4.4</a>
     */
    static Optional<Encoding> encoding(String value) {
        String content = Ascii.lower(value);
        int at = content.indexOf("charset");
        while (at >= 0) {
            int next = afterSpace(content, at + "charset".length());
            if (next < content.length() && content.charAt(next) == '=') {
                return label(content, afterSpace(content, next + 1)).flatMap(EncodingLabels::find);
            }
            at = content.indexOf("charset", next);
        }
        return Optional.empty();
    }

    /**
     * What the first {@code meta} declares that comes too late for the prescan: browsers that had to guess begin anew
     * there.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#changing-the-encoding-while-parsing">HTML, 13.2.3.5</a>
     */
    static Optional<Encoding> late(byte[] body) {
        if (!mayDeclare(body)) {
            return Optional.empty();
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        SourceText page = SourceText.of(text, UnaryOperator.identity());
        for (Token token : Lexer.read(text, Lexer.Reading.SCRIPTING)) {
            if (token instanceof Token.Start start && start.tag().name().equals("meta")) {
                Optional<Encoding> declared = declared(page, start.tag());
                if (declared.isPresent()) {
                    return declared;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether anywhere something stands that declares one if it is a tag: most pages need not be read for it. */
    private static boolean mayDeclare(byte[] body) {
        SourceText page = new ByteText(body, StandardCharsets.ISO_8859_1);
        int read = 0;
        for (int at = Bytes.indexOf(body, 0, body.length, '<');
                at < body.length;
                at = Bytes.indexOf(body, at + 1, body.length, '<')) {
            if (Bytes.startsWith(body, at, body.length, "<meta")) {
                Optional<StartTag> meta = TagBytes.startTag(body, at, body.length);
                read += meta.map(StartTag::end).orElse(body.length) - at;
                // Tags inside tags: to read each to its end might take for ever.
                if (read > body.length
                        || meta.flatMap(tag -> declared(page, tag)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Encoding> declared(SourceText page, StartTag meta) {
        Optional<Encoding> charset = page.value(meta, "charset").flatMap(EncodingLabels::find);
        return charset.or(() -> page.value(meta, "http-equiv")
                        .filter(pragma -> Ascii.lower(pragma).equals("content-type"))
                        .flatMap(pragma -> page.value(meta, "content"))
                        .flatMap(MetaContent::encoding))
                .map(MetaContent::readable);
    }

    /** A page whose declaration was read as ASCII is not UTF-16, whatever it says. */
    static Encoding readable(Encoding declared) {
        if (declared.isUtf16()) {
            return EncodingLabels.named("UTF-8");
        }
        return declared.name().equals("x-user-defined") ? EncodingLabels.named("windows-1252") : declared;
    }

    private static Optional<String> label(String content, int start) {
        if (start >= content.length()) {
            return Optional.empty();
        }
        char quote = content.charAt(start);
        if (quote == '"' || quote == '\'') {
            int end = content.indexOf(quote, start + 1);
            return end < 0 ? Optional.empty() : Optional.of(content.substring(start + 1, end));
        }
        int end = start;
        while (end < content.length() && content.charAt(end) != ';' && !Ascii.isSpace(content.charAt(end))) {
            end++;
        }
        return Optional.of(content.substring(start, end));
    }

    private static int afterSpace(String text, int from) {
        int i = from;
        while (i < text.length() && Ascii.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
