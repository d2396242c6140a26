package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers in JSON. Members that are missing, null, or of another type than documented count as missing. */
final class FeedAnswers {
    /** ISO 8601 as the networks write it: the offset may lack its colon, or be {@code Z}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT);

    /** RFC 8259, section 8.1: nobody may send one, anybody may ignore it. */
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    /** No form of a time that is written out has room for later ones. */
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private FeedAnswers() {}

    /** A request for an address made of one that is configured. */
    static Ask ask(String address) throws UpstreamException {
        return Ask.get(WebUrl.parse(address)
                .orElseThrow(() -> new UpstreamException(Fault.Kind.FORBIDDEN_ADDRESS, "its address is none")));
    }

    /**
     * Checks the status.
     *
     * @throws UpstreamException where the answer is no success
     */
    static Answer checked(Answer answer) throws UpstreamException {
        Optional<Fault> fault = HttpFaults.of(answer);
        if (fault.isPresent()) {
            throw new UpstreamException(fault.get());
        }
        return answer;
    }

    /**
     * The answer's JSON.
     *
     * @throws UpstreamException of kind {@code UNREADABLE} where it is none
     */
    static JsonNode json(Answer answer) throws UpstreamException {
        String body = answer.text();
        String text = (!body.isEmpty() && body.charAt(0) == BYTE_ORDER_MARK ? body.substring(1) : body).strip();
        if (text.startsWith("<")) {
            throw unreadable("it answered with a page of HTML");
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException none) {
            throw unreadable("its answer is not JSON");
        }
    }

    static UpstreamException unreadable(String message) {
        return new UpstreamException(Fault.Kind.UNREADABLE, message);
    }

    /** A text that is not blank. */
    static Optional<String> text(JsonNode object, String member) {
        return Optional.of(object.path(member))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }

    /** A number that counts something. */
    static OptionalLong count(JsonNode object, String member) {
        JsonNode number = object.path(member);
        return number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0
                ? OptionalLong.of(number.asLong())
                : OptionalLong.empty();
    }

    /** Pixels and the like. */
    static OptionalInt size(JsonNode object, String member) {
        JsonNode number = object.path(member);
        return number.isIntegralNumber() && number.canConvertToInt()
                ? OptionalInt.of(number.asInt())
                : OptionalInt.empty();
    }

    static Optional<Instant> time(JsonNode object, String member) {
        return text(object, member).flatMap(FeedAnswers::time);
    }

    /** A time; empty where it is none, or of a year that has not four digits. */
    static Optional<Instant> time(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written, TIME).toInstant()).filter(FeedAnswers::isTime);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether its year has four digits: some write the year 1 for no time at all. */
    static boolean isTime(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(END);
    }

    /** What a list holds; nothing where it is none. */
    static List<JsonNode> items(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false).toList() : List.of();
    }
}
