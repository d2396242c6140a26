package io.github.zweiklick.share;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/**
 * The score of all posts that link to a page, as Shariff's backend counts it.
 *
 * <p>Source: <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">Reddit, OAuth 2, application only</a>: without a
 * token nothing is told since May 2026.
 */
final class RedditCounts implements CountSource {
    private static final int UNAUTHORIZED = 401;

    private final LongSupplier nanoTime;

    RedditCounts() {
        this(System::nanoTime);
    }

    /** With a clock of one's own, as {@link System#nanoTime} counts. */
    RedditCounts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public String id() {
        return "reddit";
    }

    @Override
    public Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("base", "https://oauth.reddit.com");
        addresses.put("tokens", "https://www.reddit.com");
        return addresses;
    }

    @Override
    public List<String> texts() {
        return List.of("client");
    }

    @Override
    public List<String> secrets() {
        return List.of("secret");
    }

    @Override
    public Counter open(Access access) {
        return new ScoreCounter(access, nanoTime);
    }

    /**
     * A token and its time.
     *
     * @param bearer empty where there is none
     * @param asked when it was asked for, in nanoseconds of the clock
     * @param life how long from then it is used, in nanoseconds
     */
    private record Token(String bearer, long asked, long life) {
        static final Token NONE = new Token("", 0, 0);

        /** So long before its end it is used no more: a request with it is under way for a while. */
        private static final long MARGIN = 60;

        /**
         * What an answer holds, where it does.
         *
         * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1: {@code expires_in} in seconds may be
         *     left out; such a token is used until it is refused</a>
         */
        static Token of(JsonNode answer, long asked) {
            long seconds = answer.path("expires_in").asLong(Long.MAX_VALUE);
            return new Token(
                    answer.path("access_token").asString(""),
                    asked,
                    TimeUnit.SECONDS.toNanos(Math.max(seconds, MARGIN) - MARGIN));
        }

        boolean isGood(long now) {
            return !bearer.isEmpty() && now - asked < life;
        }
    }

    /**
     * Holds a token until a minute before it expires. A token can be withdrawn earlier, by the network or with a new secret, and
     * only a refusal tells: where one that was held is refused the page is asked for once more with another. One just made is
     * not: another would fare no better.
     */
    private static final class ScoreCounter implements Counter {
        private final Access access;
        private final LongSupplier nanoTime;
        private final AtomicReference<Token> held = new AtomicReference<>(Token.NONE);

        ScoreCounter(Access access, LongSupplier nanoTime) {
            this.access = access;
            this.nanoTime = nanoTime;
        }

        @Override
        public long count(String address) throws UpstreamException {
            Token first = Objects.requireNonNull(held.get());
            boolean kept = first.isGood(nanoTime.getAsLong());
            Answer answer = ask(address, kept ? first : made());
            if (answer.status() == UNAUTHORIZED && kept) {
                answer = ask(address, token());
            }
            check(answer);
            JsonNode listing = CountAnswers.json(answer);
            refused(listing);
            long count = 0;
            for (JsonNode post : children(listing)) {
                count += score(post);
            }
            return count;
        }

        /** Votes down can outweigh those up. */
        private static long score(JsonNode post) throws UpstreamException {
            JsonNode score = post.path("data").path("score");
            boolean down = score.isIntegralNumber() && score.canConvertToLong() && score.asLong() < 0;
            return down ? 0 : CountAnswers.count(post, "/data/score");
        }

        private static JsonNode children(JsonNode listing) throws UpstreamException {
            JsonNode children = listing.path("data").path("children");
            if (!children.isArray()) {
                throw CountAnswers.unreadable("its answer is no list of posts");
            }
            return children;
        }

        private Answer ask(String address, Token token) throws UpstreamException {
            Answer answer = access.exchange(Ask.get(Access.url(access.address("base") + "/api/info/?url="
                            + PercentEncoding.component(address) + "&raw_json=1"))
                    .with("Authorization", "Bearer " + token.bearer()));
            if (answer.status() == UNAUTHORIZED) {
                // Another request may have been refused before, and have made a new one: that is not forgotten.
                held.compareAndSet(token, Token.NONE);
            }
            return answer;
        }

        private Token token() throws UpstreamException {
            Token token = Objects.requireNonNull(held.get());
            return token.isGood(nanoTime.getAsLong()) ? token : made();
        }

        /** Two requests may each make one: both are good, and a lock around a request to the network would be worse. */
        private Token made() throws UpstreamException {
            String client =
                    access.text("client") + ":" + access.secret("secret").reveal();
            long asked = nanoTime.getAsLong();
            Answer answer = access.exchange(new Ask(
                    Access.url(access.address("tokens") + "/api/v1/access_token"),
                    Map.of(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8))),
                    Optional.of("grant_type=client_credentials")));
            check(answer);
            Token made = Token.of(CountAnswers.json(answer), asked);
            if (made.bearer().isEmpty()) {
                // It says so with status 200: {"error": "unsupported_grant_type"}.
                throw new UpstreamException(
                        new Fault(Fault.Kind.CREDENTIALS, "it gives no token").withRemedy(remedy()));
            }
            held.set(made);
            return made;
        }

        /** Errors of any status say it once more in the body, and some have status 200: {@code {"error": 403}}. */
        private static void refused(JsonNode listing) throws UpstreamException {
            int status = listing.path("error").asInt(0);
            if (status != 0) {
                check(new Answer(status, Map.of(), new byte[0]));
            }
        }

        private static void check(Answer answer) throws UpstreamException {
            try {
                CountAnswers.check(answer);
            } catch (UpstreamException failure) {
                throw failure.fault().kind() == Fault.Kind.CREDENTIALS
                        ? new UpstreamException(failure.fault().withRemedy(remedy()))
                        : failure;
            }
        }

        private static String remedy() {
            return "Correct \"client\" and \"secret\": the network's page of applications shows both.";
        }
    }
}
