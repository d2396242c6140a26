package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InitialsTest {
    @ParameterizedTest
    @CsvSource({"Beispielnetz,B", "BeispielNetz,BN", "Netz für Alle Orte,NA", "netz,N", "𐐨x,𐐀", "9gag,9"})
    void areCapitals(String name, String letters) {
        assertThat(Initials.of(name)).isEqualTo(letters);
    }
}
