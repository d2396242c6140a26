package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Single posts on X, by version 2 of the interface. Each reading of one is charged; so it is read again as seldom as a feed's
 * posts are, every {@code recheck}.
 *
 * <p>Source: <a href="https://docs.x.com/x-api/posts/get-post-by-id">X API, get post by id</a>.
 */
final class XPostsReader implements PostReader {
    private static final Set<String> PAGES =
            Set.of("x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com");
    private static final Pattern STATUS = Pattern.compile(
            "/(?:([A-Za-z0-9_]{1,20})/status(?:es)?|i/web/status)/([0-9]{1,19})(?:/(?:photo|video)/[0-9])?/?");

    private final XFeed.Plan plan;
    private final Given given;
    private final Exchange exchange;
    private final Clock clock;

    XPostsReader(XFeed.Plan plan, Given given, Exchange exchange, Clock clock) {
        this.plan = plan;
        this.given = given;
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public Optional<Name> recognise(WebUrl address) {
        return recognise(address, Optional.of(plan.user()));
    }

    /** @param accounts names of the city's own */
    static Optional<Name> recognise(WebUrl address, Optional<String> accounts) {
        Matcher status = STATUS.matcher(address.path());
        return PostSites.isAt(address, PAGES) && status.matches()
                ? Optional.of(new Name(
                        status.group(2), status.group(1) != null && PostSites.names(accounts, status.group(1))))
                : Optional.empty();
    }

    @Override
    public Optional<Duration> refresh() {
        return Optional.of(plan.recheck());
    }

    @Override
    public int mostPaid() {
        return XFeedReader.EACH;
    }

    @Override
    public Timeline read(String id) throws UpstreamException {
        // Also where nothing comes of it: it may have been delivered before the exchange broke off.
        exchange.paid(XFeedReader.EACH);
        JsonNode answer = XFeedErrors.checked(
                exchange.ask(FeedAnswers.ask(given.address("base") + "/2/tweets/" + id + "?"
                                + plan.names().query(false).substring(1))
                        .with("Authorization", "Bearer " + given.secret("token").reveal())),
                clock.instant());
        JsonNode data = answer.path("data");
        if (text(data, "created_at").isEmpty()) {
            throw FeedAnswers.unreadable("its answer is not the post that was asked for");
        }
        return timeline(answer, Optional.of(plan.user()));
    }

    /**
     * The post of an answer.
     *
     * @param accounts names of the city's own
     */
    static Timeline timeline(JsonNode answer, Optional<String> accounts) {
        JsonNode data = answer.path("data");
        List<JsonNode> users = items(answer.path("includes").path("users"));
        JsonNode owner = users.stream()
                .filter(user -> PostSites.names(accounts, text(user, "username").orElse("")))
                .findFirst()
                .orElse(MissingNode.getInstance());
        boolean closed = users.stream()
                .filter(user -> text(user, "id").equals(text(data, "author_id")))
                .anyMatch(user -> user.path("protected").asBoolean(false));
        XPosts read = new XPosts(answer, owner);
        List<Post> posts = closed ? List.of() : read.post(data).map(List::of).orElse(List.of());
        return new Timeline(posts);
    }
}
