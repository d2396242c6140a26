package io.github.zweiklick.demo;

/** The demo cannot start; the message says why and what to do. */
public final class DemoException extends Exception {
    private static final long serialVersionUID = 1L;

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }

    DemoException(String message) {
        super(message);
    }
}
