package io.github.zweiklick.feed;

import io.github.zweiklick.catalogue.TrackingParameters;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Foreign texts and addresses, made so that they stay in their place: no character turns the direction of what stands around
 * them, none piles up over other lines, no address leads elsewhere than into the web.
 */
final class Contained {
    private static final int MOST_MARKS = 4;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final char REPLACEMENT = '\ufffd';
    /** Browsers read quotes and more in a host; no name of the DNS has them, and what is written elsewhere had better not. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");

    private Contained() {}

    /** A text with its line breaks. */
    static String text(String foreign) {
        return text(foreign, Integer.MAX_VALUE);
    }

    /**
     * A text with its line breaks.
     *
     * @param longest in characters (UTF-16); what is longer ends with an ellipsis
     */
    static String text(String foreign, int longest) {
        StringBuilder out = new StringBuilder(Math.min(foreign.length(), 256));
        int marks = 0;
        for (int at = 0; at < foreign.length(); ) {
            int c = foreign.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\r') {
                at += at < foreign.length() && foreign.charAt(at) == '\n' ? 1 : 0;
            }
            if (isMark(c)) {
                marks++;
            } else if (!isUnseen(c)) {
                marks = 0;
            }
            if (isLineEnd(c)) {
                out.append('\n');
            } else if (Character.charCount(c) == 1 && Character.isSurrogate((char) c)) {
                out.append(REPLACEMENT);
            } else if (!isDropped(c) && !(isMark(c) && marks > MOST_MARKS)) {
                out.appendCodePoint(c);
            }
            if (out.length() >= longest && at < foreign.length()) {
                return out.append('\u2026').toString();
            }
        }
        return out.toString();
    }

    /** A text in one line; empty where nothing of it can be seen. */
    static String line(String foreign, int longest) {
        String line = text(SPACE.matcher(text(foreign)).replaceAll(" ").strip(), longest);
        return line.codePoints().allMatch(c -> isUnseen(c) || Character.isWhitespace(c)) ? "" : line;
    }

    /** Other ends of lines than Java's would break a script or a text that the line stands in. */
    private static boolean isLineEnd(int c) {
        return c == '\r' || c == '\u2028' || c == '\u2029';
    }

    /** Marks pile up across it. */
    private static boolean isUnseen(int c) {
        return isDropped(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Controls, those that turn or embed directions, and what is no character at all. */
    private static boolean isDropped(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x206f)
                || (c >= 0xfff9 && c <= 0xfffb)
                || c == 0xfeff
                || (c & 0xfffe) == 0xfffe
                || (c >= 0xfdd0 && c <= 0xfdef);
    }

    /** An address that may be linked to: http or https, without what only tells who shared it where. */
    static Optional<String> link(String address) {
        return web(address).map(Contained::untracked);
    }

    /** An address that may be fetched, as it is: pictures' queries are often signed. */
    static Optional<String> address(String address) {
        return web(address)
                .map(url -> url.origin()
                        + url.path()
                        + url.query().map(query -> "?" + query).orElse(""));
    }

    private static Optional<WebUrl> web(String address) {
        return address.length() > LONGEST_ADDRESS
                ? Optional.empty()
                : WebUrl.parse(address.strip())
                        .filter(url ->
                                url.scheme().equals("https") || url.scheme().equals("http"))
                        .filter(url -> HOST.matcher(url.host()).matches());
    }

    private static String untracked(WebUrl url) {
        List<Map.Entry<String, String>> parameters = url.parameters();
        List<Map.Entry<String, String>> kept = parameters.stream()
                .filter(parameter -> !TrackingParameters.contains(parameter.getKey()))
                .toList();
        if (kept.size() == parameters.size()) {
            return url.href();
        }
        StringBuilder out = new StringBuilder(url.origin()).append(url.path());
        char before = '?';
        for (Map.Entry<String, String> parameter : kept) {
            out.append(before)
                    .append(PercentEncoding.component(parameter.getKey()))
                    .append('=')
                    .append(PercentEncoding.component(parameter.getValue()));
            before = '&';
        }
        return out.append(url.fragment().map(fragment -> "#" + fragment).orElse(""))
                .toString();
    }
}
