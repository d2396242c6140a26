package io.github.zweiklick.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** A bench's sentences in one language. */
final class Texts {
    private final Properties sentences = new Properties();
    private final Locale locale;

    /** @param folder below it the sentences stand, by language */
    Texts(String folder, Language language) {
        locale = Locale.forLanguageTag(language.code());
        try {
            sentences.load(new StringReader(Resources.text(folder + "/" + language.code() + "/bench.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence, its places filled as {@link MessageFormat} does. */
    String get(String key, Object... values) {
        return find(key, values)
                .orElseThrow(() -> new IllegalStateException("The bench has no sentence " + key + " in " + locale));
    }

    /** A sentence that need not be there. */
    Optional<String> find(String key, Object... values) {
        return Optional.ofNullable(sentences.getProperty(key))
                .map(sentence -> new MessageFormat(sentence, locale).format(values));
    }
}
