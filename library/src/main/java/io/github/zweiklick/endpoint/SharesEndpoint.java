package io.github.zweiklick.endpoint;

import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.share.CountSettings.Answers;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.view.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET {base}/shares?url=}: the counts of one page as a flat object, {@code {"facebook":1452,"reddit":7}}, as Shariff's
 * frontend expects it. What is not known is left out.
 *
 * <p>Source: <a href="https://github.com/heiseonline/shariff-backend-php">shariff-backend-php</a>.
 */
final class SharesEndpoint {
    /** Where nothing is known yet, it soon is. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ShareCounts counts;
    private final Answers answers;

    SharesEndpoint(ShareCounts counts, Answers answers) {
        this.counts = counts;
        this.answers = answers;
    }

    Reply answer(Request request) {
        Optional<String> url = request.address().parameter("url").filter(value -> !value.isBlank());
        if (url.isEmpty()) {
            return refused("The parameter \"url\" is missing: write the address of a page, percent-encoded.");
        }
        if (counts.isNone()) {
            return refused("This site asks no network how often its pages were shared.");
        }
        Map<String, Long> known = counts.bySource(url.get());
        // Of another site's page none is known; what is known need not be looked at twice.
        if (known.isEmpty() && !counts.isOwn(url.get())) {
            return refused("The parameter \"url\" is not the address of a page of this site.");
        }
        byte[] body = object(known).getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + Digest.of(body) + "\"";
        Duration age = known.isEmpty() ? SOON : shorter(counts.refresh(), LONGEST);
        List<HeaderLine> caching = List.of(
                new HeaderLine("Cache-Control", "public, max-age=" + age.toSeconds()), new HeaderLine("ETag", tag));
        boolean same = request.header()
                .apply("If-None-Match")
                .filter(tags -> tags.contains(tag) || tags.strip().equals("*"))
                .isPresent();
        return same ? new Reply(304, caching, new byte[0]) : Replies.json(200, caching, body);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String object(Map<String, Long> known) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        known.forEach(object::put);
        return object.toString();
    }

    private Reply refused(String reason) {
        List<HeaderLine> caching = List.of(new HeaderLine("Cache-Control", "no-store"));
        if (answers == Answers.SHARIFF_PHP) {
            return Replies.json(200, caching, "null".getBytes(StandardCharsets.US_ASCII));
        }
        ObjectNode object = JsonMapper.shared().createObjectNode();
        object.put("error", reason);
        return Replies.json(400, caching, object.toString().getBytes(StandardCharsets.UTF_8));
    }
}
