package io.github.zweiklick.demo;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.policy.HeaderLine;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the networks tell the city's server: how often a page was shared, and what the city wrote. Asked by the server only, so
 * that nothing of it is a visit. Answers have the vendors' real shapes; the numbers are made up, the same for a page each time.
 */
final class SimulatedInterfaces {
    /** The server asks this machine by its address: names below localhost are for browsers. */
    static final String HOST = "127.0.0.1";

    private final SimulatedFeeds feeds;

    /** @param start before which the city wrote its posts */
    SimulatedInterfaces(Instant start) {
        this.feeds = new SimulatedFeeds(start);
    }

    /** Answers a request of the server; empty where the host is a network's as visitors know it. */
    Optional<Reply> answer(Call call) {
        if (!HostNames.withoutPort(call.host()).equals(HOST)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (call.path()) {
                    case "/graph/" -> {
                        long count = made(parameter(call, "id"), 1_900);
                        yield json(
                                "{\"engagement\":{\"reaction_count\":%d,\"comment_count\":%d,\"share_count\":%d,\"comment_plugin_count\":0},\"id\":\"simulated\"}"
                                        .formatted(count / 2, count / 8, count - count / 2 - count / 8));
                    }
                    case "/oauth/api/v1/access_token" ->
                        json(
                                "{\"access_token\":\"simulated\",\"token_type\":\"bearer\",\"expires_in\":86400,\"scope\":\"*\"}");
                    case "/oauth/api/info/" ->
                        json(
                                "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t3\",\"data\":{\"score\":%d,\"num_comments\":3}}]}}"
                                        .formatted(made(parameter(call, "url"), 60)));
                    case "/pins/v1/urls/count.json" ->
                        reply(
                                200,
                                "application/javascript",
                                "receiveCount({\"url\":\"simulated\",\"count\":%d})"
                                        .formatted(made(parameter(call, "url"), 240)));
                    default ->
                        post(call)
                                .or(() -> picture(call))
                                .orElseGet(() -> reply(404, "text/plain", "Simuliertes Netzwerk: nothing here."));
                });
    }

    private Optional<Reply> post(Call call) {
        return feeds.answer(call).map(told -> reply(200, told.type(), told.text()));
    }

    private static Optional<Reply> picture(Call call) {
        return call.path().startsWith(SimulatedFeeds.PICTURES + "/")
                ? DrawnPictures.named(call.path().substring(SimulatedFeeds.PICTURES.length() + 1))
                        .map(picture -> new Reply(
                                200, List.of(new HeaderLine("Content-Type", picture.type())), picture.bytes()))
                : Optional.empty();
    }

    /** A number of a page's own, between a tenth of the largest and the largest. */
    private static long made(String page, int largest) {
        String path = URI.create(page).getPath();
        return largest / 10 + Math.floorMod(path.hashCode() * 31L, (long) (largest - largest / 10));
    }

    private static String parameter(Call call, String name) {
        for (String pair : call.query().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "/";
    }

    private static Reply json(String body) {
        return reply(200, "application/json; charset=utf-8", body);
    }

    private static Reply reply(int status, String type, String body) {
        return new Reply(status, List.of(new HeaderLine("Content-Type", type)), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The configuration's addresses of them. */
    static Map<String, String> addresses(String origin) {
        return Map.of("facebook", origin + "/graph", "reddit", origin + "/oauth", "pinterest", origin + "/pins");
    }
}
