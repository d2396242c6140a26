package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a document in XML. What it is encoded in is told by a byte order mark, else by its XML declaration, which whoever
 * wrote it knew better than the server that serves it, else by the server. Many tell nothing or are wrong: what is valid UTF-8
 * is that, and all else is what browsers make of it, windows-1252.
 */
final class FeedText {
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 300;
    private static final String WINDOWS = "windows-1252";

    private FeedText() {}

    static String of(Answer answer) {
        byte[] body = answer.body();
        if (startsWith(body, 0xef, 0xbb, 0xbf)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        } else if (startsWith(body, 0xfe, 0xff)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
        } else if (startsWith(body, 0xff, 0xfe)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
        } else if (startsWith(body, 0, '<', 0)) {
            return new String(body, StandardCharsets.UTF_16BE);
        } else if (startsWith(body, '<', 0)) {
            return new String(body, StandardCharsets.UTF_16LE);
        }
        Charset charset = found(
                        DECLARATION, new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1))
                .or(() -> answer.header("content-type").flatMap(type -> found(CHARSET, type)))
                .orElse(StandardCharsets.UTF_8);
        return decoded(body, charset)
                .or(() -> decoded(body, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(body, named(WINDOWS).orElse(StandardCharsets.ISO_8859_1)));
    }

    private static boolean startsWith(byte[] body, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (body.length <= i || (body[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Of one whose letters are bytes: that it is UTF-16 it could not have been read from. */
    private static Optional<Charset> found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find()
                ? named(found.group(1))
                        .filter(charset -> !charset.name().startsWith("UTF-16")
                                && !charset.name().startsWith("UTF-32"))
                : Optional.empty();
    }

    /** As the WHATWG's Encoding Standard reads labels, Latin-1 is windows-1252, which has more letters. */
    private static Optional<Charset> named(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        boolean latin = name.equals("iso-8859-1") || name.equals("us-ascii") || name.equals("latin1");
        try {
            return Optional.of(Charset.forName(latin ? WINDOWS : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(byte[] body, Charset charset) {
        if (charset.name().equals(WINDOWS)) {
            return Optional.of(new String(body, charset));
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
