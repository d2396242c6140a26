package io.github.zweiklick.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A request as the network reads it: who is it, and where does the visitor stand. */
record Visit(
        HostNames names,
        Call call,
        HostNames.Reached reached,
        Network network,
        Network.SimulatedHost host,
        Optional<String> known,
        Optional<String> visitor) {

    static Visit of(
            HostNames names,
            Call call,
            HostNames.Reached reached,
            Network network,
            Network.SimulatedHost host,
            RandomGenerator random) {
        Optional<String> known = host.cookies().stream().findFirst().flatMap(first -> cookie(call, first.name()));
        Optional<String> visitor =
                host.cookies().isEmpty() ? Optional.empty() : known.or(() -> Optional.of(newVisitor(random)));
        return new Visit(names, call, reached, network, host, known, visitor);
    }

    Contact contact(Instant time) {
        return new Contact(
                time,
                reached.world(),
                network.id(),
                host.host(),
                call.path(),
                referer(),
                page(),
                visitor,
                known.isPresent(),
                cookiesToSet().stream().map(Network.Cookie::name).toList());
    }

    /** A browser that is known keeps its cookies. */
    List<Network.Cookie> cookiesToSet() {
        return known.isPresent() ? List.of() : host.cookies();
    }

    Optional<String> referer() {
        return call.header().apply("Referer").filter(value -> !value.isEmpty());
    }

    /** What the network's script reported beats what the browser sent. A Referer of its own frames tells nothing new. */
    Optional<String> page() {
        StringBuilder reported = new StringBuilder();
        network.page().forEach(name -> parameter(name).ifPresent(reported::append));
        return reported.isEmpty() ? referer().filter(this::isForeign) : Optional.of(reported.toString());
    }

    Optional<String> parameter(String name) {
        for (String pair : call.query().split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(decode(pair.substring(name.length() + 1)));
            }
        }
        return Optional.empty();
    }

    /** A part of the path between slashes, counted from 0; empty where there is none. */
    String segment(int index) {
        String[] segments = call.path().substring(1).split("/");
        return index < segments.length ? decode(segments[index]) : "";
    }

    private boolean isForeign(String referer) {
        try {
            String from = URI.create(referer).getHost();
            return from == null || names.resolve(from).isEmpty();
        } catch (IllegalArgumentException e) {
            return true; // Whatever it is, it is told as it came.
        }
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // Broken percent-encoding: shown as it came.
        }
    }

    private static Optional<String> cookie(Call call, String name) {
        for (String pair : call.header().apply("Cookie").orElse("").split(";")) {
            if (pair.strip().startsWith(name + "=")) {
                return Optional.of(pair.strip().substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static String newVisitor(RandomGenerator random) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return "simuliert-" + HexFormat.of().formatHex(bytes);
    }
}
