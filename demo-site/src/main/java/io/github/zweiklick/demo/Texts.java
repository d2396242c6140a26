package io.github.zweiklick.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The bench's sentences in one language. */
final class Texts {
    private final Properties sentences = new Properties();
    private final Locale locale;

    Texts(Language language) {
        locale = Locale.forLanguageTag(language.code());
        try {
            sentences.load(new StringReader(Resources.text("city/" + language.code() + "/bench.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence, its places filled as {@link MessageFormat} does. */
    String get(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("The bench has no sentence " + key + " in " + locale);
        }
        return new MessageFormat(sentence, locale).format(values);
    }
}
