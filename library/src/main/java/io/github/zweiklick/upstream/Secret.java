package io.github.zweiklick.upstream;

import java.util.function.Supplier;

/** A credential. Its text stands in no log, error or page: whoever prints it prints where it comes from. */
public final class Secret {
    private final String source;
    private final Supplier<String> text;

    /**
     * A secret.
     *
     * @param source where it comes from, such as {@code ${TOKEN}} or the path of a file
     * @param text reads it, each time anew: a file may be replaced while the application runs
     */
    public Secret(String source, Supplier<String> text) {
        this.source = source;
        this.text = text;
    }

    /** The text, for the request that needs it. */
    public String reveal() {
        return text.get();
    }

    @Override
    public String toString() {
        return source;
    }
}
