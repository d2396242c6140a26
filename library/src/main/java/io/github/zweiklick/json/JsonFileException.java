package io.github.zweiklick.json;

/** A file is wrong; the message names file, line, key and value, and says what to write instead. */
public final class JsonFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonFileException(String message) {
        super(message);
    }
}
