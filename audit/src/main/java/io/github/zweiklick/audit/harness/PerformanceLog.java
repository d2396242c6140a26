package io.github.zweiklick.audit.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.remote.RemoteWebDriver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the driver heard of the page's requests since it was last asked: which script or element was behind them. It tells
 * of requests that a policy then blocks as well, and of none made by workers: it explains contacts and proves none.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-Initiator">Network.Initiator</a>
 */
final class PerformanceLog {
    private static final int DEEPEST_STACK = 12;

    private PerformanceLog() {}

    static List<Source> drain(RemoteWebDriver driver) {
        List<Source> sources = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            read(entry.getMessage()).ifPresent(sources::add);
        }
        return sources;
    }

    static Optional<Source> read(String message) {
        if (!message.contains("\"Network.requestWillBeSent\"") && !message.contains("\"Network.webSocketCreated\"")) {
            return Optional.empty();
        }
        try {
            JsonNode params = JsonMapper.shared().readTree(message).at("/message/params");
            String url = params.at("/request/url").asString(params.path("url").asString(""));
            return NetLogHosts.hostOf(url).flatMap(host -> source(host, url, params.path("initiator")));
        } catch (JacksonException unreadable) {
            // An explanation less; the contact itself is told by the NetLog.
            return Optional.empty();
        }
    }

    private static Optional<Source> source(String host, String url, JsonNode initiator) {
        List<String> stack = new ArrayList<>();
        frames(initiator.path("stack"), stack);
        return switch (initiator.path("type").asString("")) {
            case "parser" ->
                Optional.of(new Source(
                        host,
                        url,
                        Source.Kind.PARSER,
                        place(initiator.path("url"), initiator.path("lineNumber")),
                        List.of()));
            case "script" ->
                Optional.of(new Source(
                        host,
                        url,
                        Source.Kind.SCRIPT,
                        stack.isEmpty()
                                ? place(initiator.path("url"), initiator.path("lineNumber"))
                                : stack.get(0).substring(stack.get(0).indexOf(' ') + 1),
                        stack));
            default -> Optional.empty();
        };
    }

    private static void frames(JsonNode stack, List<String> to) {
        for (JsonNode frame : stack.path("callFrames")) {
            if (to.size() >= DEEPEST_STACK) {
                return;
            }
            String function = frame.path("functionName").asString("");
            to.add((function.isEmpty() ? "(anonymous)" : function.replace(' ', '_'))
                    + " "
                    + place(frame.path("url"), frame.path("lineNumber")));
        }
        if (stack.has("parent")) {
            frames(stack.path("parent"), to);
        }
    }

    /** The protocol counts lines from 0. */
    private static String place(JsonNode url, JsonNode line) {
        return url.asString("") + (line.isNumber() ? ":" + (line.asInt() + 1) : "");
    }
}
