package io.github.zweiklick.servlet;

/** Where the filter logs. */
final class Log {
    static final System.Logger LOGGER = System.getLogger("io.github.zweiklick.servlet");

    private Log() {}
}
