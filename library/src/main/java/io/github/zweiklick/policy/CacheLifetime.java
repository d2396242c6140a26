package io.github.zweiklick.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Bounds how long browsers and caches keep a response: what it holds of others may be gone by then. Only ever shortens. Without
 * Last-Modified, which pages lose, caches do not guess either.
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.2.1">RFC 9111, 4.2.1</a>; <a
 * href="https://www.rfc-editor.org/rfc/rfc5861">RFC 5861</a> for the stale directives.
 */
public final class CacheLifetime {
    private static final Pattern SECONDS = Pattern.compile(
            "(?i)\\s*(max-age|s-maxage|stale-while-revalidate|stale-if-error)\\s*=\\s*\"?([0-9]+)\"?\\s*");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private CacheLifetime() {}

    /**
     * What Cache-Control is to say in place of the lines that there are. A response without any is left so: it is the
     * application's to say that caches may keep it at all.
     *
     * @param lines values of the response's own Cache-Control headers
     * @return one value, empty where they say nothing
     */
    public static String cacheControl(List<String> lines, Duration most) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                // "immutable" says that nothing will ever change.
                .filter(directive -> !directive.isEmpty() && !directive.equalsIgnoreCase("immutable"))
                .map(directive -> capped(directive, most.toSeconds()))
                .collect(Collectors.joining(", "));
    }

    private static String capped(String directive, long most) {
        Matcher seconds = SECONDS.matcher(directive);
        if (!seconds.matches()) {
            return directive;
        }
        String digits = seconds.group(2);
        long said = digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
        boolean stale = seconds.group(1).toLowerCase(Locale.ROOT).startsWith("stale");
        return seconds.group(1).toLowerCase(Locale.ROOT) + "=" + (stale ? 0 : Math.min(said, most));
    }

    /**
     * What Expires is to say.
     *
     * @return empty where it may stay as it is; one that is no date is in the past
     */
    public static Optional<String> expires(String value, Instant now, Duration most) {
        Instant latest = now.plus(most);
        try {
            Instant said = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip()));
            return said.isAfter(latest) ? Optional.of(DATE.format(latest)) : Optional.empty();
        } catch (DateTimeException otherForm) {
            // What is no date at all is in the past; older forms of dates are read by caches.
            return value.contains(":") ? Optional.of("0") : Optional.empty();
        }
    }
}
