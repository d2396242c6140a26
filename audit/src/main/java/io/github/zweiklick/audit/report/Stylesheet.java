package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a report looks.
 *
 * @param css ASCII, without the characters that markup knows
 */
record Stylesheet(String css) {

    /** In a window, and printed from there. */
    static Stylesheet onScreen(Words words, String footer) {
        return of("report.css", words, footer);
    }

    /** For a renderer that knows CSS 2 and the margins of pages, no more. */
    static Stylesheet onPaper(Words words, String footer) {
        return of("paper.css", words, footer);
    }

    private static Stylesheet of(String name, Words words, String footer) {
        try (InputStream file = Stylesheet.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            String css = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return new Stylesheet(css.replace("{{footer}}", '"' + escape(footer) + '"')
                    .replace("{{on}}", '"' + escape(words.say("footer.on")) + '"')
                    .replace("{{pages}}", counted(words.say("footer.pages", "n", "\n", "all", "\t"))));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** @param text with a line's end for the page's number, and a tab for how many there are */
    private static String counted(String text) {
        return text.lines()
                .map(part -> Stream.of(part.split("\t", -1))
                        .map(words -> '"' + escape(words) + '"')
                        .collect(Collectors.joining(" counter(pages) ")))
                .collect(Collectors.joining(" counter(page) "));
    }

    /** For a string in quotes: all but letters and digits by their number, so nothing can end the string or the style. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                escaped.append((char) c);
            } else if (c >= 0x20
                    && !Character.isSurrogate((char) Math.min(c, 0xFFFF))
                    && Character.getType(c) != Character.FORMAT) {
                escaped.append('\\').append(Integer.toHexString(c)).append(' ');
            }
        });
        return escaped.toString();
    }

    /** SHA-256 in Base64, as a Content-Security-Policy names a style. */
    String hash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
