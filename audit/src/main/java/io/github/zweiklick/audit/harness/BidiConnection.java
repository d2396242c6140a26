package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands and events of WebDriver BiDi over a web socket.
 *
 * @see <a href="https://www.w3.org/TR/webdriver-bidi/">WebDriver BiDi</a>
 */
final class BidiConnection implements AutoCloseable {

    private static final Duration MOST = Duration.ofSeconds(40);
    /** The browser is there but has not answered in time. */
    static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1L;

        private NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The browser has answered that it will not. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private Refused(String message) {
            super(message);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final WebSocket socket;

    private BidiConnection(URI address, Consumer<JsonNode> events) throws IOException {
        socket = await(
                "connecting",
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .connectTimeout(MOST)
                        .buildAsync(address, new Incoming(events)));
    }

    /** @param events called for every event, on the socket's thread */
    static BidiConnection open(URI address, Consumer<JsonNode> events) throws IOException {
        return new BidiConnection(address, events);
    }

    /**
     * Sends a command and waits for its result.
     *
     * @throws IOException when the browser refuses, is gone, or does not answer within 40 seconds
     */
    JsonNode send(String method, Map<String, ?> parameters) throws IOException {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            String command = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
            await(method, socket.sendText(command, true));
            JsonNode message = await(method, answer);
            if (!message.path("type").asString("").equals("success")) {
                throw new Refused(method + ": " + message.path("error").asString("") + ", "
                        + message.path("message").asString(""));
            }
            return message.path("result");
        } finally {
            waiting.remove(id);
        }
    }

    private static <T> T await(String what, CompletableFuture<T> future) throws IOException {
        try {
            return future.get(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(what + ": interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(what + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new NoAnswer(what + ": no answer within " + MOST.toSeconds() + " s", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Incoming implements WebSocket.Listener {

        private final Consumer<JsonNode> events;
        private final StringBuilder text = new StringBuilder();

        Incoming(Consumer<JsonNode> events) {
            this.events = events;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JSON.readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> asked =
                        waiting.get(message.path("id").asInt(-1));
                if (asked != null) {
                    asked.complete(message);
                } else if (message.path("type").asString("").equals("event")) {
                    events.accept(message);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            waiting.values().forEach(future -> future.completeExceptionally(error));
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            waiting.values().forEach(future -> future.completeExceptionally(new IOException("the browser has gone")));
            return null;
        }
    }
}
