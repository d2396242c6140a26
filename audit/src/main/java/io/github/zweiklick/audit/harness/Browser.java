package io.github.zweiklick.audit.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A real browser with a fresh profile of its own. All waits are bounded; failures of the browser come as unchecked
 * exceptions that say what was tried.
 */
public interface Browser extends AutoCloseable {

    /** Name and version, as the browser says it. */
    String version();

    /** Opens an address and waits until the document was read, at most half a minute: pages that never end are no error. */
    void open(String url);

    /** The value of an expression in the page, promises awaited, as JSON. */
    JsonNode evaluate(String expression);

    /**
     * Clicks the first element that matches and is seen, as a visitor does: scrolled into view, with user activation.
     *
     * @param css in browsers driven by WebDriver {@code host >>> inner} looks into an open shadow root
     */
    void click(String css);

    /** Moves the pointer onto each element that matches, in the order of the document, at most {@code most}; how many. */
    int hoverEach(String css, int most);

    /** Turns the wheel until the page's end is reached, at most 50 windows. */
    void scrollToEnd();

    /** Types into whatever has the focus; {@code "\t"} is the Tab key, {@code "\n"} Enter. */
    void press(String keys);

    /** Saves what the window shows as PNG. */
    void screenshot(Path file);

    StorageDump storage();

    /** What the page shows of where its contacts come from, since this was last asked; none where a browser tells nothing. */
    List<Source> sources();

    /** Errors the page wrote to the console or that the browser reported there; empty where this browser tells none. */
    List<String> consoleErrors();

    /** Of the answer whose document the window shows, where the browser tells it without its log. */
    default OptionalInt status() {
        return OptionalInt.empty();
    }

    /** Chromium's own log. It is complete when the browser was closed. */
    Optional<Path> netLog();

    /** Ends the browser and what it started, nothing else. */
    @Override
    void close();
}
