package io.github.zweiklick.feed;

import io.github.zweiklick.feed.RichText.Link.Kind;
import io.github.zweiklick.feed.RichText.Mark;
import io.github.zweiklick.url.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds links in plain words, for networks that show some and do not say where they are. All patterns run in linear time. */
final class WrittenMarks {
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\p{L}\\p{N}])https?://[^\\s<>\"\u00ab\u00bb]+");

    /** A digit alone makes no hashtag: {@code #1} is a number. */
    private static final Pattern HASHTAG =
            Pattern.compile("(?<![\\p{L}\\p{N}_&/#])#([\\p{L}\\p{M}\\p{N}_\u00b7\u200c]{1,150})");

    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_.@/])@([A-Za-z0-9._]{1,50})");

    private WrittenMarks() {}

    /**
     * Addresses that are written out.
     *
     * @param target where one leads, given what is written
     */
    static List<Mark> addresses(String text, Function<String, String> target) {
        List<Mark> marks = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        while (found.find()) {
            String written = withoutPunctuation(found.group());
            marks.add(new Mark(
                    found.start(), found.start() + written.length(), Kind.PAGE, target.apply(written), written));
        }
        return marks;
    }

    /** What ends the sentence is not the address's; a closing bracket is, where one was opened in it. */
    private static String withoutPunctuation(String address) {
        boolean opened = address.indexOf('(') >= 0;
        int end = address.length();
        while (end > 0 && isPunctuation(address.charAt(end - 1), opened)) {
            end--;
        }
        return address.substring(0, end);
    }

    private static boolean isPunctuation(char last, boolean opened) {
        return ".,;:!?'\u2019\u201c\u201d\u2026*_]}".indexOf(last) >= 0 || (last == ')' && !opened);
    }

    /**
     * Hashtags.
     *
     * @param target what the percent-encoded tag, without its sign, is appended to
     */
    static List<Mark> hashtags(String text, String target, String after) {
        List<Mark> marks = new ArrayList<>();
        Matcher found = HASHTAG.matcher(text);
        while (found.find()) {
            if (found.group(1).codePoints().anyMatch(c -> !Character.isDigit(c))) {
                marks.add(new Mark(
                        found.start(),
                        found.end(),
                        Kind.HASHTAG,
                        target + PercentEncoding.component(found.group(1)) + after,
                        found.group()));
            }
        }
        return marks;
    }

    /**
     * Names with an at sign.
     *
     * @param target what the name, without its sign, is appended to
     */
    static List<Mark> mentions(String text, String target, String after) {
        List<Mark> marks = new ArrayList<>();
        Matcher found = MENTION.matcher(text);
        while (found.find()) {
            Optional.of(found.group(1).replaceFirst("[.]+$", ""))
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> marks.add(new Mark(
                            found.start(),
                            found.start() + 1 + name.length(),
                            Kind.MENTION,
                            target + name + after,
                            "@" + name)));
        }
        return marks;
    }
}
