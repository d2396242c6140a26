package io.github.zweiklick.audit.harness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Puts the events of one request together. Requests that were never sent, such as those a policy blocked, are none. */
final class ExchangeLog {
    private static final int MOST = 50_000;
    private static final int MOST_UNDER_WAY = 5_000;
    private static final int LONGEST_VALUE = 8_192;
    private static final String COOKIE = "cookie";

    /** One that may not have been sent. */
    private static final class Draft {
        private final String method;
        private final String url;
        private final String initiator;
        private final String type;
        private Optional<Instant> sentAt = Optional.empty();
        private Optional<String> referer = Optional.empty();
        private List<String> cookies = List.of();
        private final List<Exchange.Field> answer = new ArrayList<>();
        private int status;
        private long sent;
        private long received;

        Draft(JsonNode params) {
            method = params.path("method").asString("");
            url = params.path("url").asString("");
            initiator = params.path("initiator").asString("");
            type = params.path("request_type").asString("other");
        }

        void send(Instant time, JsonNode headers) {
            sentAt = Optional.of(time);
            for (JsonNode header : headers) {
                String line = header.asString("");
                sent += line.length() + 2;
                Exchange.Field field = field(line);
                if (field.name().equals("referer")) {
                    referer = Optional.of(field.value());
                } else if (field.name().equals(COOKIE)) {
                    cookies = names(field.value());
                }
            }
        }

        void answer(JsonNode headers) {
            for (JsonNode header : headers) {
                String line = header.asString("");
                if (line.startsWith("HTTP/")) {
                    answer.clear();
                    status = status(line);
                } else if (type.endsWith("frame")) {
                    Exchange.Field field = field(line);
                    if (!field.name().equals("set-cookie")) {
                        answer.add(field);
                    }
                }
            }
        }

        private static int status(String line) {
            String[] words = line.split(" ", 3);
            return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : 0;
        }

        private static Exchange.Field field(String line) {
            // Names of HTTP/2 and 3 may begin with a colon.
            int colon = line.indexOf(':', 1);
            if (colon < 0) {
                return new Exchange.Field(line.toLowerCase(Locale.ROOT), "");
            }
            String value = line.substring(colon + 1).strip();
            return new Exchange.Field(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
        }

        private static List<String> names(String value) {
            List<String> names = new ArrayList<>();
            for (String pair : value.split(";", -1)) {
                names.add(pair.split("=", 2)[0].strip());
            }
            return names;
        }
    }

    private final Map<Long, Draft> underWay = new LinkedHashMap<>();
    private final List<Draft> sent = new ArrayList<>();
    private boolean overflowed;

    boolean overflowed() {
        return overflowed;
    }

    void take(String event, boolean begins, long source, Instant time, JsonNode params) {
        if (event.equals("URL_REQUEST_START_JOB")) {
            if (begins) {
                start(source, new Draft(params));
            }
            return;
        }
        Draft draft = underWay.get(source);
        if (draft == null) {
            return;
        }
        switch (event) {
            case "HTTP_TRANSACTION_SEND_REQUEST_HEADERS",
                    "HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS",
                    "HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS" -> draft.send(time, params.path("headers"));
            case "HTTP_TRANSACTION_SEND_REQUEST_BODY" ->
                draft.sent += params.path("length").asLong(0);
            case "HTTP_TRANSACTION_READ_RESPONSE_HEADERS" -> draft.answer(params.path("headers"));
            case "URL_REQUEST_JOB_FILTERED_BYTES_READ" ->
                draft.received += params.path("byte_count").asLong(0);
            default -> {
                // nothing that tells of the exchange
            }
        }
    }

    /** A redirect begins anew on the same source. */
    private void start(long source, Draft draft) {
        keep(underWay.put(source, draft));
        if (underWay.size() > MOST_UNDER_WAY) {
            long eldest = underWay.keySet().iterator().next();
            keep(underWay.remove(eldest));
        }
    }

    private void keep(@org.jspecify.annotations.Nullable Draft draft) {
        if (draft == null || draft.sentAt.isEmpty()) {
            return;
        }
        if (sent.size() >= MOST) {
            overflowed = true;
        } else {
            sent.add(draft);
        }
    }

    /** What was sent, in no order. */
    List<Exchange> exchanges(Timeline timeline) {
        List<Draft> all = new ArrayList<>(sent);
        underWay.values().stream().filter(draft -> draft.sentAt.isPresent()).forEach(all::add);
        List<Exchange> exchanges = new ArrayList<>();
        for (Draft draft : all) {
            Instant time = draft.sentAt.orElseThrow();
            exchanges.add(new Exchange(
                    time,
                    timeline.at(time),
                    draft.method,
                    draft.url,
                    NetLogHosts.hostOf(draft.url).orElse(""),
                    draft.initiator,
                    draft.type,
                    draft.status,
                    draft.answer,
                    draft.referer,
                    draft.cookies,
                    draft.sent,
                    draft.received));
        }
        return exchanges;
    }
}
