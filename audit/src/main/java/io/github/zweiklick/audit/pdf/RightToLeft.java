package io.github.zweiklick.audit.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Titles in Arabic and Hebrew, by Java's own <a href="https://www.unicode.org/reports/tr9/">bidirectional algorithm</a>. All
 * that stands between two letters of such a script is one run, numbers and foreign words with it: the renderer sets runs side
 * by side as they come.
 */
final class RightToLeft implements BidiReorderer {
    private static final String OPENING = "([{<\u00ab\u2039";
    private static final String CLOSING = ")]}>\u00bb\u203a";

    @Override
    public String reorderRTLTextToLTR(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        List<String> characters = new ArrayList<>();
        List<Byte> levels = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = text.offsetByCodePoints(i, 1);
            // Marks stay behind what they belong to.
            while (end < text.length() && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
                end = text.offsetByCodePoints(end, 1);
            }
            boolean isReversed = bidi.getLevelAt(i) % 2 == 1;
            characters.add(isReversed ? mirrored(text.substring(i, end)) : text.substring(i, end));
            levels.add((byte) bidi.getLevelAt(i));
            i = end;
        }
        byte[] level = new byte[levels.size()];
        for (int i = 0; i < level.length; i++) {
            level[i] = levels.get(i);
        }
        String[] visual = characters.toArray(String[]::new);
        Bidi.reorderVisually(level, 0, visual, 0, level.length);
        return String.join("", visual);
    }

    private static String mirrored(String character) {
        int opening = OPENING.indexOf(character);
        int closing = CLOSING.indexOf(character);
        return opening >= 0
                ? CLOSING.substring(opening, opening + 1)
                : closing >= 0 ? OPENING.substring(closing, closing + 1) : character;
    }

    @Override
    public String shapeText(String text) {
        return ArabicLetters.joined(text);
    }

    @Override
    public String deshapeText(String text) {
        return ArabicLetters.apart(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Runs of one paragraph. */
    static final class Splitter implements BidiSplitter {
        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            runs.clear();
            Bidi bidi =
                    new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            int start = 0;
            for (int i = 0; i < bidi.getRunCount(); i++) {
                boolean isLast = i + 1 == bidi.getRunCount();
                if (isLast || isLeft(bidi, i) != isLeft(bidi, i + 1)) {
                    runs.add(new BidiTextRun(start, bidi.getRunLimit(i) - start, isLeft(bidi, i) ? LTR : RTL));
                    start = bidi.getRunLimit(i);
                }
            }
            if (runs.isEmpty()) {
                runs.add(new BidiTextRun(0, paragraph.length(), LTR));
            }
        }

        private static boolean isLeft(Bidi bidi, int run) {
            return bidi.getRunLevel(run) == 0;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }
}
