package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.GraphErrors;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/**
 * A token of Instagram's that lives for 60 days, and for 60 more from each time it is refreshed.
 *
 * <p>It is refreshed at the first request after a start, and every seven days from then on. What the network gives in return is
 * held in memory, and nowhere else: a credential that the operator keeps in one place is not written to another. So the limits
 * are these:
 *
 * <ul>
 *   <li>While the application runs the feed goes on for as long as the account's permission does.
 *   <li>After a start the configured token is used once more, and refreshed anew. Where the network answers a refresh with the
 *       same token, its life was prolonged with it. Where it answers with another, the configured one may end 60 days after it
 *       was made: whoever starts the application after that has to configure a new one, and the fault says so.
 *   <li>A token is refreshed only when it is a day old; before, the refusal is no fault, and it is tried again a day later.
 *   <li>One that has expired cannot be refreshed.
 * </ul>
 *
 * <p>A token that is configured anew while the application runs, such as in a file, is used at the next request. A change of
 * anything else in the configuration leaves the one that was refreshed in use.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token/">Refresh access
 * token</a>.
 */
final class InstagramFeedToken {
    private static final Duration INTERVAL = Duration.ofDays(7);
    private static final Duration AGAIN = Duration.ofDays(1);

    private final Given given;
    private final Exchange exchange;
    private final Clock clock;
    private final AtomicReference<Held> held = new AtomicReference<>(Held.NONE);

    /**
     * What is known.
     *
     * @param configured when it was refreshed first
     * @param current which came of it; the same until it is refreshed
     * @param due when it is refreshed next
     */
    private record Held(String configured, String current, Instant due) {
        static final Held NONE = new Held("", "", Instant.MIN);

        /** Never the token. */
        @Override
        public String toString() {
            return "due " + due;
        }
    }

    InstagramFeedToken(Given given, Exchange exchange, Clock clock) {
        this.given = given;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Goes on with what another one has refreshed, as long as the same token is configured. */
    void takeOver(InstagramFeedToken before) {
        held.set(Objects.requireNonNull(before.held.get()));
    }

    /** The token to ask with. */
    String current() {
        String configured = given.secret("token").reveal();
        Instant now = clock.instant();
        Held known = Objects.requireNonNull(held.get());
        if (!known.configured().equals(configured)) {
            known = new Held(configured, configured, now);
        }
        if (!now.isBefore(known.due())) {
            // Two requests may each refresh it: both answers are good, and a lock around a request would be worse.
            Optional<String> made = refreshed(known.current());
            known = new Held(configured, made.orElse(known.current()), now.plus(made.isPresent() ? INTERVAL : AGAIN));
            held.set(known);
        }
        return known.current();
    }

    /** Another one to ask with where this was refused: the configured one, once. */
    Optional<String> other(String refused) {
        String configured = given.secret("token").reveal();
        if (configured.equals(refused)) {
            return Optional.empty();
        }
        held.set(new Held(configured, configured, clock.instant().plus(AGAIN)));
        return Optional.of(configured);
    }

    /**
     * Whatever is answered instead of a token is no fault yet: while the one there is still does, posts are read, and where it
     * does not, the request for them says so.
     */
    private Optional<String> refreshed(String token) {
        try {
            Answer answer = exchange.ask(FeedAnswers.ask(given.address("base")
                    + "/refresh_access_token?grant_type=ig_refresh_token&access_token="
                    + PercentEncoding.component(token)));
            GraphErrors.check(answer);
            JsonNode json = FeedAnswers.json(answer);
            return FeedAnswers.text(json, "access_token").filter(InstagramFeedToken::isToken);
        } catch (UpstreamException notNow) {
            return Optional.empty();
        }
    }

    /** It goes into a header. */
    private static boolean isToken(String text) {
        return text.length() <= 2_048 && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** The same fault with what to do about this token. */
    static UpstreamException named(UpstreamException refused) {
        return new UpstreamException(refused.fault()
                .withRemedy(
                        "Make a new token of long life for the account in the network's developer pages, and configure it as"
                                + " \"token\": it lives for 60 days, is renewed every week while the application runs, and must"
                                + " not be older than that when the application starts."));
    }
}
