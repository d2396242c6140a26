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
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The score of all posts that link to a page, as Shariff's backend counts it.
 *
 * <p>Source: <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">Reddit, OAuth 2, application only</a>: without a
 * token nothing is told since May 2026.
 */
final class RedditCounts implements CountSource {
    private static final int UNAUTHORIZED = 401;

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
        return new ScoreCounter(access);
    }

    /** Holds a token until it is refused. */
    private static final class ScoreCounter implements Counter {
        private final Access access;
        private volatile Optional<String> token = Optional.empty();

        ScoreCounter(Access access) {
            this.access = access;
        }

        @Override
        public long count(String address) throws UpstreamException {
            boolean kept = token.isPresent();
            Answer answer = ask(address);
            if (answer.status() == UNAUTHORIZED && kept) {
                token = Optional.empty();
                answer = ask(address);
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

        private Answer ask(String address) throws UpstreamException {
            return access.exchange(Ask.get(Access.url(access.address("base") + "/api/info/?url="
                            + PercentEncoding.component(address) + "&raw_json=1"))
                    .with("Authorization", "Bearer " + token()));
        }

        private String token() throws UpstreamException {
            if (token.isEmpty()) {
                String client =
                        access.text("client") + ":" + access.secret("secret").reveal();
                Answer answer = access.exchange(new Ask(
                        Access.url(access.address("tokens") + "/api/v1/access_token"),
                        Map.of(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8))),
                        Optional.of("grant_type=client_credentials")));
                check(answer);
                String made = CountAnswers.json(answer).path("access_token").asString("");
                if (made.isEmpty()) {
                    // It says so with status 200: {"error": "unsupported_grant_type"}.
                    throw new UpstreamException(
                            new Fault(Fault.Kind.CREDENTIALS, "it gives no token").withRemedy(remedy()));
                }
                token = Optional.of(made);
            }
            return token.orElseThrow();
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
