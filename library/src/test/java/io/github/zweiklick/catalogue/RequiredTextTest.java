package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every match of a pattern holds what is said to be required: otherwise an embed would be passed over. */
final class RequiredTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    abc                 ~ abc
                    ^abc$               ~ abc
                    ab?cd               ~ cd
                    abc*de              ~ ab
                    abc+d               ~ abc
                    abc{2}de            ~ ab
                    ab|cd               ~ ``
                    (?:ab|cd)ef         ~ ef
                    (abc)?de            ~ de
                    (a[)]b)?cd          ~ cd
                    (a\\)b)?cd          ~ cd
                    (\\Q)\\E)?cd        ~ cd
                    \\Qa.b(\\E+c        ~ a.b(
                    a\\.b\\/c           ~ a.b/c
                    a\\dbc              ~ bc
                    [a\\]b]?cd          ~ cd
                    [^\\]]cd            ~ cd
                    [^/]+/embed\\.js    ~ /embed.js
                    a.bc                ~ bc
                    \\x41bc             ~ ``
                    \\u0041bc           ~ ``
                    a\\pLbc             ~ ``
                    []a]bc              ~ ``
                    [^]a]bc             ~ ``
                    [a&&[b]]bc          ~ ``
                    [a[b]c]de           ~ ``
                    (?si)abc            ~ ``
                    (?i:abc)            ~ ``
                    (?x)a b c           ~ ``
                    (?<n>ab)\\k<n>      ~ ``
                    """)
    void whatIsPlainToSeeIsRequired(String pattern, String required) {
        assertThat(RequiredText.of(Pattern.compile(pattern))).isEqualTo(required);
    }

    @Test
    void caseMustCount() {
        assertThat(RequiredText.of(Pattern.compile("abc", Pattern.CASE_INSENSITIVE)))
                .isEmpty();
        assertThat(RequiredText.of(Pattern.compile("a b", Pattern.COMMENTS))).isEmpty();
        assertThat(RequiredText.of(Pattern.compile("abc", Pattern.DOTALL))).isEqualTo("abc");
    }

    /** A random pattern together with a text it matches. */
    private static void grow(Random random, int depth, StringBuilder pattern, StringBuilder text) {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            StringBuilder one = new StringBuilder();
            String atom = atom(random, depth, one);
            int quantifier = random.nextInt(9);
            pattern.append(atom);
            if (quantifier == 0) {
                pattern.append(random.nextBoolean() ? "?" : "*?");
                text.append(random.nextBoolean() ? one : "");
            } else if (quantifier == 1) {
                pattern.append("*");
                text.append(one.toString().repeat(random.nextInt(3)));
            } else if (quantifier == 2) {
                pattern.append(random.nextBoolean() ? "+" : "++?".substring(0, 1));
                text.append(one.toString().repeat(1 + random.nextInt(2)));
            } else if (quantifier == 3) {
                pattern.append("{0,2}");
                text.append(one.toString().repeat(random.nextInt(3)));
            } else {
                text.append(one);
            }
        }
    }

    private static String atom(Random random, int depth, StringBuilder text) {
        StringBuilder inner = new StringBuilder();
        switch (random.nextInt(depth > 2 ? 8 : 10)) {
            case 0 -> {
                text.append("]");
                return "[a\\]b]";
            }
            case 1 -> {
                text.append("(");
                return "[)(]";
            }
            case 2 -> {
                text.append(".");
                return "\\.";
            }
            case 3 -> {
                text.append("7");
                return "\\d";
            }
            case 4 -> {
                text.append(")x(");
                return "(?:\\Q)x(\\E)";
            }
            case 5 -> {
                text.append("A");
                return "\\x41";
            }
            case 6, 7 -> {
                String letters = "abc/_-".substring(random.nextInt(3), 4 + random.nextInt(3));
                text.append(letters);
                return "(?:" + letters + ")";
            }
            case 8 -> {
                grow(random, depth + 1, inner, text);
                return "(" + inner + ")";
            }
            default -> {
                StringBuilder other = new StringBuilder();
                grow(random, depth + 1, inner, new StringBuilder());
                grow(random, depth + 1, other, text);
                return "(?:" + inner + "|" + other + ")";
            }
        }
    }

    @Test
    void everyMatchHoldsWhatIsRequired() {
        int told = 0;
        for (long seed = 0; seed < 50_000; seed++) {
            Random random = new Random(seed);
            StringBuilder pattern = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(3); i >= 0; i--) {
                grow(random, 0, pattern, text);
                String plain = "xyz".substring(random.nextInt(3));
                pattern.append(plain);
                text.append(plain);
            }
            assertThat(text.toString())
                    .as("seed %d", seed)
                    .matches(Pattern.compile(pattern.toString(), Pattern.DOTALL));
            String required = RequiredText.of(Pattern.compile(pattern.toString()));
            told += required.isEmpty() ? 0 : 1;
            assertThat(text.toString()).as("seed %d: %s", seed, pattern).contains(required);
        }
        assertThat(told).isGreaterThan(10_000);
    }

    static List<Pattern> bundled() {
        List<Pattern> patterns = new ArrayList<>(Catalogue.bundled().companionPathsAnywhere());
        Catalogue.bundled().services().stream()
                .flatMap(service -> service.embeds().stream())
                .flatMap(kind -> kind.forms().stream())
                .flatMap(form -> form.attribute().stream())
                .forEach(test -> patterns.add(test.pattern()));
        return patterns;
    }

    /** Texts are put together from the pattern's own letters: those that match hold what is required. */
    @ParameterizedTest
    @MethodSource("bundled")
    void theCataloguesPatternsRequireWhatTheyMatch(Pattern pattern) {
        String required = RequiredText.of(pattern);
        String source = pattern.pattern();
        Random random = new Random(source.hashCode());
        for (int round = 0; round < 300; round++) {
            String text = source.replaceAll("\\\\[QEAzbB]|[\\^$\\\\]", "")
                    .replaceAll("\\[[^\\]]*\\][+*?]*|\\{[^}]*\\}", "a1".substring(random.nextInt(2)))
                    .replaceAll("\\(\\?[:!=<]*|[()?+*]", "");
            String[] choices = text.split("\\|");
            String cut = choices[random.nextInt(choices.length)];
            int from = random.nextInt(cut.length() + 1);
            String shorter = cut.substring(0, from) + cut.substring(Math.min(cut.length(), from + random.nextInt(3)));
            for (String one : List.of(text, cut, shorter, source)) {
                if (pattern.matcher(one).find()) {
                    assertThat(one).as(source).contains(required);
                }
            }
        }
    }
}
