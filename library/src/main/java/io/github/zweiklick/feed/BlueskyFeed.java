package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts of an account on Bluesky, from the interface that needs no login.
 *
 * <p>Source: <a href="https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed">Bluesky, getAuthorFeed</a>.
 */
final class BlueskyFeed implements FeedSource {
    private static final int MOST = 100;
    /** Posts that were passed on take places in the answer also where they are not wanted. */
    private static final int SPARE = 20;

    /** A handle is a name of the DNS, see <a href="https://atproto.com/specs/handle">AT Protocol, Handle</a>. */
    private static final Pattern ACTOR = Pattern.compile(
            "did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,2000}|(?=.{3,253}$)([A-Za-z0-9-]{1,63}\\.)+[A-Za-z0-9-]{2,63}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");

    /** What errors are called, apart from those whose status says it all. */
    private static final Map<String, Kind> ERRORS = Map.of(
            "AccountTakedown", Kind.GONE,
            "AccountDeactivated", Kind.GONE,
            "AccountSuspended", Kind.GONE,
            "RepoNotFound", Kind.GONE,
            "BlockedActor", Kind.PERMISSION,
            "BlockedByActor", Kind.PERMISSION,
            "RateLimitExceeded", Kind.THROTTLED,
            "NotEnoughResources", Kind.SERVER,
            "UpstreamFailure", Kind.SERVER,
            "InternalServerError", Kind.SERVER);

    @Override
    public String kind() {
        return "bluesky";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address("base", "https://public.api.bsky.app"),
                Setting.requiredText("actor"),
                Setting.flag("replies"),
                Setting.flag("reposts"));
    }

    @Override
    public Optional<String> wrong(Given given) {
        return ACTOR.matcher(actor(given)).matches()
                ? Optional.empty()
                : Optional.of(
                        "write as \"actor\" the account's whole handle, such as \"musterstadt.bsky.social\", or its DID");
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        return () -> read(given, exchange);
    }

    @Override
    public Optional<PostReader> posts(Given given, Exchange exchange) {
        return Optional.of(new BlueskyPostsReader(given.address("base"), Optional.of(actor(given)), exchange));
    }

    private static String actor(Given given) {
        return given.text("actor").strip().replaceFirst("^@", "");
    }

    private static Timeline read(Given given, Exchange exchange) throws UpstreamException {
        String actor = actor(given);
        boolean reposts = given.flag("reposts");
        int limit = Math.min(MOST, reposts ? given.limit() : given.limit() * 2 + SPARE);
        Answer answer = exchange.ask(FeedAnswers.ask(
                given.address("base") + "/xrpc/app.bsky.feed.getAuthorFeed?actor=" + PercentEncoding.component(actor)
                        + "&limit=" + limit + "&filter="
                        + (given.flag("replies") ? "posts_with_replies" : "posts_no_replies")));
        check(answer);
        JsonNode feed = FeedAnswers.json(answer).path("feed");
        if (!feed.isArray()) {
            throw FeedAnswers.unreadable("its answer is no list of posts");
        }
        BlueskyPosts posts = new BlueskyPosts(Optional.of(actor));
        if (items(feed).stream().anyMatch(posts::isWithheld)) {
            throw new UpstreamException(new Fault(
                            Kind.GONE,
                            "the account asks not to be shown to people without an account; nothing of it is")
                    .withRemedy("In the account's settings, under privacy, switch off that apps are asked not to show"
                            + " it to people who are not logged in."));
        }
        return new Timeline(items(feed).stream()
                .filter(entry -> reposts || !BlueskyPosts.isRepost(entry))
                .flatMap(entry -> posts.entry(entry).stream())
                .limit(given.limit())
                .toList());
    }

    /** Errors are {@code {"error", "message"}}; the message is not passed on, it may quote the request. */
    static void check(Answer answer) throws UpstreamException {
        Optional<Fault> fault = HttpFaults.ofInterface(answer);
        if (fault.isEmpty()) {
            return;
        }
        JsonNode body = body(answer);
        Optional<String> error =
                text(body, "error").filter(name -> NAME.matcher(name).matches());
        boolean unknown =
                text(body, "message").filter("Profile not found"::equals).isPresent();
        throw new UpstreamException(
                unknown
                        ? new Fault(Kind.GONE, "there is no such account")
                                .withRemedy("Correct \"actor\": the account may have another handle now.")
                        : error.flatMap(name -> Optional.ofNullable(ERRORS.get(name)))
                                .map(kind -> new Fault(kind, "it answered with the error " + error.orElseThrow()))
                                .orElse(fault.get()));
    }

    private static JsonNode body(Answer answer) {
        try {
            return JsonMapper.shared().readTree(answer.text());
        } catch (JacksonException html) {
            return JsonMapper.shared().missingNode();
        }
    }
}
