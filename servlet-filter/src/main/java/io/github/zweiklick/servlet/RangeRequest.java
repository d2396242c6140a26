package io.github.zweiklick.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a representation the browser asked for, and of which version of it.
 *
 * @param range the Range header of a GET; no other method has ranges (RFC 9110, section 14.2)
 * @param ifRange the entity tag or date that the browser's part has
 */
record RangeRequest(Optional<String> range, Optional<String> ifRange) {
    static final RangeRequest NONE = new RangeRequest(Optional.empty(), Optional.empty());

    /** One range; several, which a server may answer with all, are not answered with parts here. */
    private static final Pattern ONE = Pattern.compile("(?i)\\s*bytes\\s*=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    static RangeRequest of(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? new RangeRequest(
                        Optional.ofNullable(request.getHeader("Range")),
                        Optional.ofNullable(request.getHeader("If-Range")))
                : NONE;
    }

    /**
     * The part of a body that is asked for; empty where all of it is the answer: without a range, with one that is none, and
     * where the application does not serve ranges, does not say the length, or has another version.
     *
     * @param held headers of the whole body
     */
    Optional<BytePart> part(HeldHeaders held) {
        boolean inParts = held.values("Accept-Ranges").stream().anyMatch(value -> value.equalsIgnoreCase("bytes"));
        if (range.isEmpty() || !inParts || !isOfThisVersion(held.validators())) {
            return Optional.empty();
        }
        return held.contentLength().flatMap(length -> part(range.get(), length));
    }

    /** RFC 9110, section 13.1.5: by the strong comparison; a date must be the very one. */
    private boolean isOfThisVersion(Validators validators) {
        return ifRange.map(String::trim)
                .map(asked -> asked.endsWith("\"")
                        ? !asked.startsWith("W/")
                                && validators.etag().filter(asked::equals).isPresent()
                        : validators.lastModified().filter(asked::equals).isPresent())
                .orElse(true);
    }

    /** RFC 9110, section 14.1.2. */
    private static Optional<BytePart> part(String range, long length) {
        Matcher one = ONE.matcher(range);
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long suffix = Long.parseLong(one.group(2));
            return Optional.of(new BytePart(suffix == 0 ? length : Math.max(0, length - suffix), length - 1, length));
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        // "An int-range is invalid if the last-pos value is present and less than first-pos."
        return last < first ? Optional.empty() : Optional.of(new BytePart(first, Math.min(last, length - 1), length));
    }
}
