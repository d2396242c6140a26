package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Single posts on Bluesky. The interface wants the author's DID, which a handle in an address is exchanged for first: handles
 * change hands.
 *
 * <p>Source: <a href="https://docs.bsky.app/docs/api/app-bsky-feed-get-posts">Bluesky, getPosts</a>, <a
 * href="https://docs.bsky.app/docs/api/com-atproto-identity-resolve-handle">resolveHandle</a>.
 */
final class BlueskyPostsReader implements PostReader {
    private static final Set<String> PAGES = Set.of("bsky.app", "www.bsky.app");
    private static final Set<String> FRAMES = Set.of("embed.bsky.app");
    private static final Pattern PAGE = Pattern.compile(
            "/profile/(did:[a-z]{1,20}:[A-Za-z0-9._:-]{1,150}|[A-Za-z0-9][A-Za-z0-9.-]{2,150})/post/([A-Za-z0-9._~-]{1,60})/?");
    private static final Pattern FRAME = Pattern.compile(
            "/embed/(did:[a-z]{1,20}:[A-Za-z0-9._:-]{1,150})/app\\.bsky\\.feed\\.post/([A-Za-z0-9._~-]{1,60})");
    private static final Pattern DID = Pattern.compile("did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,300}");

    private final String base;
    private final Optional<String> accounts;
    private final Exchange exchange;

    /**
     * A reader.
     *
     * @param accounts handles or DIDs of the city's own
     */
    BlueskyPostsReader(String base, Optional<String> accounts, Exchange exchange) {
        this.base = base;
        this.accounts = accounts;
        this.exchange = exchange;
    }

    @Override
    public Optional<Name> recognise(WebUrl address) {
        String path = address.path().replace("%3A", ":").replace("%3a", ":");
        Matcher post = (PostSites.isAt(address, FRAMES) ? FRAME : PAGE).matcher(path);
        if (!(PostSites.isAt(address, PAGES) || PostSites.isAt(address, FRAMES)) || !post.matches()) {
            return Optional.empty();
        }
        String author =
                post.group(1).startsWith("did:") ? post.group(1) : post.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(new Name(author + "/" + post.group(2), PostSites.names(accounts, author)));
    }

    @Override
    public Timeline read(String id) throws UpstreamException {
        int slash = id.indexOf('/');
        String uri = "at://" + did(id.substring(0, slash)) + "/app.bsky.feed.post/" + id.substring(slash + 1);
        Answer answer = exchange.ask(
                FeedAnswers.ask(base + "/xrpc/app.bsky.feed.getPosts?uris=" + PercentEncoding.component(uri)));
        BlueskyFeed.check(answer);
        JsonNode list = FeedAnswers.json(answer).path("posts");
        if (!list.isArray()) {
            throw FeedAnswers.unreadable("its answer is no list of posts");
        }
        List<Post> posts = items(list).stream()
                .flatMap(view -> new BlueskyPosts(account(view)).view(view).stream())
                .limit(1)
                .toList();
        return new Timeline(posts);
    }

    /** The name by which the author is one of the city's own. */
    private Optional<String> account(JsonNode view) {
        JsonNode author = view.path("author");
        return text(author, "did")
                .filter(did -> PostSites.names(accounts, did))
                .or(() -> text(author, "handle").filter(handle -> PostSites.names(accounts, handle)));
    }

    private String did(String author) throws UpstreamException {
        if (author.startsWith("did:")) {
            return author;
        }
        Answer answer = exchange.ask(FeedAnswers.ask(
                base + "/xrpc/com.atproto.identity.resolveHandle?handle=" + PercentEncoding.component(author)));
        if (answer.status() == 400) {
            throw new UpstreamException(Kind.GONE, "there is no such account");
        }
        BlueskyFeed.check(answer);
        return text(FeedAnswers.json(answer), "did")
                .filter(did -> DID.matcher(did).matches())
                .orElseThrow(() -> FeedAnswers.unreadable("its answer tells no DID of the account"));
    }
}
