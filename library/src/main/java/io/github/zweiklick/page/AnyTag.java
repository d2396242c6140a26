package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Whatever could be a start tag in any reading of a page: what stands in comments, scripts and values as well. All that a
 * browser takes for a tag is among it, however it reads.
 */
final class AnyTag {
    /** How much is read over and over, since tags may hold others: times the length, and characters besides. */
    private static final int TIMES = 16;

    private static final int BESIDES = 1 << 20;

    private AnyTag() {}

    /**
     * Those with attributes, and style sheets.
     *
     * @param known positions that need not be read
     * @throws IllegalStateException where the tags are so much inside each other that it would take too long
     */
    static List<StartTag> in(String text, IntPredicate known) {
        List<StartTag> tags = new ArrayList<>();
        long left = (long) TIMES * text.length() + BESIDES;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            boolean begins = open + 1 < text.length() && Ascii.isLetter(text.charAt(open + 1));
            if (!begins || known.test(open)) {
                continue;
            }
            Optional<StartTag> tag = TagScanner.startTag(text, open);
            tag.filter(read -> !read.attributes().isEmpty() || read.name().equals("style"))
                    .ifPresent(tags::add);
            left -= tag.map(StartTag::end).orElse(text.length()) - open;
            if (left < 0) {
                throw new IllegalStateException("Tags inside tags beyond what is read");
            }
        }
        return tags;
    }
}
