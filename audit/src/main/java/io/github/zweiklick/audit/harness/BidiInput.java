package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pointer, wheel and keys of one tab: input as a visitor gives it, with user activation. */
final class BidiInput {

    private final BidiConnection connection;
    private final String tab;
    private final boolean scripts;

    /** @param scripts whether elements can be scrolled into view first: that takes a script */
    BidiInput(BidiConnection connection, String tab, boolean scripts) {
        this.connection = connection;
        this.tab = tab;
        this.scripts = scripts;
    }

    List<JsonNode> locate(String css, int most) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        Map<String, ?> locator = Map.of("type", "css", "value", css);
        connection
                .send("browsingContext.locateNodes", Map.of("context", tab, "locator", locator, "maxNodeCount", most))
                .path("nodes")
                .forEach(elements::add);
        return elements;
    }

    void click(JsonNode element) throws IOException {
        scrollIntoView(element);
        pointer(List.of(
                moveTo(element), Map.of("type", "pointerDown", "button", 0), Map.of("type", "pointerUp", "button", 0)));
    }

    void hover(JsonNode element) throws IOException {
        scrollIntoView(element);
        pointer(List.of(moveTo(element)));
    }

    void wheel(int pixels) throws IOException {
        Map<String, ?> turn = Map.of("type", "scroll", "x", 10, "y", 10, "deltaX", 0, "deltaY", pixels);
        perform(Map.of("type", "wheel", "id", "wheel", "actions", List.of(turn)));
    }

    void press(String keys) throws IOException {
        List<Map<String, ?>> actions = new ArrayList<>();
        keys.codePoints().forEach(key -> {
            // WebDriver's code points for Tab and Enter (WebDriver, 17.4.2)
            String value = key == '\t' ? "\uE004" : key == '\n' ? "\uE007" : Character.toString(key);
            actions.add(Map.of("type", "keyDown", "value", value));
            actions.add(Map.of("type", "keyUp", "value", value));
        });
        if (!actions.isEmpty()) {
            perform(Map.of("type", "key", "id", "keys", "actions", actions));
        }
    }

    private void scrollIntoView(JsonNode element) throws IOException {
        if (scripts) {
            connection.send(
                    "script.callFunction",
                    Map.of(
                            "functionDeclaration",
                            "element => element.scrollIntoView({block: 'center', behavior: 'instant'})",
                            "arguments",
                            List.of(reference(element)),
                            "target",
                            Map.of("context", tab),
                            "awaitPromise",
                            false));
        }
    }

    private static Map<String, ?> reference(JsonNode element) {
        return Map.of("sharedId", element.path("sharedId").asString(""));
    }

    private static Map<String, ?> moveTo(JsonNode element) {
        Map<String, ?> origin = Map.of("type", "element", "element", reference(element));
        return Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", origin);
    }

    private void pointer(List<Map<String, ?>> actions) throws IOException {
        perform(Map.of("type", "pointer", "id", "pointer", "actions", actions));
    }

    private void perform(Map<String, ?> source) throws IOException {
        connection.send("input.performActions", Map.of("context", tab, "actions", List.of(source)));
    }
}
