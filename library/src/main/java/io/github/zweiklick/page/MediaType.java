package io.github.zweiklick.page;

import io.github.zweiklick.text.Lately;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Content-Type header, read as browsers do.
 *
 * @param essence type and subtype in lower case; empty where browsers look at the body instead
 * @see <a href="https://fetch.spec.whatwg.org/#concept-header-extract-mime-type">Fetch, extract a MIME type</a>
 */
record MediaType(String essence, Optional<String> charset) {
    /** These say no more than no type at all (MIME Sniffing, 7). */
    private static final Pattern END = Pattern.compile("[ \\t(]");

    private static final Set<String> UNKNOWN =
            Set.of("unknown/unknown", "application/unknown", "application/x-unknown-content-type", "*/*");

    private static final String XML = "<?xml";

    private static final MediaType NONE = new MediaType("", Optional.empty());

    /** A site has few. */
    private static final Lately<MediaType> READ = new Lately<>(64, MediaType::parse);

    /** The last of several types that is one. */
    static MediaType parse(Optional<String> header) {
        return header.map(READ::get).orElse(NONE);
    }

    private static MediaType parse(String header) {
        MediaType last = NONE;
        for (String value : split(header, ',')) {
            List<String> parts = split(value, ';');
            String essence = essence(parts.get(0));
            if (!essence.isEmpty()) {
                Optional<String> charset = parts.stream()
                        .skip(1)
                        .flatMap(part -> charset(Ascii.strip(part)).stream())
                        .findFirst();
                boolean same = essence.equals(last.essence);
                last = new MediaType(essence, same ? charset.or(last::charset) : charset);
            } else if (last.essence.isEmpty() && last.charset.isEmpty()) {
                Optional<String> charset = parts.stream()
                        .flatMap(part -> charset(Ascii.strip(part)).stream())
                        .findFirst();
                last = new MediaType("", charset);
            }
        }
        return last;
    }

    /** The type of a body: where the header says none, that of XML shows in its first characters. */
    static MediaType of(Optional<String> header, byte[] body) {
        MediaType type = parse(header);
        return type.essence.isEmpty() && startsAsXml(body) ? new MediaType("text/xml", type.charset) : type;
    }

    private static boolean startsAsXml(byte[] body) {
        int at = 0;
        while (at < body.length && Ascii.isSpace(body[at])) {
            at++;
        }
        return body.length - at >= XML.length()
                && new String(body, at, XML.length(), StandardCharsets.ISO_8859_1).equals(XML);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** What follows a space or a parenthesis is ignored by browsers. */
    private static String essence(String part) {
        String type = END.split(Ascii.lower(Ascii.strip(part)), 2)[0];
        return type.indexOf('/') > 0 && !UNKNOWN.contains(type) ? type : "";
    }

    private static Optional<String> charset(String parameter) {
        if (!Ascii.startsWith(parameter, 0, "charset=")) {
            return Optional.empty();
        }
        String value = Ascii.strip(parameter.substring("charset=".length()));
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
    }

    /** Whether the body may be shown as a document that contacts somebody. */
    boolean isPage() {
        return isHtml() || isXml();
    }

    /** HTML, or no type at all: browsers sniff then. */
    boolean isHtml() {
        return essence.equals("text/html") || isSniffed();
    }

    /** Whether browsers decide by the body. */
    boolean isSniffed() {
        return essence.isEmpty();
    }

    boolean isXml() {
        return isXmlPage() || isOtherXml();
    }

    /** XHTML or SVG. */
    boolean isXmlPage() {
        return essence.equals("application/xhtml+xml") || essence.equals("image/svg+xml");
    }

    /** XML that may be anything, such as a feed: browsers show and obey what it holds of XHTML, SVG and MathML. */
    boolean isOtherXml() {
        boolean xml = essence.endsWith("+xml")
                || essence.equals("text/xml")
                || essence.equals("application/xml")
                || essence.equals("text/xsl")
                || essence.equals("text/rdf");
        return xml && !isXmlPage();
    }
}
