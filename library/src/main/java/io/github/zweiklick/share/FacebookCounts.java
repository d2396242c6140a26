package io.github.zweiklick.share;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.GraphErrors;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The Graph interface's {@code engagement}: reactions, comments and shares together, as Shariff's backend counts them. Apps of
 * old have it below {@code og_object} only: where the field of one form is unknown the other is tried, until a count has come
 * in one of them. From then on this one is kept: what is refused later is refused of a page, and no reason to ask for all
 * others in a form that the app does not have.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/graph-api/reference/url/">Graph API, URL</a>: ten requests for one
 * address in an hour.
 */
final class FacebookCounts implements CountSource {
    private static final String COUNT = "_count";

    @Override
    public String id() {
        return "facebook";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("base", "https://graph.facebook.com/v26.0");
    }

    @Override
    public List<String> texts() {
        return List.of("app");
    }

    @Override
    public List<String> secrets() {
        return List.of("secret");
    }

    @Override
    public Duration least() {
        return Duration.ofMinutes(6);
    }

    @Override
    public Counter open(Access access) {
        return new GraphCounter(access);
    }

    private static final class GraphCounter implements Counter {
        private final Access access;

        /** Whether the form of old is to be tried; of no account once one is proven. */
        private volatile boolean old;

        /** Whether the form in which a count has come is that of old; empty until one has. */
        private volatile Optional<Boolean> proven = Optional.empty();

        GraphCounter(Access access) {
            this.access = access;
        }

        @Override
        public long count(String address) throws UpstreamException {
            boolean form = proven.orElse(old);
            Answer answer = access.exchange(Ask.get(Access.url(access.address("base") + "/?id="
                    + PercentEncoding.component(address)
                    + "&fields=" + (form ? "og_object%7Bengagement%7D" : "engagement")
                    + "&access_token=" + PercentEncoding.component(access.text("app")) + "%7C"
                    + PercentEncoding.component(access.secret("secret").reveal()))));
            try {
                GraphErrors.check(answer);
            } catch (UpstreamException refused) {
                if (GraphErrors.unknownField(answer)) {
                    // The next request, an interval later, tries the other form: there are few in an hour.
                    old = !form;
                }
                throw refused;
            }
            long count = FacebookCounts.count(CountAnswers.json(answer), form);
            proven = Optional.of(form);
            return count;
        }
    }

    private static long count(JsonNode json, boolean old) throws UpstreamException {
        JsonNode engagement = json.path("engagement");
        if (engagement.isObject()) {
            return CountAnswers.count(engagement, "/reaction" + COUNT)
                    + CountAnswers.count(engagement, "/comment" + COUNT)
                    + CountAnswers.count(engagement, "/share" + COUNT);
        }
        if (old && json.path("id").isString() && json.path("og_object").isMissingNode()) {
            // It has never read the page: there is no object of it, and no count either.
            throw new UpstreamException(Fault.Kind.GONE, "it knows no such page");
        }
        return CountAnswers.count(json, "/og_object/engagement/count");
    }
}
