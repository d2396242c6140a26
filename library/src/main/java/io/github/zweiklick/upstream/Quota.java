package io.github.zweiklick.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an upstream's headers say of how often it may be asked.
 *
 * @param remaining requests left in the current window
 * @param usedPercent of the allowance
 * @param rest how long to leave it alone from now on; empty where it may go on
 */
public record Quota(OptionalLong remaining, OptionalInt usedPercent, Optional<Duration> rest) {
    private static final List<String> PREFIXES = List.of("x-rate-limit-", "x-ratelimit-", "ratelimit-");
    private static final List<String> USAGES = List.of("x-app-usage", "x-page-usage");
    private static final String BUSINESS_USAGE = "x-business-use-case-usage";
    /** Above it the vendor refuses soon, and for longer. */
    private static final int FULL = 95;
    /** The usage is that of a rolling hour: some minutes free a share of it. */
    private static final Duration UNTIL_LESS_IS_USED = Duration.ofMinutes(10);
    /** No vendor's window is longer; what says more is wrong. */
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Seconds: a number as large is a point in time. */
    private static final double EPOCH = 1e9;
    /** What {@link Double#parseDouble} takes beyond, such as {@code 1d}, means something else to who wrote it. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    /** Shares of the allowance in what tells of business use. */
    private static final List<String> SHARES = List.of("call_count", "total_time", "total_cputime");

    /** What the headers of an answer say. */
    static Quota of(Answer answer, Instant now) {
        OptionalLong remaining = OptionalLong.empty();
        List<Duration> rests = new ArrayList<>();
        answer.header("retry-after").flatMap(value -> time(value, now)).ifPresent(rests::add);
        for (String prefix : PREFIXES) {
            Optional<Double> left = answer.header(prefix + "remaining").flatMap(Quota::number);
            if (left.isPresent()) {
                long known = remaining.orElse(Long.MAX_VALUE);
                remaining = OptionalLong.of(Math.min(known, left.get().longValue()));
                if (left.get() < 1) {
                    answer.header(prefix + "reset")
                            .flatMap(value -> time(value, now))
                            .ifPresent(rests::add);
                }
            }
        }
        OptionalInt used = OptionalInt.empty();
        for (String name : USAGES) {
            used = larger(used, answer.header(name).map(Quota::percent).orElse(OptionalInt.empty()));
        }
        used = larger(
                used, answer.header(BUSINESS_USAGE).map(Quota::businessPercent).orElse(OptionalInt.empty()));
        if (used.orElse(0) >= FULL) {
            rests.add(UNTIL_LESS_IS_USED);
        }
        answer.header(BUSINESS_USAGE).flatMap(Quota::minutesToRegain).ifPresent(rests::add);
        return new Quota(
                remaining,
                used,
                rests.stream()
                        .filter(rest -> !rest.isNegative() && !rest.isZero())
                        .max(Duration::compareTo)
                        .map(rest -> rest.compareTo(LONGEST) > 0 ? LONGEST : rest));
    }

    private static OptionalInt larger(OptionalInt one, OptionalInt other) {
        return other.isPresent() && other.getAsInt() >= one.orElse(0) ? other : one;
    }

    /** Whether it says nothing at all. */
    boolean isSilent() {
        return remaining.isEmpty() && usedPercent.isEmpty();
    }

    /** Seconds from now, seconds since 1970, an HTTP date (RFC 9110), or ISO 8601: all are in use. */
    private static Optional<Duration> time(String value, Instant now) {
        Optional<Double> seconds = number(value);
        if (seconds.isPresent()) {
            Duration duration = Duration.ofSeconds((long) Math.ceil(seconds.get()));
            return Optional.of(seconds.get() < EPOCH ? duration : duration.minusSeconds(now.getEpochSecond()));
        }
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException other) {
            try {
                return Optional.of(
                        Duration.between(now, OffsetDateTime.parse(value).toInstant()));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Double> number(String value) {
        String number = value.strip();
        return NUMBER.matcher(number).matches() ? Optional.of(Double.valueOf(number)) : Optional.empty();
    }

    /** The largest of {@code {"call_count":28,"total_time":25,"total_cputime":25}}. */
    private static OptionalInt percent(String json) {
        return largest(
                parse(json).stream().flatMap(node -> node.properties().stream()).map(member -> member.getValue()));
    }

    /** The largest of any business: {@code {"id":[{"type":"pages","call_count":28}]}}. */
    private static OptionalInt businessPercent(String json) {
        return largest(parse(json).stream()
                .flatMap(node -> SHARES.stream().flatMap(share -> node.findValues(share).stream())));
    }

    private static OptionalInt largest(Stream<JsonNode> shares) {
        return shares.filter(JsonNode::isNumber)
                .mapToInt(node -> (int) Math.ceil(node.asDouble()))
                .max();
    }

    /** The longest of {@code {"id":[{"type":"pages","estimated_time_to_regain_access":5}]}}, in minutes. */
    private static Optional<Duration> minutesToRegain(String json) {
        return parse(json).stream()
                .flatMap(node -> node.findValues("estimated_time_to_regain_access").stream())
                .filter(JsonNode::isNumber)
                .map(node -> Duration.ofMinutes(Math.max(0, Math.min(1440, (long) node.asDouble()))))
                .max(Duration::compareTo);
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(JsonMapper.shared().readTree(json));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }
}
