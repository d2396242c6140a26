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

    private XmlDeclaration() {}

    static Optional<Encoding> encoding(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, WINDOW), StandardCharsets.ISO_8859_1);
        Matcher matcher = ENCODING.matcher(head);
        return matcher.find() ? EncodingLabels.find(matcher.group(1)) : Optional.empty();
    }
}
