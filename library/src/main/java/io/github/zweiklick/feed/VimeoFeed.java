package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;
import static io.github.zweiklick.feed.FeedAnswers.time;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Videos of a user or a channel on Vimeo: with a token from its interface, else from its RSS. A channel collects what others
 * made: its videos do not count as the site's own.
 *
 * <p>The RSS stands in no documentation of Vimeo's any more; that it is there in 2026 is not proven. Source of the interface: <a
 * href="https://developer.vimeo.com/api/reference/videos">Vimeo, videos</a>.
 */
final class VimeoFeed implements FeedSource {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String FIELDS = "uri,link,name,description,language,created_time,content_rating,privacy.view,"
            + "pictures.sizes,user.name,user.link,user.pictures.sizes";
    private static final int LARGE = 1_920;

    @Override
    public String kind() {
        return "vimeo";
    }

    @Override
    public boolean tellsAlternatives() {
        return false;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address("base", "https://vimeo.com"),
                Setting.address("api", "https://api.vimeo.com"),
                Setting.text("user"),
                Setting.text("channel"),
                Setting.secret("token"));
    }

    @Override
    public Optional<String> wrong(Given given) {
        Optional<String> user = given.optionalText("user");
        Optional<String> channel = given.optionalText("channel");
        return user.isPresent() != channel.isPresent()
                        && NAME.matcher(user.or(() -> channel).orElse("")).matches()
                ? Optional.empty()
                : Optional.of("write either \"user\", the name that stands in the address of the user's page, or"
                        + " \"channel\", that of the channel's");
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        Optional<Secret> token = given.optionalSecret("token");
        return token.isPresent() ? () -> api(given, exchange, token.get()) : () -> rss(given, exchange);
    }

    private static boolean isOwn(Given given) {
        return given.optionalText("user").isPresent();
    }

    private static Timeline rss(Given given, Exchange exchange) throws UpstreamException {
        String address = given.address("base")
                + given.optionalText("user")
                        .map(user -> "/" + PercentEncoding.component(user))
                        .orElseGet(() -> "/channels/" + PercentEncoding.component(given.text("channel")))
                + "/videos/rss";
        Answer answer = exchange.ask(FeedAnswers.ask(address));
        Optional<Fault> fault = HttpFaults.ofInterface(answer);
        if (fault.isPresent()) {
            // Of its RSS nobody knows for how long it is there: that it is not says nothing of the videos.
            throw new UpstreamException(
                    fault.get()
                            .withRemedy(
                                    "Check \"user\" or \"channel\"; if they are right, set a \"token\" of an application there."));
        }
        XmlFeed feed = SyndicationFeed.feed(
                FeedText.of(answer), FeedAnswers.ask(address).address());
        return SyndicationFeed.timeline(
                feed.entries()
                        .flatMap(entry -> feed
                                .post(entry)
                                .map(post -> post.own(isOwn(given)).build())
                                .stream())
                        .toList(),
                given.limit());
    }

    private static Timeline api(Given given, Exchange exchange, Secret token) throws UpstreamException {
        String of = given.optionalText("user")
                .map(user -> "/users/" + PercentEncoding.component(user))
                .orElseGet(() -> "/channels/" + PercentEncoding.component(given.text("channel")));
        Answer answer = exchange.ask(FeedAnswers.ask(given.address("api") + of
                        + "/videos?sort=date&direction=desc&per_page=" + given.limit() + "&fields=" + FIELDS)
                .with("Authorization", "bearer " + token.reveal())
                .with("Accept", "application/vnd.vimeo.*+json;version=3.4"));
        JsonNode list = FeedAnswers.json(FeedAnswers.checked(answer)).path("data");
        if (!list.isArray()) {
            throw FeedAnswers.unreadable("its answer is no list of videos");
        }
        return SyndicationFeed.timeline(
                items(list).stream()
                        .flatMap(video -> post(video, isOwn(given)).stream())
                        .toList(),
                given.limit());
    }

    /** A video that anybody may watch; the token may reach others. */
    private static Optional<Post> post(JsonNode video, boolean own) {
        boolean open =
                text(video.path("privacy"), "view").filter("anybody"::equals).isPresent();
        Optional<String> address = text(video, "link").flatMap(Contained::link);
        Optional<String> id = text(video, "uri");
        if (!open || address.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        boolean sensitive = items(video.path("content_rating")).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .anyMatch(rating -> List.of("violence", "nudity", "drugs").contains(rating));
        JsonNode user = video.path("user");
        return time(video, "created_time")
                .map(published -> new PostBuilder(
                                id.get(),
                                address.get(),
                                new Author(
                                        text(user, "name").orElse(""),
                                        Optional.empty(),
                                        text(user, "link"),
                                        picture(user.path("pictures"))),
                                published)
                        .own(own)
                        .language(text(video, "language"))
                        .title(text(video, "name"))
                        .text(text(video, "description")
                                .map(words -> FeedWords.plain(words).text())
                                .orElse(RichText.EMPTY))
                        .sensitive(sensitive)
                        .media(List.of(new Media(
                                Media.Kind.VIDEO, picture(video.path("pictures")), Optional.empty(), Optional.empty())))
                        .build());
    }

    /** The largest that a page may want. */
    private static Optional<Picture> picture(JsonNode pictures) {
        return items(pictures.path("sizes")).stream()
                .flatMap(one ->
                        text(one, "link")
                                .flatMap(link -> Picture.at(link, size(one, "width"), size(one, "height")))
                                .stream())
                .filter(picture -> picture.width().orElse(0) <= LARGE)
                .max(Comparator.comparingInt(picture -> picture.width().orElse(0)));
    }
}
