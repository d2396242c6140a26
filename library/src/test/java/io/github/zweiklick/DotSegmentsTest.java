package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that leave it open what is meant are neither excluded nor merely observed. */
class DotSegmentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alt/../neu",
                "/alt/..",
                "/alt/.",
                "/alt/./neu",
                "/..",
                "/alt\\..\\neu",
                "/alt/..\\neu",
                "/alt/x/..;a=b/../../neu",
                "/alt/..;",
                "/alt//../neu"
            })
    void areSeen(String path) {
        assertThat(DotSegments.areIn(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/alt",
                "/alt/x.html",
                "/alt/.well-known/a",
                "/alt/...",
                "/alt/..a",
                "/alt/a..",
                "/a;..",
                "/alt/. "
            })
    void areNotSeenWhereThereAreNone(String path) {
        assertThat(DotSegments.areIn(path)).isFalse();
    }

    @Test
    void nothingIsExcludedByAPathThatLeadsElsewhere() {
        Zweiklick zweiklick = of("{\"exclude\": [\"/typo3\"]}");
        assertThat(zweiklick.isExcluded("/typo3/index.php")).isTrue();
        assertThat(zweiklick.isExcluded("/typo3/../aktuelles/")).isFalse();
        assertThat(zweiklick.isExcluded("/typo3/..")).isFalse();
    }

    @Test
    void norIsItObserved() {
        Zweiklick zweiklick = of("{\"rules\": [{\"paths\": [\"/archiv\"], \"mode\": \"observe\"}]}");
        assertThat(zweiklick.mode("/archiv/a", "localhost")).isEqualTo(Mode.OBSERVE);
        assertThat(zweiklick.mode("/archiv/../aktuelles/", "localhost")).isEqualTo(Mode.PROTECT);
        Zweiklick mostly = of("{\"mode\": \"observe\", \"rules\": [{\"paths\": [\"/neu\"], \"mode\": \"protect\"}]}");
        assertThat(mostly.mode("/alt/../neu", "localhost")).isEqualTo(Mode.PROTECT);
        assertThat(mostly.mode("/alt", "localhost")).isEqualTo(Mode.OBSERVE);
    }

    /** Where nothing is protected there is no way past the protection. */
    @Test
    void aSiteThatIsObservedThroughoutStaysAsItIs() {
        assertThat(of("{\"mode\": \"observe\"}").mode("/alt/../neu", "localhost"))
                .isEqualTo(Mode.OBSERVE);
    }

    private static Zweiklick of(String configuration) {
        return Zweiklick.of(Configuration.parse(configuration, "z.json"));
    }
}
