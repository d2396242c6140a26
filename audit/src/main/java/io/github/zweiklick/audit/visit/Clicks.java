package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.Browser;

/** Clicks that may come to nothing: something lies over the button, or it has gone meanwhile. */
final class Clicks {
    private Clicks() {}

    /** Whether the click was done. A browser that does not answer any more is told by what is asked of it next. */
    static boolean click(Browser browser, String css) {
        try {
            browser.click(css);
            return true;
        } catch (RuntimeException covered) {
            return false;
        }
    }
}
