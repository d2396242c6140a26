package io.github.zweiklick.audit.harness;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Turns the events of a NetLog into sightings.
 *
 * <p>Who was behind an event is told by its network anonymization key (the top-level site a network state belongs to,
 * {@code net/base/network_anonymization_key.h}): it is {@code null} for most of the browser's own traffic, and the asked
 * host's own site for the rest and for pages of that host.
 */
final class NetLogEvents {

    private static final int BOUND = 200_000;
    private static final int OPEN_REQUESTS = 20_000;

    /** {@code pm/https://host:8443 <https://site.example same_site>}. */
    private static final Pattern GROUP = Pattern.compile("(?:[a-z_]+/)*([a-z]+://[^ ]+) <(.*)>.*");

    private record Started(String url, String initiator, Sighting.Cause cause) {}

    private record Asked(String host, Sighting.Cause cause) {}

    private final Map<Integer, String> names = new HashMap<>();
    private final long tickOffset;
    private final int begin;
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<Long, Started> requests = bounded();
    private final Map<Long, Asked> asked = bounded();
    private final Map<Long, String> datagramTargets = bounded();
    private final Map<String, String> hostsByAddress = bounded();
    private boolean overflowed;

    NetLogEvents(JsonNode constants) {
        constants
                .path("logEventTypes")
                .properties()
                .forEach(entry -> names.put(entry.getValue().asInt(), entry.getKey()));
        tickOffset = constants.path("timeTickOffset").asLong();
        begin = constants.path("logEventPhase").path("PHASE_BEGIN").asInt(1);
    }

    List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    boolean overflowed() {
        return overflowed;
    }

    void take(JsonNode event) {
        JsonNode params = event.path("params");
        long source = event.path("source").path("id").asLong();
        boolean begins = event.path("phase").asInt() == begin;
        switch (names.getOrDefault(event.path("type").asInt(), "")) {
            case "HOST_RESOLVER_MANAGER_JOB" -> {
                if (begins) {
                    dns(event, params);
                }
            }
            case "HOST_RESOLVER_DNS_TASK_EXTRACTION_RESULTS" -> resolved(params);
            case "TCP_CONNECT_JOB_CONNECTOR_CONNECT_START" -> connecting(event, source, params);
            case "SOCKET_POOL_CONNECT_JOB_CREATED" ->
                socket(event, params.path("group_id").asString(""));
            case "URL_REQUEST_START_JOB" -> {
                if (begins) {
                    requests.put(source, started(params));
                }
            }
            case "HTTP_TRANSACTION_SEND_REQUEST_HEADERS",
                    "HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS",
                    "HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS" -> request(event, source, params);
            case "QUIC_SESSION" -> {
                if (begins) {
                    add(
                            event,
                            params.path("host").asString(""),
                            Level.UDP,
                            cause(
                                    params.path("network_anonymization_key").asString(""),
                                    params.path("host").asString("")),
                            "QUIC port " + params.path("port").asInt());
                }
            }
            case "UDP_CONNECT" -> {
                if (begins) {
                    datagramTargets.put(source, params.path("address").asString(""));
                }
            }
            case "UDP_BYTES_SENT" ->
                datagram(event, params.path("address").asString(datagramTargets.getOrDefault(source, "")));
            default -> {
                // the rest of the network stack's diary
            }
        }
    }

    private void dns(JsonNode event, JsonNode params) {
        String key = params.path("network_anonymization_key").asString("");
        String types = params.path("dns_query_types").toString();
        hostOf(params.path("host").asString("")).ifPresent(host -> {
            asked.put(params.path("source_dependency").path("id").asLong(-1), new Asked(host, cause(key, host)));
            add(event, host, Level.DNS, cause(key, host), types + site(key));
        });
    }

    /** Connections of WebSockets come from a pool that does not name its group: whoever asked for the name connects. */
    private void connecting(JsonNode event, long source, JsonNode params) {
        Asked who = asked.get(source);
        if (who != null) {
            add(
                    event,
                    who.host(),
                    Level.SOCKET,
                    who.cause(),
                    "TCP to " + params.path("address").asString(""));
        }
    }

