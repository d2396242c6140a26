package io.github.zweiklick.audit.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arabic letters look other by what they stand beside. Unicode has all their shapes, in the order alone, at the end, at the
 * beginning, in the middle (Arabic Presentation Forms A and B), each with the letter it is a shape of: so there needs no table.
 */
final class ArabicLetters {
    private static final int ALONE = 0;
    private static final int END = 1;
    private static final int BEGINNING = 2;
    private static final int MIDDLE = 3;
    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';

    /** Shapes of letters, and of lam with an alef behind it. */
    private static final Map<String, List<Character>> SHAPES = shapes();

    private ArabicLetters() {}

    private static Map<String, List<Character>> shapes() {
        Map<String, List<Character>> shapes = new HashMap<>();
        addShapes(shapes, '\ufb50', '\ufbb1');
        addShapes(shapes, '\ufbd3', '\ufbe9');
        addShapes(shapes, '\ufbfc', '\ufbff');
        addShapes(shapes, '\ufe80', '\ufefc');
        return shapes;
    }

    private static void addShapes(Map<String, List<Character>> shapes, char first, char last) {
        for (char shape = first; shape <= last; shape++) {
            shapes.computeIfAbsent(apart(String.valueOf(shape)), letter -> new ArrayList<>())
                    .add(shape);
        }
    }

    /** @param text in the order it is read */
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isLigature = letter == LAM && i + 1 < text.length() && SHAPES.containsKey(text.substring(i, i + 2));
            String key = isLigature ? text.substring(i, i + 2) : String.valueOf(letter);
            int end = i + key.length();
            List<Character> shapes = SHAPES.getOrDefault(key, List.of());
            boolean before = shapes.size() > END && joinsForward(text, neighbour(text, i - 1, -1));
            boolean after = shapes.size() > MIDDLE && joinsBack(text, neighbour(text, end, 1));
            int shape = before ? (after ? MIDDLE : END) : (after ? BEGINNING : ALONE);
            joined.append(shapes.isEmpty() ? key : shapes.get(shape).toString());
            i = end - 1;
        }
        return joined.toString();
    }

    /** Marks stand between letters without parting them. */
    private static int neighbour(String text, int at, int step) {
        int i = at;
        while (i >= 0 && i < text.length() && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
            i += step;
        }
        return i;
    }

    private static boolean joinsForward(String text, int at) {
        return at >= 0 && (text.charAt(at) == TATWEEL || shapes(text, at) > MIDDLE);
    }

    private static boolean joinsBack(String text, int at) {
        return at < text.length() && (text.charAt(at) == TATWEEL || shapes(text, at) > END);
    }

    private static int shapes(String text, int at) {
        return SHAPES.getOrDefault(text.substring(at, at + 1), List.of()).size();
    }

    /** The letters that shapes are shapes of. */
    static String apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
