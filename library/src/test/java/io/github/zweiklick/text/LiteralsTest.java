package io.github.zweiklick.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many texts at once are found where each alone would be. */
final class LiteralsTest {
    private static String random(Random random, int shortest, int longest, String alphabet) {
        StringBuilder text = new StringBuilder();
        int length = shortest + random.nextInt(longest - shortest + 1);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void anyIsFoundWhereTheTextContainsOne() {
        int hits = 0;
        for (long seed = 0; seed < 6000; seed++) {
            Random random = new Random(seed);
            String alphabet = random.nextBoolean() ? "ab(" : "abcdeXY.(='\u00e4";
            List<String> texts = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                texts.add(random(random, 2, random.nextBoolean() ? 5 : 14, alphabet.replace("\u00e4", "")));
            }
            String text = random(random, 0, 120, alphabet);
            if (random.nextInt(3) == 0) {
                text += texts.get(0) + random(random, 0, 10, alphabet);
            }
            int from = random.nextInt(text.length() + 1);
            int end = from + random.nextInt(text.length() - from + 1);
            String range = text.substring(from, end);
            boolean wanted = texts.stream().anyMatch(range::contains);
            hits += wanted ? 1 : 0;
            assertThat(Literals.of(texts).anyIn(text.getBytes(StandardCharsets.ISO_8859_1), from, end))
                    .as("seed %d: %s in %s", seed, texts, range)
                    .isEqualTo(wanted);
        }
        assertThat(hits).isBetween(600, 5400);
    }

    /** A few short ones among longer ones are looked for in another way. */
    @Test
    void eachIsFoundAsOftenAsItStands() {
        int hits = 0;
        for (long seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            List<String> texts = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                texts.add(random(random, 8, 9, "ab"));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                texts.add(random(random, 2, 7, "ab"));
            }
            String text = random(random, 0, 200, "aab");
            int from = random.nextInt(text.length() + 1);
            int end = from + random.nextInt(text.length() - from + 1);
            int[] found = new int[texts.size()];
            Literals.of(texts).allIn(text.getBytes(StandardCharsets.ISO_8859_1), from, end, number -> found[number]++);
            for (int number = 0; number < found.length; number++) {
                int wanted = count(text.substring(from, end), texts.get(number));
                hits += wanted;
                assertThat(found[number])
                        .as("seed %d: %s in %s", seed, texts.get(number), text.substring(from, end))
                        .isEqualTo(wanted);
            }
        }
        assertThat(hits).isGreaterThan(4000);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    @Test
    void whatCannotBeSoughtIsTakenForFound() {
        byte[] text = new byte[] {'x'};
        assertThat(Literals.of(List.of("")).anyIn(text, 0, 1)).isTrue();
        assertThat(Literals.of(List.of("a", "abc")).anyIn(text, 0, 1)).isTrue();
        assertThat(Literals.of(List.of("t\u00fcr")).anyIn(text, 0, 1)).isTrue();
        assertThat(Literals.of(List.of()).anyIn(text, 0, 1)).isFalse();
    }

    @Test
    void aLongTextIsFoundBehindAnother() {
        String text = "a".repeat(300);
        assertThat(Literals.of(List.of("a".repeat(200) + "b")).anyIn(text.getBytes(StandardCharsets.US_ASCII), 0, 300))
                .isFalse();
        assertThat(Literals.of(List.of("a".repeat(200))).anyIn(text.getBytes(StandardCharsets.US_ASCII), 0, 300))
                .isTrue();
    }
}
