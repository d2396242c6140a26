package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a {@code meta} that names the encoding in the first 1024 bytes.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding">
 *     HTML, prescan a byte stream</a>
 */
final class MetaPrescan {
    private static final int WINDOW = 1024;

    private final String head;

    private MetaPrescan(String head) {
        this.head = head;
    }

    static Optional<Encoding> encoding(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, WINDOW), StandardCharsets.ISO_8859_1);
        return new MetaPrescan(head).run();
    }

    private Optional<Encoding> run() {
        int at = head.indexOf('<');
        while (at >= 0) {
            int next = at + 1;
            if (head.startsWith("<!--", at)) {
                // The two dashes of the beginning may be those of the end.
                next = after("-->", at + 2);
            } else if (isTag(at)) {
                Optional<StartTag> tag =
                        head.startsWith("</", at) ? TagScanner.endTag(head, at) : TagScanner.startTag(head, at);
                if (tag.isEmpty()) {
                    return Optional.empty();
                }
                Optional<Encoding> found = tag.get().name().equals("meta") && head.charAt(at + 1) != '/'
                        ? declared(tag.get())
                        : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
                next = tag.get().end();
            } else if (startsMarkup(at)) {
                next = after(">", at + 1);
            }
            at = next < 0 ? -1 : head.indexOf('<', next);
        }
        return Optional.empty();
    }

    private boolean isTag(int at) {
        int name = head.startsWith("</", at) ? at + 2 : at + 1;
        return name < head.length() && Ascii.isLetter(head.charAt(name));
    }

    private boolean startsMarkup(int at) {
        return head.startsWith("<!", at) || head.startsWith("</", at) || head.startsWith("<?", at);
    }

    private int after(String end, int from) {
        int found = head.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    private Optional<Encoding> declared(StartTag meta) {
        boolean pragma = false;
        boolean needPragma = false;
        Optional<String> label = Optional.empty();
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : meta.attributes()) {
            if (!seen.add(attribute.name())) {
                continue;
            }
            String value = Ascii.lower(head.substring(attribute.valueStart(), attribute.valueEnd()));
            switch (attribute.name()) {
                case "http-equiv" -> pragma = value.equals("content-type");
                case "content" -> {
                    Optional<String> named = fromContent(value);
                    if (named.isPresent() && label.isEmpty()) {
                        label = named;
                        needPragma = true;
                    }
                }
                case "charset" -> {
                    label = Optional.of(value);
                    needPragma = false;
                }
                default -> {
                    // No other attribute says anything about the encoding.
                }
            }
        }
        return needPragma && !pragma
                ? Optional.empty()
                : label.flatMap(EncodingLabels::find).map(MetaPrescan::readable);
    }

    /** A page whose declaration was read as ASCII is not UTF-16, whatever it says. */
    private static Encoding readable(Encoding encoding) {
        if (encoding.isUtf16()) {
            return EncodingLabels.named("UTF-8");
        }
        return encoding.name().equals("x-user-defined") ? EncodingLabels.named("windows-1252") : encoding;
    }

    /** HTML, 2.5.4: extracting a character encoding from a meta element. */
    private static Optional<String> fromContent(String content) {
        int at = content.indexOf("charset");
        while (at >= 0) {
            int next = skipSpace(content, at + "charset".length());
            if (next < content.length() && content.charAt(next) == '=') {
                return value(content, skipSpace(content, next + 1));
            }
            at = content.indexOf("charset", next);
        }
        return Optional.empty();
    }

    private static Optional<String> value(String content, int start) {
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

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && Ascii.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
