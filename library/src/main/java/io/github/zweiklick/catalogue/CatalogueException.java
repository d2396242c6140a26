package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonFileException;

/** A service's file is wrong; the message says where, what stands there and what to write instead. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(JsonFileException cause) {
        super(cause.getMessage(), cause);
    }
}
