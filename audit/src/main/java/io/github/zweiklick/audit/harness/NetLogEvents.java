package io.github.zweiklick.audit.harness;

import static io.github.zweiklick.audit.harness.NetLogHosts.cause;
import static io.github.zweiklick.audit.harness.NetLogHosts.hostOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** {@code pm/https://host:8443 <https://site.example same_site>}. */
    private static final Pattern GROUP = Pattern.compile("(?:[a-z_]+/)*([a-z]+://[^ ]+) <(.*)>.*");

    private record Started(String url, String initiator, Sighting.Cause cause) {}

    private final Map<Integer, String> names = new HashMap<>();
    private final long tickOffset;
    private final int begin;
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<Long, Started> requests = NetLogNames.bounded();
    private final NetLogNames hosts = new NetLogNames();
    private final NetLogDatagrams datagrams = new NetLogDatagrams(hosts);
    private final ExchangeLog exchanges = new ExchangeLog();
    private final List<Written> written = new ArrayList<>();
    private final NetLogConnections connections = new NetLogConnections(hosts);
    private boolean overflowed;

    /** A cookie as it was written. */
    private record Written(Instant time, String domain, String name) {}

    NetLogEvents(JsonNode constants) {
        constants
                .path("logEventTypes")
                .properties()
                .forEach(entry -> names.put(entry.getValue().asInt(), entry.getKey()));
        tickOffset = constants.path("timeTickOffset").asLong();
        begin = constants.path("logEventPhase").path("PHASE_BEGIN").asInt(1);
    }

    List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>(sightings);
        connections.left().forEach(left -> all.add(sighting(left)));
        return all;
    }

    List<Exchange> exchanges(Timeline timeline) {
        return exchanges.exchanges(timeline);
    }

    List<CookieWrite> cookies(Timeline timeline) {
        return written.stream()
                .map(cookie ->
                        new CookieWrite(cookie.time(), timeline.at(cookie.time()), cookie.domain(), cookie.name()))
                .toList();
    }

    boolean overflowed() {
        return overflowed || exchanges.overflowed();
    }

    NetLogNames names() {
        return hosts;
    }

    void take(JsonNode event) {
        JsonNode params = event.path("params");
        long source = event.path("source").path("id").asLong();
        boolean begins = event.path("phase").asInt() == begin;
        String type = names.getOrDefault(event.path("type").asInt(), "");
        exchanges.take(type, begins, source, time(event), params);
        switch (type) {
            case "HOST_RESOLVER_MANAGER_REQUEST" -> {
                if (begins) {
                    asks(source, params);
                }
            }
            case "HOST_RESOLVER_MANAGER_JOB" -> {
                if (begins) {
                    dns(event, params);
                }
            }
            case "DNS_TRANSACTION" -> question(event, source, params, begins);
            case "HOST_RESOLVER_DNS_TASK_EXTRACTION_RESULTS" -> hosts.resolved(params);
            // Of Chromium 152 and later, and of those before.
            case "TCP_CONNECT_JOB_CONNECTOR_CONNECT_START", "TRANSPORT_CONNECT_JOB_CONNECT_ATTEMPT" ->
                connections
                        .begins(source, time(event), params.path("address").asString(""))
                        .ifPresent(this::connected);
            case "SOCKET_ALIVE" -> {
                if (begins) {
                    hosts.opened(source, dependency(params));
                }
            }
            case "TCP_CLIENT_SOCKET_POOL_REQUESTED_SOCKET" ->
                wants(source, params.path("group_id").asString(""));
            case "SOCKET_POOL_BOUND_TO_CONNECT_JOB" ->
                connections.bound(source, dependency(params)).ifPresent(this::connected);
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
                    datagrams.connects(source, params.path("address").asString(""));
                }
            }
            case "COOKIE_STORE_COOKIE_ADDED" -> cookie(event, params);
            case "UDP_BYTES_SENT" ->
                datagrams
                        .sent(source, millis(event), params.path("address").asString(""))
                        .ifPresent(sent -> add(event, sent.host(), Level.UDP, sent.cause(), sent.detail()));
            default -> {
                // the rest of the network stack's diary
            }
        }
    }

    private void cookie(JsonNode event, JsonNode params) {
        if (written.size() >= BOUND) {
            overflowed = true;
            return;
        }
        written.add(new Written(
                time(event),
                params.path("domain").asString(""),
                params.path("name").asString("")));
    }

    private static long dependency(JsonNode params) {
        return params.path("source_dependency").path("id").asLong(-1);
    }

    /** Also for answers out of the cache, for which no question is asked. */
    private void asks(long source, JsonNode params) {
        String key = params.path("network_anonymization_key").asString("");
        hostOf(params.path("host").asString(""))
                .ifPresent(host -> hosts.asks(source, new NetLogNames.Asked(host, cause(key, host))));
    }

    private void dns(JsonNode event, JsonNode params) {
        String key = params.path("network_anonymization_key").asString("");
        String types = params.path("dns_query_types").toString();
        hostOf(params.path("host").asString("")).ifPresent(host -> {
            hosts.job(params.path("tasks"), cause(key, host));
            // Connections of TURN ask by themselves in Chromium 156, and nothing else says for whom they are.
            if (params.has("source_dependency")) {
                hosts.asksUnlessKnown(dependency(params), new NetLogNames.Asked(host, cause(key, host)));
            }
            add(event, host, Level.DNS, cause(key, host), types + site(key));
        });
    }

    /** WebRTC's questions are asked by jobs that are not logged: the questions themselves are. */
    private void question(JsonNode event, long source, JsonNode params, boolean begins) {
        if (params.has("source_dependency")) {
            hosts.announced(dependency(params));
        } else if (begins) {
            hostOf(params.path("hostname").asString(""))
                    .filter(host -> hosts.isOfUnloggedJob(source, host))
                    .ifPresent(host -> add(
                            event,
                            host,
                            Level.DNS,
                            Sighting.Cause.UNKNOWN,
                            "type " + params.path("query_type").asInt() + ", for WebRTC or the browser itself"));
        }
    }

    /** Something wants a connection of a pool. */
    private void wants(long source, String group) {
        Matcher matcher = GROUP.matcher(group);
        if (matcher.matches()) {
            hostOf(matcher.group(1))
                    .ifPresent(host -> hosts.asks(source, new NetLogNames.Asked(host, cause(matcher.group(2), host))));
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

    private Started started(JsonNode params) {
        String initiator = params.path("initiator").asString("not an origin");
        String type = params.path("request_type").asString("");
        if (type.startsWith("main")) {
            hostOf(params.path("url").asString("")).ifPresent(hosts::document);
        }
        boolean navigation = type.endsWith("frame");
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

    private void connected(NetLogConnections.Known connection) {
        add(sighting(connection));
    }

    private static Sighting sighting(NetLogConnections.Known connection) {
        NetLogNames.Asked who = connection.who();
        return new Sighting(
                connection.time(), who.host(), Level.SOCKET, Witness.NETLOG, who.cause(), connection.detail());
    }

    private void add(JsonNode event, String host, Level level, Sighting.Cause cause, String detail) {
        add(new Sighting(time(event), host, level, Witness.NETLOG, cause, detail));
    }

    private void add(Sighting sighting) {
        if (sightings.size() >= BOUND) {
            overflowed = true;
            return;
        }
        sightings.add(sighting);
    }

    private Instant time(JsonNode event) {
        return Instant.ofEpochMilli(millis(event) + tickOffset);
    }

    private static long millis(JsonNode event) {
        return Long.parseLong(event.path("time").asString("0"));
    }

    private static String site(String key) {
        return key.isEmpty() ? "" : ", site " + key;
    }
}
