package io.github.zweiklick.demo;

import java.util.Locale;

/** The languages the city speaks. */
enum Language {
    DE,
    EN;

    /** As in {@code lang} attributes and in the names of folders. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Language other() {
        return this == DE ? EN : DE;
    }

    static Language ofPath(String path) {
        return path.equals("/en") || path.startsWith("/en/") ? EN : DE;
    }
}
