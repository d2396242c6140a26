package io.github.zweiklick.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word someone probably meant. */
final class Nearest {
    private Nearest() {}

    /** The word that takes the fewest changes of a letter, unless that is most of the word. */
    static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> changes(typed, word))
                        .thenComparing(word -> word))
                .filter(word -> changes(typed, word) <= Math.max(2, word.length() / 2));
    }

    /** Levenshtein's distance. */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
