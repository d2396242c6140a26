package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Videos of a channel or a playlist on YouTube: from its Atom feed, which has the newest fifteen, or with a key from the Data
 * API. Of a playlist those of its owner count as the site's own.
 *
 * <p>The feed answers with 404 and 500 for hours at times, for channels that are there (upstreams.md, issue threads of 2026): no
 * status of it says that a channel is gone.
 */
final class YoutubeFeed implements FeedSource {
    private static final Pattern CHANNEL = Pattern.compile("UC[A-Za-z0-9_-]{22}");
    private static final Pattern PLAYLIST = Pattern.compile("[A-Za-z0-9_-]{10,80}");
    private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{11}");
    /** The same pictures are at several hosts. */
    private static final Pattern NUMBERED = Pattern.compile("^https?://i[0-9]\\.ytimg\\.com/");

    @Override
    public String kind() {
        return "youtube";
    }

    @Override
    public boolean tellsAlternatives() {
        return false;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address("base", "https://www.youtube.com"),
                Setting.address("api", "https://www.googleapis.com"),
                Setting.text("channel"),
                Setting.text("playlist"),
                Setting.secret("key"));
    }

    @Override
    public Optional<String> wrong(Given given) {
        Optional<String> channel = given.optionalText("channel");
        Optional<String> playlist = given.optionalText("playlist");
        if (channel.isPresent() == playlist.isPresent()) {
            return Optional.of("write either \"channel\", the channel's id, or \"playlist\", a playlist's");
        } else if (channel.filter(id -> !CHANNEL.matcher(id).matches()).isPresent()) {
            return Optional.of(
                    "write as \"channel\" the channel's id: UC and 22 characters more; the channel's page tells"
                            + " it under \"About\", \"Share channel\"");
        }
        return playlist.filter(id -> !PLAYLIST.matcher(id).matches())
                .map(id -> "write as \"playlist\" what stands behind list= in the playlist's address");
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        return given.optionalSecret("key").isPresent()
                ? () -> YoutubeFeedData.read(given, exchange)
                : () -> read(given, exchange);
    }

    private static Timeline read(Given given, Exchange exchange) throws UpstreamException {
        String query = given.optionalText("channel")
                .map(id -> "channel_id=" + PercentEncoding.component(id))
                .orElseGet(() -> "playlist_id=" + PercentEncoding.component(given.text("playlist")));
        String address = given.address("base") + "/feeds/videos.xml?" + query;
        Answer answer = exchange.ask(FeedAnswers.ask(address));
        Optional<Fault> fault = HttpFaults.of(answer);
        if (fault.isPresent()) {
            throw new UpstreamException(
                    fault.get().kind() == Kind.GONE
                            ? new Fault(Kind.SERVER, fault.get().message())
                                    .withRemedy("Nothing need be done if it passes, as it does most times; else check"
                                            + " \"channel\" or \"playlist\", or set a \"key\" of the Data API.")
                            : fault.get());
        }
        XmlFeed feed = XmlFeed.of(FeedText.of(answer), FeedAnswers.ask(address).address())
                .orElseThrow(() -> new UpstreamException(new Fault(
                                Kind.UNREADABLE,
                                "it answered with a page instead of a feed, perhaps one that asks for consent")
                        .withRemedy("Set a \"key\" of the Data API, which asks nobody for consent.")));
        Optional<String> owner =
                given.optionalText("channel").or(() -> feed.text("yt:channelid").map(YoutubeFeed::channel));
        return SyndicationFeed.timeline(
                feed.entries()
                        .flatMap(entry -> post(feed, entry, owner).stream())
                        .toList(),
                given.limit());
    }

    /** Of a channel's id the feed's head leaves out the start. */
    private static String channel(String id) {
        return CHANNEL.matcher(id).matches() ? id : "UC" + id;
    }

    private static Optional<Post> post(XmlFeed feed, XmlPart entry, Optional<String> owner) {
        Optional<String> id = entry.text("yt:videoid").filter(YoutubeFeed::isVideo);
        Optional<XmlPart> group = entry.child("media:group");
        Optional<String> channel = entry.text("yt:channelid").map(YoutubeFeed::channel);
        return id.flatMap(video -> feed.post(entry, address(video))
                .map(post -> post.own(owner.isPresent() && owner.equals(channel))
                        // Whenever somebody watches.
                        .edited(Optional.empty())
                        .text(group.flatMap(one -> one.text("media:description"))
                                .map(words -> FeedWords.plain(words).text())
                                .orElse(RichText.EMPTY))
                        .media(List.of(media(group.flatMap(one -> one.child("media:thumbnail"))
                                .flatMap(thumbnail -> picture(
                                        thumbnail.attribute("url").orElse(""),
                                        ForeignPictures.size(
                                                thumbnail.attribute("width").orElse("")),
                                        ForeignPictures.size(
                                                thumbnail.attribute("height").orElse("")))))))
                        .build()));
    }

    static boolean isVideo(String id) {
        return VIDEO.matcher(id).matches();
    }

    static String address(String video) {
        return "https://www.youtube.com/watch?v=" + video;
    }

    static Media media(Optional<Picture> poster) {
        return new Media(Media.Kind.VIDEO, poster, Optional.empty(), Optional.empty());
    }

    static Optional<Picture> picture(String address, OptionalInt width, OptionalInt height) {
        return Picture.at(NUMBERED.matcher(address).replaceFirst("https://i.ytimg.com/"), width, height);
    }
}
