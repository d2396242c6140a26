package io.github.zweiklick.page;

import java.util.Optional;

/**
 * A Content-Type header, read as browsers do.
 *
 * @param essence type and subtype in lower case; empty where the response has none
 */
record MediaType(String essence, Optional<String> charset) {

    static MediaType parse(Optional<String> header) {
        String text = header.orElse("").strip();
        String[] parts = text.split(";");
        Optional<String> charset = Optional.empty();
        for (int i = 1; i < parts.length && charset.isEmpty(); i++) {
            charset = charset(parts[i].strip());
        }
        return new MediaType(Ascii.lower(parts[0].strip()), charset);
    }

    private static Optional<String> charset(String parameter) {
        if (!Ascii.startsWith(parameter, 0, "charset=")) {
            return Optional.empty();
        }
        String value = parameter.substring("charset=".length()).strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
    }

    /** HTML, or no type at all: browsers sniff then. */
    boolean isHtml() {
        return essence.equals("text/html") || essence.isEmpty();
    }

    /** XHTML or SVG. */
    boolean isXml() {
        return essence.equals("application/xhtml+xml") || isSvg();
    }

    boolean isSvg() {
        return essence.equals("image/svg+xml");
    }
}
