package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding named in {@code <?xml …?>} (XML 1.0, 4.3.3). */
final class XmlDeclaration {
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final int WINDOW = 1024;

    private static final Pattern IN_HTML = Pattern.compile(
            "^<\\?xml(?=[^>]*>)(?:(?!encoding).)*encoding[\\x00-\\x20]*=[\\x00-\\x20]*([\"'])(.*?)\\1", Pattern.DOTALL);

    private XmlDeclaration() {}

    /**
     * Browsers honour a declaration of XML in HTML that names its encoding nowhere else.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#concept-get-xml-encoding-when-sniffing">
     *     HTML, get an XML encoding</a>
     */
    static Optional<Encoding> encodingOfHtml(byte[] body) {
        if (body.length < 5 || body[1] != '?') {
            return Optional.empty();
        }
        String head = new String(body, 0, Math.min(body.length, WINDOW), StandardCharsets.ISO_8859_1);
        Matcher matcher = IN_HTML.matcher(head);
        return matcher.find() && matcher.group(2).chars().allMatch(c -> c > ' ')
                ? EncodingLabels.find(matcher.group(2))
                        .map(found -> found.isUtf16() ? EncodingLabels.named("UTF-8") : found)
                : Optional.empty();
    }

    /** A declaration of two bytes a character, without a byte order mark. */
    static Optional<Encoding> utf16(byte[] body) {
        if (startsWith(body, "<\0?\0x\0")) {
            return Optional.of(EncodingLabels.named("UTF-16LE"));
        }
        return startsWith(body, "\0<\0?\0x") ? Optional.of(EncodingLabels.named("UTF-16BE")) : Optional.empty();
    }

    private static boolean startsWith(byte[] body, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (i >= body.length || body[i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static Optional<Encoding> encoding(byte[] body) {
        Optional<Encoding> wide = utf16(body);
        if (wide.isPresent()) {
            return wide;
        }
        String head = new String(body, 0, Math.min(body.length, WINDOW), StandardCharsets.ISO_8859_1);
        Matcher matcher = ENCODING.matcher(head);
        return matcher.find() ? EncodingLabels.find(matcher.group(1)) : Optional.empty();
    }
}
