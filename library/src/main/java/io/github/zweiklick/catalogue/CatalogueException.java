package io.github.zweiklick.catalogue;

/** A service's file is wrong; the message says where, what stands there and what to write instead. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
