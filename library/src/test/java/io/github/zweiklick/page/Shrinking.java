package io.github.zweiklick.page;

import java.util.function.Predicate;

/** Makes a text that fails smaller as long as it fails. */
final class Shrinking {
    private Shrinking() {}

    static String shrink(String text, Predicate<String> fails) {
        String smallest = text;
        for (int size = text.length() / 2; size > 0; size /= 2) {
            int at = 0;
            while (at < smallest.length()) {
                String shorter = smallest.substring(0, at) + smallest.substring(Math.min(smallest.length(), at + size));
                if (fails.test(shorter)) {
                    smallest = shorter;
                } else {
                    at += size;
                }
            }
        }
        return smallest;
    }
}
