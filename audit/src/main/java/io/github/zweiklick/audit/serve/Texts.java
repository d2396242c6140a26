package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What these pages say in one language.
 *
 * @param words of these pages
 * @param report the report's, for what both tell
 */
record Texts(Words words, Words report) {
    /** The files of each language. */
    static final List<String> FILES = List.of("serve", "form", "audits");

    /** German for German, English for all else. */
    static Texts of(Locale language, ZoneId zone) {
        return new Texts(Words.of(language, zone, Texts.class, FILES), Words.of(language, zone));
    }
}
