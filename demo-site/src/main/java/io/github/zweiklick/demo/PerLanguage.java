package io.github.zweiklick.demo;

import java.util.function.Function;

/** A value in each language. */
record PerLanguage<T>(T de, T en) {
    static <T> PerLanguage<T> of(Function<Language, T> values) {
        return new PerLanguage<>(values.apply(Language.DE), values.apply(Language.EN));
    }

    T in(Language language) {
        return switch (language) {
            case DE -> de;
            case EN -> en;
        };
    }
}
