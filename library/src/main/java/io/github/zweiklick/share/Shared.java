package io.github.zweiklick.share;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is shared.
 *
 * @param address of a page of the site
 * @param title of the page; cut where it is longer than 200 UTF-16 units
 * @param text that is to stand before the address, in place of the title; likewise
 * @param media address of a picture of the page
 */
public record Shared(String address, Optional<String> title, Optional<String> text, Optional<String> media) {
    /** Bluesky takes no more with the address in it (300 grapheme clusters); the others take more. */
    private static final int MOST = 300;
    /** Of words, in UTF-16 units: what the catalogue takes for a text. */
    private static final int LONGEST = 200;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public Shared {
        title = title.map(Shared::plain).filter(words -> !words.isEmpty());
        text = text.map(Shared::plain).filter(words -> !words.isEmpty());
    }

    private static String plain(String words) {
        return cut(SPACES.matcher(words).replaceAll(" ").strip(), LONGEST, LONGEST);
    }

    /** The words to go with the address, as long as they fit beside it. */
    Optional<String> words() {
        return text.or(() -> title)
                .map(words -> cut(words, MOST - 1 - address.length(), LONGEST))
                .filter(words -> !words.isEmpty());
    }

    /** Never within what a reader takes for one character. */
    private static String cut(String words, int most, int longest) {
        Matcher graphemes = GRAPHEME.matcher(words);
        int count = 0;
        int end = 0;
        int shorter = 0;
        while (graphemes.find()) {
            if (++count > most || graphemes.end() > longest) {
                return most < 2 ? "" : words.substring(0, shorter) + "\u2026";
            }
            shorter = end;
            end = graphemes.end();
        }
        return words;
    }
}
