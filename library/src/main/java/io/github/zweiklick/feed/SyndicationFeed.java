package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries of a feed that a page offers, in RSS, Atom or JSON Feed. Whether they are the site's own
 * depends on where the feed is, which the site knows.
 *
 * <p>An entry without a time has that of its last change; without that too the time of the feed's last change when it was first
 * met, see {@link FirstSeen}.
 */
final class SyndicationFeed implements FeedSource {
    private static final String ACCEPTED = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    @Override
    public String kind() {
        return "feed";
    }

    /** A page, not a network. */
    @Override
    public Optional<String> service() {
        return Optional.empty();
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.requiredDocument("address"));
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        FirstSeen seen = new FirstSeen();
        return () -> {
            String address = given.address("address");
            Answer answer =
                    FeedAnswers.checked(exchange.ask(FeedAnswers.ask(address).with("Accept", ACCEPTED)));
            return timeline(posts(answer, address, seen), given.limit());
        };
    }

    /** As many of the newest as are wanted, each once. */
    static Timeline timeline(List<Post> posts, int limit) {
        Set<String> ids = new HashSet<>();
        List<Post> each = posts.stream().filter(post -> ids.add(post.id())).toList();
        Map<String, Long> addresses =
                each.stream().collect(Collectors.groupingBy(Post::address, Collectors.counting()));
        return new Timeline(new Timeline(each)
                .posts().stream()
                        .limit(limit)
                        // All entries of some feeds lead to one and the same page.
                        .map(post -> addresses.getOrDefault(post.address(), 0L) == 1
                                ? post
                                : new PostBuilder(post).permalink(false).build())
                        .toList());
    }

    private static List<Post> posts(Answer answer, String address, FirstSeen seen) throws UpstreamException {
        String text = FeedText.of(answer);
        WebUrl document = FeedAnswers.ask(address).address();
        if (text.stripLeading().startsWith("{")) {
            JsonFeed feed = JsonFeed.of(FeedAnswers.json(answer), document)
                    .orElseThrow(() -> FeedAnswers.unreadable("its answer is JSON, but no JSON Feed"));
            return feed.posts(seen.in(answer, Optional.empty()));
        }
        XmlFeed feed = feed(text, document);
        return feed.posts(seen.in(answer, feed.changed()));
    }

    /**
     * The feed that a text is.
     *
     * @throws UpstreamException of kind {@code UNREADABLE} where it is none
     */
    static XmlFeed feed(String text, WebUrl document) throws UpstreamException {
        return XmlFeed.of(text, document)
                .orElseThrow(() -> new UpstreamException(
                        isHtml(text)
                                ? new Fault(Fault.Kind.UNREADABLE, "it answered with a page of HTML instead of a feed")
                                        .withRemedy(
                                                "Write the address of the feed itself: the page's source names it in"
                                                        + " <link rel=\"alternate\">.")
                                : new Fault(Fault.Kind.UNREADABLE, "its answer is no feed")));
    }

    private static boolean isHtml(String text) {
        return XmlPart.root(text).filter(root -> root.name().equals("html")).isPresent()
                || text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
    }
}
