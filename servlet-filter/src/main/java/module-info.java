/** Zweiklick as a Jakarta Servlet filter. */
module io.github.zweiklick.servlet {
    requires transitive io.github.zweiklick;
    requires transitive jakarta.servlet;
    requires static org.jspecify;
    requires static org.slf4j;
    // An automatic module, named by its file: its last release is older than modules.
    requires dec;

    exports io.github.zweiklick.servlet;

    provides jakarta.servlet.ServletContainerInitializer with
            io.github.zweiklick.servlet.ZweiklickInitializer;
}
