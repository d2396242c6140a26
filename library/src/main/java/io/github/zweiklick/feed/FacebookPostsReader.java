package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.GraphErrors;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single posts of the one Page that a feed is configured for. Those of others are never asked for. An address that hides the
 * post's number ({@code pfbid…}) is none that the interface takes.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/graph-api/reference/page-post/">Graph API, Page Post</a>.
 */
final class FacebookPostsReader implements PostReader {
    private static final Set<String> PAGES = Set.of(
            "facebook.com",
            "www.facebook.com",
            "m.facebook.com",
            "web.facebook.com",
            "mbasic.facebook.com",
            "de-de.facebook.com");
    private static final Pattern POST =
            Pattern.compile("/([A-Za-z0-9][A-Za-z0-9._-]{0,99})/posts/(?:[^/]{1,300}/)?([0-9]{1,25})/?");
    private static final Pattern BOTH = Pattern.compile("/([0-9]{1,25})_([0-9]{1,25})/?");
    private static final Set<String> QUERIES = Set.of("/permalink.php", "/story.php");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,25}");

    /** "Unsupported get request": the object does not exist, or is not for this token. */
    private static final int PARAMETER = 100;

    private static final int NO_OBJECT = 33;

    private final Given given;
    private final Exchange exchange;
    private final String interfaces;
    private final AtomicReference<Optional<String>> page;

    /** @param interfaces address of the interface's version */
    FacebookPostsReader(Given given, Exchange exchange, String interfaces) {
        this.given = given;
        this.exchange = exchange;
        this.interfaces = interfaces;
        this.page = new AtomicReference<>(
                names().filter(name -> NUMBER.matcher(name).matches()).findFirst());
    }

    private Stream<String> names() {
        return Stream.concat(
                Stream.of(given.text("page")),
                given.optionalText("alias").stream().flatMap(names -> Stream.of(names.split("[\\s,]+"))));
    }

    @Override
    public Optional<Name> recognise(WebUrl address) {
        if (!PostSites.isAt(address, PAGES)) {
            return Optional.empty();
        }
        if (QUERIES.contains(address.path())) {
            return own(
                    address.parameter("id").orElse(""),
                    address.parameter("story_fbid").orElse(""));
        }
        return Stream.of(POST, BOTH)
                .map(pattern -> pattern.matcher(address.path()))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(post -> own(post.group(1), post.group(2)));
    }

    private Optional<Name> own(String name, String post) {
        return NUMBER.matcher(post).matches() && names().anyMatch(name::equalsIgnoreCase)
                ? Optional.of(new Name(post, true))
                : Optional.empty();
    }

    @Override
    public Timeline read(String id) throws UpstreamException {
        String number = number();
        JsonNode post = get(number + "_" + id + "?fields=" + PercentEncoding.component(FacebookFeed.FIELDS));
        // What stands on the Page's wall may be a visitor's.
        return new Timeline(
                FacebookPosts.post(post, number).filter(Post::own).map(List::of).orElse(List.of()));
    }

    private String number() throws UpstreamException {
        Optional<String> known = Objects.requireNonNull(page.get());
        if (known.isPresent()) {
            return known.get();
        }
        String found = text(get(PercentEncoding.component(given.text("page")) + "?fields=id"), "id")
                .filter(id -> NUMBER.matcher(id).matches())
                .orElseThrow(() -> FeedAnswers.unreadable("its answer tells no number of the Page"));
        page.set(Optional.of(found));
        return found;
    }

    private JsonNode get(String path) throws UpstreamException {
        Answer answer = exchange.ask(FeedAnswers.ask(interfaces + "/" + path)
                .with("Authorization", "Bearer " + given.secret("token").reveal()));
        if (isNoObject(answer)) {
            throw new UpstreamException(Kind.GONE, "there is no such post");
        }
        GraphErrors.check(answer);
        return FeedAnswers.json(answer);
    }

    private static boolean isNoObject(Answer answer) {
        try {
            JsonNode error = JsonMapper.shared().readTree(answer.text()).path("error");
            return error.path("code").asInt(0) == PARAMETER
                    && error.path("error_subcode").asInt(0) == NO_OBJECT;
        } catch (JacksonException html) {
            return false;
        }
    }
}
