package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Title and picture of single videos on YouTube, through oEmbed: {@code /oembed?format=json&url=}, which answers 401 for a video
 * that is private or not to be embedded, and 400 or 404 for one that is not there.
 */
final class YoutubePosts implements PostNetwork {
    private static final Set<String> PAGES = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "music.youtube.com",
            "youtube-nocookie.com",
            "www.youtube-nocookie.com");
    private static final Set<String> SHORT = Set.of("youtu.be", "www.youtu.be");
    private static final Pattern NAMED = Pattern.compile("/(?:shorts|live|embed|v)/([A-Za-z0-9_-]{11})/?");
    private static final Pattern FIRST = Pattern.compile("/([A-Za-z0-9_-]{11})/?");

    /** Names of pages that are as long as a video's. */
    private static final Set<String> NO_VIDEOS = Set.of("videoseries", "live_stream");

    @Override
    public String kind() {
        return "youtube";
    }

    @Override
    public String service() {
        return kind();
    }

    @Override
    public boolean tellsAlternatives() {
        return false;
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.address("base", "https://www.youtube.com"), Setting.text("account"));
    }

    @Override
    public PostReader open(Given given, Exchange exchange) {
        return new PostReader() {
            @Override
            public Optional<Name> recognise(WebUrl address) {
                return video(address).map(id -> new Name(id, false));
            }

            @Override
            public Timeline read(String id) throws UpstreamException {
                return YoutubePosts.read(given, exchange, id);
            }

            @Override
            public boolean isPlayer() {
                return true;
            }
        };
    }

    private static Optional<String> video(WebUrl address) {
        Optional<String> id = Optional.empty();
        if (PostSites.isAt(address, SHORT)) {
            id = first(FIRST, address.path());
        } else if (PostSites.isAt(address, PAGES)) {
            id = address.path().equals("/watch")
                    ? address.parameter("v").filter(YoutubeFeed::isVideo)
                    : first(NAMED, address.path());
        }
        return id.filter(video -> !NO_VIDEOS.contains(video));
    }

    private static Optional<String> first(Pattern pattern, String path) {
        return Optional.of(pattern.matcher(path)).filter(Matcher::matches).map(found -> found.group(1));
    }

    private static Timeline read(Given given, Exchange exchange, String id) throws UpstreamException {
        String page = YoutubeFeed.address(id);
        Answer answer = exchange.ask(
                FeedAnswers.ask(given.address("base") + "/oembed?format=json&url=" + PercentEncoding.component(page)));
        if (answer.status() == 400 || answer.status() == 401) {
            throw new UpstreamException(Kind.GONE, "the video is not there, or not to be shown elsewhere");
        }
        return VideoAnswers.timeline(answer, id, page, given.optionalText("account"));
    }
}
