package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads one account's posts, and holds them from one time to the next. */
final class XFeedReader implements FeedSource.Reader {
    /** Of one request. */
    static final int FEWEST = 5;

    private static final int MOST = 100;

    /** Of what is excluded a page has gaps, so that more than one is asked for where it does not suffice. */
    static final int MOST_PAGES = 3;

    /** Posts that one may cost: itself, one that it quotes, one that it answers. */
    static final int EACH = 3;

    private final XFeed.Plan plan;
    private final Given given;
    private final Exchange exchange;
    private final Clock clock;
    private final AtomicReference<Optional<JsonNode>> account = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Held> held = new AtomicReference<>(Held.NOTHING);

    /**
     * What is known.
     *
     * @param newest number of the newest post, shown or not; empty: all are asked for next
     * @param complete when all were asked for
     */
    private record Held(List<Post> posts, Optional<String> newest, Instant complete) {
        static final Held NOTHING = new Held(List.of(), Optional.empty(), Instant.MIN);
    }

    /** What some pages held; which posts stand in place of earlier versions of theirs. */
    private record Pages(List<Post> posts, Set<String> replaced, Optional<String> newest) {}

    XFeedReader(XFeed.Plan plan, Given given, Exchange exchange, Clock clock) {
        this.plan = plan;
        this.given = given;
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public Timeline read() throws UpstreamException {
        Held known = Objects.requireNonNull(held.get());
        try {
            Instant now = clock.instant();
            boolean all =
                    known.newest().isEmpty() || !now.isBefore(known.complete().plus(plan.recheck()));
            Pages pages = pages(all ? Optional.empty() : known.newest());
            List<Post> posts = Stream.concat(
                            pages.posts().stream(),
                            all
                                    ? Stream.empty()
                                    : known.posts().stream()
                                            .filter(post -> !pages.replaced().contains(post.id())))
                    .sorted(Comparator.comparing(Post::time).reversed())
                    .limit(plan.limit())
                    .toList();
            held.set(new Held(
                    posts,
                    pages.newest().or(() -> all ? Optional.empty() : known.newest()),
                    all ? now : known.complete()));
            return new Timeline(posts);
        } catch (UpstreamException fault) {
            Fault.Kind kind = fault.fault().kind();
            if (kind == Fault.Kind.GONE || kind == Fault.Kind.REJECTED) {
                // The account is another one next time, or what is asked for "since" is not liked.
                held.set(Held.NOTHING);
                account.set(Optional.empty());
            }
            throw fault;
        }
    }

    private Pages pages(Optional<String> since) throws UpstreamException {
        JsonNode owner = owner();
        String number = text(owner, "id").orElse("");
        List<Post> posts = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        Optional<String> newest = Optional.empty();
        Optional<String> next = Optional.empty();
        for (int page = 0;
                page == 0 || (next.isPresent() && posts.size() < plan.limit() && page < MOST_PAGES);
                page++) {
            int most = Math.max(FEWEST, Math.min(plan.limit() - posts.size(), MOST));
            JsonNode answer = page(
                    "/2/users/" + PercentEncoding.component(number) + "/tweets?max_results=" + most + plan.exclude()
                            + since.map(id -> "&since_id=" + id).orElse("")
                            + next.map(token -> "&pagination_token=" + PercentEncoding.component(token))
                                    .orElse("")
                            + plan.names().query(plan.retweets()),
                    most);
            List<JsonNode> data = items(answer.path("data"));
            XPosts read = new XPosts(answer, owner);
            exchange.paid(data.size() + read.included());
            for (JsonNode json : data) {
                replaced.addAll(XPosts.versions(json));
                newest = Stream.concat(newest.stream(), XPosts.number(json).stream())
                        .max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
                read.post(json)
                        .filter(post -> plan.retweets() || post.passedOn().isEmpty())
                        .ifPresent(posts::add);
            }
            next = text(answer.path("meta"), "next_token");
        }
        return new Pages(posts, replaced, newest);
    }

    /** One page. What breaks off may have been delivered, and charged for; that nothing is delivered is free. */
    private JsonNode page(String path, int most) throws UpstreamException {
        try {
            JsonNode answer = get(path);
            check(answer);
            return answer;
        } catch (UpstreamException fault) {
            switch (fault.fault().kind()) {
                case TIMEOUT, BROKEN, TOO_LARGE, UNREADABLE -> exchange.paid(most * EACH);
                default -> {
                    // An answer without posts, or none.
                }
            }
            throw fault;
        }
    }

    /** An answer without a list of posts has none in it. */
    private void check(JsonNode answer) throws UpstreamException {
        JsonNode data = answer.path("data");
        if (!data.isArray() && !(data.isMissingNode() && answer.path("meta").isObject())) {
            throw FeedAnswers.unreadable("its answer is no list of posts");
        }
        List<JsonNode> posts = items(data);
        if (!posts.isEmpty()
                && posts.stream().noneMatch(post -> text(post, "created_at").isPresent())) {
            throw new UpstreamException(new Fault(
                            Fault.Kind.UNREADABLE, "its answer leaves out what was asked for, such as the posts' times")
                    .withRemedy("Write \"names\": \"" + plan.names().otherWord()
                            + "\": the interface's words are being renamed."));
        }
    }

    private JsonNode owner() throws UpstreamException {
        Optional<JsonNode> known = Objects.requireNonNull(account.get());
        if (known.isPresent()) {
            return known.get();
        }
        JsonNode found = get(plan.userPath()).path("data");
        if (XPosts.number(found).isEmpty()) {
            throw FeedAnswers.unreadable("its answer tells no number of the account");
        } else if (found.path("protected").asBoolean(false)) {
            throw new UpstreamException(Fault.Kind.GONE, "the account's posts are not for everybody");
        }
        account.set(Optional.of(found));
        return found;
    }

    private JsonNode get(String path) throws UpstreamException {
        return XFeedErrors.checked(
                exchange.ask(FeedAnswers.ask(given.address("base") + path)
                        .with("Authorization", "Bearer " + given.secret("token").reveal())),
                clock.instant());
    }
}
