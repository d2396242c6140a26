package io.github.zweiklick.page;

import java.util.Optional;

/** What a browser takes for the style sheet in a {@code style} element of SVG or XML, whose content is markup. */
final class StyleText {
    private StyleText() {}

    /** Comments left out, CDATA and entities resolved; empty where there is other markup, which nobody writes. */
    static Optional<String> of(String content) {
        StringBuilder text = new StringBuilder(content.length());
        int at = 0;
        while (at < content.length()) {
            int open = content.indexOf('<', at);
            int end = open < 0 ? content.length() : open;
            text.append(CharacterReferences.inText(content.substring(at, end)));
            if (open < 0) {
                break;
            }
            if (content.startsWith("<!--", open)) {
                at = RawText.commentEnd(content, open + 4);
            } else if (content.startsWith("<![CDATA[", open)) {
                int close = content.indexOf("]]>", open + 9);
                text.append(content, open + 9, close < 0 ? content.length() : close);
                at = close < 0 ? content.length() : close + 3;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }
}
