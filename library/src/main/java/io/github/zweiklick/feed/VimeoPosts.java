package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Title and picture of single videos on Vimeo, through oEmbed. One that is not listed is known by its number and a key.
 *
 * <p>Source: <a href="https://developer.vimeo.com/api/oembed/videos">Vimeo, oEmbed</a>.
 */
final class VimeoPosts implements PostNetwork {
    private static final Set<String> PAGES = Set.of("vimeo.com", "www.vimeo.com");
    private static final Set<String> PLAYERS = Set.of("player.vimeo.com");
    private static final Pattern PAGE =
            Pattern.compile("/(?:channels/[A-Za-z0-9_-]{1,100}/)?([0-9]{1,12})(?:/([0-9a-f]{4,40}))?/?");
    private static final Pattern PLAYER = Pattern.compile("/video/([0-9]{1,12})/?");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{4,40}");

    @Override
    public String kind() {
        return "vimeo";
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
        return List.of(Setting.address("base", "https://vimeo.com"), Setting.text("account"));
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
                String page = "https://vimeo.com/" + id;
                return VideoAnswers.timeline(
                        exchange.ask(FeedAnswers.ask(given.address("base") + "/api/oembed.json?dnt=1&url="
                                + PercentEncoding.component(page))),
                        id,
                        page,
                        given.optionalText("account"));
            }

            @Override
            public boolean isPlayer() {
                return true;
            }
        };
    }

    /** Its number, and its key where the address has one. */
    private static Optional<String> video(WebUrl address) {
        boolean player = PostSites.isAt(address, PLAYERS);
        Matcher video = (player ? PLAYER : PAGE).matcher(address.path());
        if (!(player || PostSites.isAt(address, PAGES)) || !video.matches()) {
            return Optional.empty();
        }
        Optional<String> key = address.parameter("h")
                .filter(text -> KEY.matcher(text).matches())
                .or(() -> player ? Optional.empty() : Optional.ofNullable(video.group(2)));
        return Optional.of(video.group(1) + key.map(text -> "/" + text).orElse(""));
    }
}
