package io.github.zweiklick.audit.harness;

import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What a browser tells by WebDriver BiDi without being asked: errors of pages, and how documents were answered. */
final class BidiEvents implements Consumer<JsonNode> {

    private static final String ENTRY = "log.entryAdded";
    private static final String ANSWER = "network.responseStarted";

    /** To be subscribed to. */
    static final List<String> NAMES = List.of(ENTRY, ANSWER);

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger status = new AtomicInteger();

    @Override
    public void accept(JsonNode event) {
        JsonNode said = event.path("params");
        switch (event.path("method").asString("")) {
            case ENTRY -> {
                if (said.path("level").asString("").equals("error")) {
                    errors.add(said.path("text").asString(""));
                }
            }
            case ANSWER -> {
                // Those of frames are navigations as well, to an "iframe".
                if (said.hasNonNull("navigation")
                        && said.path("request").path("destination").asString("").equals("document")) {
                    status.set(said.path("response").path("status").asInt(0));
                }
            }
            default -> {
                // Nothing else is subscribed to.
            }
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Of the document the window shows; empty where none was sent for. */
    OptionalInt status() {
        int last = status.get();
        return last == 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }
}
