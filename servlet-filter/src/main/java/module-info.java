/** Zweiklick as a Jakarta Servlet filter. */
module io.github.zweiklick.servlet {
    requires transitive io.github.zweiklick;
    requires transitive jakarta.servlet;
    requires static org.jspecify;

    exports io.github.zweiklick.servlet;

    provides jakarta.servlet.ServletContainerInitializer with
            io.github.zweiklick.servlet.ZweiklickInitializer;
}
