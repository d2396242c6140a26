package io.github.zweiklick.page;

import java.util.regex.Pattern;

/** Scripts that stand outside of script elements: in attributes that handle events, and in addresses. */
final class EventHandlers {
    private static final Pattern SCRIPT =
            Pattern.compile("[\\s\"'/]on[a-z]+\\s*=|javascript\\s*:", Pattern.CASE_INSENSITIVE);

    private EventHandlers() {}

    /** Whether a page's text may hold some; it is not read as markup, so prose may look like one. */
    static boolean mayStandIn(String text) {
        return SCRIPT.matcher(text).find();
    }
}
