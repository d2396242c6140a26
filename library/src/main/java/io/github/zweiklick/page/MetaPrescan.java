package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Looks for a declaration of the encoding in the first 1024 bytes, without copying them.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding">
 *     HTML, prescan a byte stream</a>
 */
final class MetaPrescan {
    static final int WINDOW = 1024;

    private final byte[] body;
    private final int end;
    private int at;

    // The attribute read last.
    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;

    private MetaPrescan(byte[] body) {
        this.body = body;
        this.end = Math.min(body.length, WINDOW);
    }

    static Optional<Encoding> encoding(byte[] body) {
        return XmlDeclaration.utf16(body)
                .or(() -> new MetaPrescan(body).run())
                .or(() -> XmlDeclaration.encodingOfHtml(body));
    }

    private Optional<Encoding> run() {
        while (at < end) {
            if (body[at] != '<') {
                at++;
            } else if (is("!--", at + 1)) {
                // The two dashes of the beginning may be those of the end.
                skipComment();
            } else if (is("meta", at + 1) && (isSpace(at + 5) || peek(at + 5) == '/')) {
                at += 5;
                Optional<Encoding> declared = meta();
                if (declared.isPresent()) {
                    return declared;
                }
            } else if (Ascii.isLetter(peek(at + 1)) || (peek(at + 1) == '/' && Ascii.isLetter(peek(at + 2)))) {
                skipTag();
            } else if (peek(at + 1) == '!' || peek(at + 1) == '/' || peek(at + 1) == '?') {
                at = after('>', at + 1);
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private void skipComment() {
        for (int i = at + 4; i < end; i++) {
            if (body[i] == '>' && body[i - 1] == '-' && body[i - 2] == '-') {
                at = i + 1;
                return;
            }
        }
        at = end;
    }

    /** A slash does not end the name here, other than where a tag is read: {@code <a/b="} has no attribute. */
    private void skipTag() {
        while (at < end && !isSpace(at) && body[at] != '>') {
            at++;
        }
        while (attribute()) {
            // All of them, so that a tag in a value is none.
        }
        at++;
    }

    private Optional<Encoding> meta() {
        boolean gotPragma = false;
        boolean needPragma = false;
        boolean charset = false;
        boolean equivalent = false;
        boolean content = false;
        Optional<Encoding> encoding = Optional.empty();
        while (attribute()) {
            // Of several attributes of one name the first counts.
            if (!equivalent && is("http-equiv", nameStart, nameEnd)) {
                equivalent = true;
                gotPragma = is("content-type", valueStart, valueEnd);
            } else if (!content && is("content", nameStart, nameEnd)) {
                content = true;
                Optional<Encoding> named = encoding.isPresent() || charset
                        ? Optional.empty()
                        : MetaContent.encoding(text(valueStart, valueEnd));
                if (named.isPresent()) {
                    encoding = named;
                    needPragma = true;
                }
            } else if (!charset && is("charset", nameStart, nameEnd)) {
                charset = true;
                encoding = EncodingLabels.find(text(valueStart, valueEnd));
                needPragma = false;
            }
        }
        boolean whole = at < end;
        at++;
        return whole && (!needPragma || gotPragma) ? encoding.map(MetaContent::readable) : Optional.empty();
    }

    /** HTML, "get an attribute": false at the end of the tag, where {@code at} stands at its {@code >}. */
    private boolean attribute() {
        while (at < end && (isSpace(at) || body[at] == '/')) {
            at++;
        }
        if (at >= end || body[at] == '>') {
            return false;
        }
        nameStart = at++;
        while (at < end && body[at] != '=' && body[at] != '/' && body[at] != '>' && !isSpace(at)) {
            at++;
        }
        nameEnd = at;
        valueStart = at;
        valueEnd = at;
        int next = afterSpace(at);
        if (peek(next) != '=') {
            at = isSpace(at) ? next : at;
            return true;
        }
        at = afterSpace(next + 1);
        int quote = peek(at);
        if (quote == '"' || quote == '\'') {
            valueStart = ++at;
            at = after((char) quote, at);
            valueEnd = at - 1;
            return at < end;
        }
        valueStart = at;
        while (at < end && body[at] != '>' && !isSpace(at)) {
            at++;
        }
        valueEnd = at;
        return true;
    }

    private int afterSpace(int from) {
        int i = from;
        while (isSpace(i)) {
            i++;
        }
        return i;
    }

    /** After the next such byte; at the end where there is none. */
    private int after(char wanted, int from) {
        int i = from;
        while (i < end && body[i] != wanted) {
            i++;
        }
        return Math.min(end, i + 1);
    }

    private int peek(int index) {
        return index < end ? body[index] : -1;
    }

    private boolean isSpace(int index) {
        return Ascii.isSpace(peek(index));
    }

    private boolean is(String lower, int start, int stop) {
        return stop - start == lower.length() && is(lower, start);
    }

    private boolean is(String lower, int start) {
        for (int i = 0; i < lower.length(); i++) {
            int c = peek(start + i);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String text(int start, int stop) {
        return new String(body, start, stop - start, StandardCharsets.ISO_8859_1);
    }
}
