package io.github.zweiklick.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * What tells whether a stored response is still good.
 *
 * @param etag entity tag of the response
 * @param lastModified its date of change, as sent
 */
record Validators(Optional<String> etag, Optional<String> lastModified) {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** What the browser has stored. */
    record Asked(
            Optional<String> ifNoneMatch,
            Optional<String> ifModifiedSince,
            Optional<String> ifMatch,
            Optional<String> ifUnmodifiedSince) {
        static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Asked of(HttpServletRequest request) {
            return new Asked(
                    list(request, "If-None-Match"),
                    Optional.ofNullable(request.getHeader("If-Modified-Since")),
                    list(request, "If-Match"),
                    Optional.ofNullable(request.getHeader("If-Unmodified-Since")));
        }

        private static Optional<String> list(HttpServletRequest request, String name) {
            if (request.getHeader(name) == null) {
                return Optional.empty();
            }
            String lines = String.join(",", Collections.list(request.getHeaders(name)));
            return Optional.of(lines).filter(line -> !line.isBlank());
        }
    }

    /** RFC 9110, section 5.6.7. */
    static String date(long epochMilli) {
        return IMF_FIXDATE.format(Instant.ofEpochMilli(epochMilli));
    }

    /** Whether 304 is the answer: RFC 9110, section 13.2.2, steps 3 and 4. */
    boolean match(Asked asked) {
        if (asked.ifNoneMatch().isPresent()) {
            return etag.isPresent() && matches(asked.ifNoneMatch().get(), etag.get());
        }
        return lastModified
                .flatMap(Validators::instant)
                .flatMap(changed ->
                        asked.ifModifiedSince().flatMap(Validators::instant).map(since -> !changed.isAfter(since)))
                .orElse(false);
    }

    /**
     * Whether 412 is the answer: section 13.2.2, steps 1 and 2. A response without validators is not judged: its application
     * has never looked at conditions.
     */
    boolean fail(Asked asked) {
        if (asked.ifMatch().isPresent()) {
            return etag.filter(tag -> !matchesStrongly(asked.ifMatch().get(), tag))
                    .isPresent();
        }
        return lastModified
                .flatMap(Validators::instant)
                .flatMap(changed ->
                        asked.ifUnmodifiedSince().flatMap(Validators::instant).map(changed::isAfter))
                .orElse(false);
    }

    /** "An origin server MUST use the strong comparison function when comparing entity tags for If-Match" (13.1.1). */
    private static boolean matchesStrongly(String list, String etag) {
        return list.trim().equals("*")
                || (!etag.startsWith("W/")
                        && Arrays.stream(list.split(",")).map(String::trim).anyMatch(etag::equals));
    }

    /** "A recipient MUST use the weak comparison function when comparing entity tags for If-None-Match" (13.1.2). */
    private static boolean matches(String list, String etag) {
        if (list.trim().equals("*")) {
            return true;
        }
        String opaque = opaque(etag);
        return Arrays.stream(list.split(",")).anyMatch(tag -> opaque(tag).equals(opaque));
    }

    /** Without W/; and without the suffix that Jetty's GzipHandler and Apache's mod_deflate leave inside. */
    private static String opaque(String tag) {
        String strong = tag.trim().startsWith("W/") ? tag.trim().substring(2) : tag.trim();
        return strong.replaceFirst("--?gzip\"$", "\"");
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException malformed) {
            // "A recipient MUST ignore the If-Modified-Since header field if … not a valid HTTP-date" (13.1.3).
            return Optional.empty();
        }
    }
}
