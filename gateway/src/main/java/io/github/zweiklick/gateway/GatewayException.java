package io.github.zweiklick.gateway;

/** The gateway cannot start; the message says why, and what to do. */
public final class GatewayException extends Exception {
    private static final long serialVersionUID = 1L;

    GatewayException(String message, Throwable cause) {
        super(message, cause);
    }
}
