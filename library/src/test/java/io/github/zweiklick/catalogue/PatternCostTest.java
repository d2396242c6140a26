package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long hostile texts against every pattern; what counts is how many characters a pattern looks at, not time. */
class PatternCostTest {
    private static final int LENGTH = 2000;
    private static final long LOOKS_PER_CHARACTER = 2000;

    static List<String> ids() {
        return ServiceFiles.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noPatternLooksTooOften(String id) {
        Service service = new ServiceReader().read(ServiceFiles.text(id), id + ".json");
        for (Pattern pattern : patterns(service)) {
            for (String hostile : hostile()) {
                assertThat(looks(pattern, hostile))
                        .as("%s against %.40s…", pattern, hostile)
                        .isLessThan(LENGTH * LOOKS_PER_CHARACTER);
            }
        }
    }

    /** The counting itself is able to find a bad one. */
    @Test
    void aPatternThatGoesBackAndForthIsFound() {
        assertThat(looks(Pattern.compile("a*a*a*b"), "a".repeat(LENGTH))).isGreaterThan(LENGTH * LOOKS_PER_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a+)+", "(?:a{1,5})*", "(?:x(?:a*)){1,3}", "a*b*", "(a)\\1", "(?<n>[a-z]+)+", "[^/]{2,}x.*"})
    void theLintFinds(String pattern) {
        assertThat(PatternLint.fault(pattern)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z*+]{1,60}",
                "(?:ab)?c+",
                "\\*\\+{3}x*",
                "(?!a|b)[A-Z]{11}",
                "(a|b){1,3}",
                "x*+y*",
                "[]a]{2,}"
            })
    void theLintLetsThrough(String pattern) {
        assertThat(PatternLint.fault(pattern)).isEmpty();
    }

    private static List<Pattern> patterns(Service service) {
        List<Pattern> patterns = new ArrayList<>();
        service.companions().resources().forEach(address -> patterns.add(address.path()));
        for (EmbedKind kind : service.embeds()) {
            kind.captures().values().forEach(capture -> capture.pattern().ifPresent(patterns::add));
            kind.addresses().forEach(address -> {
                patterns.add(address.path());
                patterns.addAll(address.required().values());
            });
            kind.forms()
                    .forEach(form -> form.captures().values().forEach(target -> {
                        if (target instanceof Form.Target.Groups groups) {
                            patterns.add(groups.pattern());
                        }
                    }));
        }
        return patterns;
    }

    private static List<String> hostile() {
        List<String> texts = new ArrayList<>();
        for (String unit : List.of(
                "a", "0", "/", "/a", "-", ".", "1,", "!2d1", "!2d1!3d", "/v/", "/video/1/", "&", "%2F", "did:a:")) {
            String repeated = unit.repeat(LENGTH / unit.length());
            texts.add(repeated);
            texts.add("/" + repeated + "\n");
            texts.add("/v/" + repeated + "\"");
        }
        return texts;
    }

    private static long looks(Pattern pattern, String text) {
        long[] looks = new long[1];
        CharSequence counting = new CharSequence() {
            @Override
            public int length() {
                return text.length();
            }

            @Override
            public char charAt(int index) {
                if (++looks[0] > 2 * LENGTH * LOOKS_PER_CHARACTER) {
                    throw new TooOften();
                }
                return text.charAt(index);
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return text.substring(start, end);
            }
        };
        try {
            boolean found = pattern.matcher(counting).matches();
            return found ? looks[0] : Math.max(looks[0], 0);
        } catch (TooOften e) {
            return looks[0];
        }
    }

    private static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