    private void resolved(JsonNode params) {
        for (JsonNode result : params.path("results")) {
            for (JsonNode endpoint : result.path("endpoints")) {
                hostsByAddress.put(
                        endpoint.path("address").asString(""),
                        result.path("domain_name").asString(""));
            }
        }
    }

    private void socket(JsonNode event, String group) {
        Matcher matcher = GROUP.matcher(group);
        if (matcher.matches()) {
            String key = matcher.group(2);
            hostOf(matcher.group(1))
                    .ifPresent(host -> add(event, host, Level.SOCKET, cause(key, host), matcher.group(1) + site(key)));
        } else {
            // An unknown form must not hide a contact: the whole text stands for the host.
            add(event, group, Level.SOCKET, Sighting.Cause.PAGE, "unread group");
        }
    }

    private static Started started(JsonNode params) {
        String initiator = params.path("initiator").asString("not an origin");
        boolean navigation = params.path("request_type").asString("").endsWith("frame");
        if (navigation || !initiator.equals("not an origin")) {
            return new Started(params.path("url").asString(""), initiator, Sighting.Cause.PAGE);
        }
        boolean keyless = params.path("network_isolation_key").asString("").startsWith("null null");
        return new Started(
                params.path("url").asString(""), initiator, keyless ? Sighting.Cause.BROWSER : Sighting.Cause.UNKNOWN);
    }

    private void request(JsonNode event, long source, JsonNode params) {
        Started started = requests.get(source);
        if (started == null) {
            return; // a tunnel's own request; the connection below it was seen
        }
        StringBuilder detail =
                new StringBuilder(started.url()).append(", initiator ").append(started.initiator());
        for (JsonNode header : params.path("headers")) {
            String line = header.asString("");
            if (line.toLowerCase(Locale.ROOT).startsWith("referer:")) {
                detail.append(", ").append(line);
            } else if (line.toLowerCase(Locale.ROOT).startsWith("cookie:")) {
                detail.append(", with a cookie");
            }
        }
        hostOf(started.url()).ifPresent(host -> add(event, host, Level.REQUEST, started.cause(), detail.toString()));
    }

    /** Port 53 and 5353 are the questions that were logged as such. */
    private void datagram(JsonNode event, String target) {
        int colon = target.lastIndexOf(':');
        if (colon < 0 || target.endsWith(":53") || target.endsWith(":5353") || target.endsWith(":443")) {
            return; // QUIC has its session's event, with a host's name
        }
        String address = target.substring(0, colon).replace("[", "").replace("]", "");
        add(event, hostsByAddress.getOrDefault(address, address), Level.UDP, Sighting.Cause.PAGE, "UDP to " + target);
    }

    private void add(JsonNode event, String host, Level level, Sighting.Cause cause, String detail) {
        if (sightings.size() >= BOUND) {
            overflowed = true;
            return;
        }
        long millis = Long.parseLong(event.path("time").asString("0")) + tickOffset;
        sightings.add(new Sighting(Instant.ofEpochMilli(millis), host, level, Witness.NETLOG, cause, detail));
    }

    private static Sighting.Cause cause(String key, String host) {
        if (key.equals("null")) {
            return Sighting.Cause.BROWSER;
        }
        boolean ofItself = hostOf(key.split(" ", 2)[0])
                .filter(site -> host.equals(site) || host.endsWith("." + site))
                .isPresent();
        return ofItself ? Sighting.Cause.UNKNOWN : Sighting.Cause.PAGE;
    }

    private static String site(String key) {
        return key.isEmpty() ? "" : ", site " + key;
    }

    /** The host of an address or of a bare {@code host}, {@code host:port}. */
    private static Optional<String> hostOf(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "x://" + text);
            String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
            String host = authority.substring(authority.indexOf('@') + 1).replaceFirst(":[0-9]*$", "");
            String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            return plain.isEmpty() ? Optional.empty() : Optional.of(plain.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException unreadable) {
            // java.net.URI is stricter than browsers about paths and queries: the authority is enough.
            Matcher authority = Pattern.compile("[a-z]+://([^/?#]+)").matcher(text);
            return authority.lookingAt() && authority.end() < text.length()
                    ? hostOf(authority.group())
                    : Optional.of(text);
        }
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > OPEN_REQUESTS;
            }
        };
    }
}
