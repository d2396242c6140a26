package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;
import static io.github.zweiklick.feed.FeedAnswers.time;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Videos as YouTube's Data API tells them, one unit of its daily quota each time.
 *
 * <p>Source: <a href="https://developers.google.com/youtube/v3/docs/playlistItems/list">YouTube, playlistItems.list</a>, <a
 * href="https://developers.google.com/youtube/v3/docs/errors">errors</a>.
 */
final class YoutubeFeedData {
    private static final int MOST = 50;
    /** Small ones first; all have the last of these, as a rule. */
    private static final List<String> THUMBNAILS = List.of("maxres", "standard", "high", "medium", "default");

    private static final Map<String, Kind> ERRORS = Map.ofEntries(
            Map.entry("quotaExceeded", Kind.THROTTLED),
            Map.entry("dailyLimitExceeded", Kind.THROTTLED),
            Map.entry("rateLimitExceeded", Kind.THROTTLED),
            Map.entry("userRateLimitExceeded", Kind.THROTTLED),
            Map.entry("RATE_LIMIT_EXCEEDED", Kind.THROTTLED),
            Map.entry("keyInvalid", Kind.CREDENTIALS),
            Map.entry("keyExpired", Kind.CREDENTIALS),
            Map.entry("API_KEY_INVALID", Kind.CREDENTIALS),
            Map.entry("API_KEY_EXPIRED", Kind.CREDENTIALS),
            Map.entry("accessNotConfigured", Kind.PERMISSION),
            Map.entry("ipRefererBlocked", Kind.PERMISSION),
            Map.entry("playlistItemsNotAccessible", Kind.PERMISSION),
            Map.entry("playlistNotFound", Kind.GONE),
            Map.entry("backendError", Kind.SERVER));

    private YoutubeFeedData() {}

    static Timeline read(Given given, Exchange exchange) throws UpstreamException {
        // A channel's uploads are the playlist of the same name with another start.
        String playlist =
                given.optionalText("channel").map(id -> "UU" + id.substring(2)).orElseGet(() -> given.text("playlist"));
        Answer answer = exchange.ask(FeedAnswers.ask(given.address("api")
                        + "/youtube/v3/playlistItems?part=snippet,contentDetails,status&maxResults="
                        + Math.min(given.limit(), MOST) + "&playlistId=" + PercentEncoding.component(playlist))
                // Not in the address, which others may log.
                .with("X-Goog-Api-Key", given.secret("key").reveal()));
        check(answer);
        JsonNode list = FeedAnswers.json(answer).path("items");
        if (!list.isArray()) {
            throw FeedAnswers.unreadable("its answer is no list of videos");
        }
        return SyndicationFeed.timeline(
                items(list).stream().flatMap(item -> post(item).stream()).toList(), given.limit());
    }

    /** Of videos that are private or deleted a playlist has a title that says so, and no time. */
    private static Optional<Post> post(JsonNode item) {
        JsonNode snippet = item.path("snippet");
        Optional<String> video = text(item.path("contentDetails"), "videoId")
                .or(() -> text(snippet.path("resourceId"), "videoId"))
                .filter(YoutubeFeed::isVideo);
        boolean hidden = text(item.path("status"), "privacyStatus")
                .filter(status -> !status.equals("public"))
                .isPresent();
        if (video.isEmpty() || hidden) {
            return Optional.empty();
        }
        String id = video.get();
        Optional<String> channel = text(snippet, "videoOwnerChannelId");
        return time(item.path("contentDetails"), "videoPublishedAt")
                .map(published -> new PostBuilder(
                                "yt:video:" + id, YoutubeFeed.address(id), author(snippet, channel), published)
                        .own(channel.isPresent() && channel.equals(text(snippet, "channelId")))
                        .language(text(snippet, "defaultLanguage"))
                        .title(text(snippet, "title"))
                        .text(text(snippet, "description")
                                .map(words -> FeedWords.plain(words).text())
                                .orElse(RichText.EMPTY))
                        .media(List.of(YoutubeFeed.media(poster(snippet.path("thumbnails")))))
                        .build());
    }

    private static Author author(JsonNode snippet, Optional<String> channel) {
        return new Author(
                text(snippet, "videoOwnerChannelTitle")
                        .or(() -> text(snippet, "channelTitle"))
                        .orElse(""),
                Optional.empty(),
                channel.map(id -> "https://www.youtube.com/channel/" + PercentEncoding.component(id)),
                Optional.empty());
    }

    private static Optional<Picture> poster(JsonNode thumbnails) {
        return THUMBNAILS.stream()
                .map(thumbnails::path)
                .flatMap(picture -> text(picture, "url")
                        .flatMap(url -> YoutubeFeed.picture(url, size(picture, "width"), size(picture, "height")))
                        .stream())
                .findFirst();
    }

    /** {@code {"error": {"code", "message", "errors": [{"reason"}], "details": [{"reason"}]}}}; messages are not passed on. */
    private static void check(Answer answer) throws UpstreamException {
        Optional<Fault> fault = HttpFaults.ofInterface(answer);
        if (fault.isEmpty()) {
            return;
        }
        JsonNode error = error(answer);
        throw new UpstreamException(Stream.of("details", "errors")
                .flatMap(list -> items(error.path(list)).stream())
                .flatMap(one -> text(one, "reason").stream())
                .flatMap(reason -> Optional.ofNullable(ERRORS.get(reason))
                        .map(kind -> new Fault(kind, "it answered with the error " + reason))
                        .stream())
                .findFirst()
                .orElse(fault.get()));
    }

    private static JsonNode error(Answer answer) {
        try {
            return JsonMapper.shared().readTree(answer.text()).path("error");
        } catch (JacksonException html) {
            return JsonMapper.shared().missingNode();
        }
    }
}
