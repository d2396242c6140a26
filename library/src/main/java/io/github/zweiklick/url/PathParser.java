package io.github.zweiklick.url;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Path state and percent-encode sets (WHATWG URL, sections 1.3 and 4.4). */
final class PathParser {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static final String CONTROLS = "";
    static final String FRAGMENT = " \"<>`";
    static final String QUERY = " \"#<>'";
    static final String PATH = " \"#<>?^`{}";

    private PathParser() {}

    /** Resolves dot segments, also encoded ones, and encodes; the result begins with a slash. */
    static String normalise(String path, boolean special) {
        String slashed = special ? path.replace('\\', '/') : path;
        if (slashed.isEmpty()) {
            return special ? "/" : "";
        }
        String[] segments = (slashed.startsWith("/") ? slashed.substring(1) : slashed).split("/", -1);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < segments.length; i++) {
            String dots = segments[i].toLowerCase(Locale.ROOT).replace("%2e", ".");
            boolean last = i == segments.length - 1;
            if (dots.equals("..")) {
                if (!out.isEmpty()) {
                    out.remove(out.size() - 1);
                }
            } else if (!dots.equals(".")) {
                out.add(encode(segments[i], PATH));
                continue;
            }
            if (last) {
                out.add("");
            }
        }
        return "/" + String.join("/", out);
    }

    /** Encodes controls, non-ASCII and the characters of the set; leaves percent signs alone. */
    static String encode(String text, String set) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c > 0x1f && c < 0x7f && set.indexOf(c) < 0;
        }
        return plain ? text : encodeEach(text, set);
    }

    private static String encodeEach(String text, String set) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c > 0x1f && c < 0x7f && set.indexOf(c) < 0) {
                out.append((char) c);
            } else {
                String character = c >= 0xd800 && c <= 0xdfff ? "\ufffd" : Character.toString(c);
                for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
                    HEX.toHexDigits(out.append('%'), b);
                }
            }
        });
        return out.toString();
    }
}
