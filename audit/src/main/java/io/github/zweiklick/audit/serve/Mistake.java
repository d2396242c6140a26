package io.github.zweiklick.audit.serve;

import java.util.List;

/**
 * Something in the form that cannot be right.
 *
 * @param field whose it is
 * @param key of the text that says what is wrong and how to write it
 * @param places names and values of the text's places in turn
 */
record Mistake(String field, String key, List<String> places) {

    Mistake {
        places = List.copyOf(places);
    }

    static Mistake of(String field, String key, String... places) {
        return new Mistake(field, key, List.of(places));
    }
}
